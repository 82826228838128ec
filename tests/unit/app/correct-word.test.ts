import { describe, expect, it } from 'vitest';
import { correctWord, restoreWord } from '../../../src/app/correct-word.ts';
import { BOOK_VERSION, type Book, type Sentence } from '../../../src/book/book.ts';
import { applyCorrections } from '../../../src/japanese/apply-corrections.ts';
import { otherReadings } from '../../../src/japanese/other-readings.ts';
import { createCorrectionsStore } from '../../../src/library/corrections.ts';
import { createFakeStorage } from '../library/fake-storage.ts';

const sentence: Sentence = {
  id: 's',
  text: '市場と市場',
  ruby: [0, 3].map((start) => ({
    start,
    end: start + 2,
    reading: 'しじょう',
    origin: 'analyzer',
    confidence: 0.9,
    alternatives: ['いちば'],
  })),
  marks: [],
  words: [0, 3].map((start) => ({ start, end: start + 2, reading: 'しじょう' })),
};
const original: Book = {
  version: BOOK_VERSION,
  id: 'plan',
  metadata: { title: '計画', language: 'ja', creators: [] },
  title: [sentence],
  sections: [],
};
/** As the page would tell it; the element is of no use here. */
const word = (offset: number, reading: string) => ({
  sentence: 's',
  offset,
  text: '市場',
  reading,
  corrected: false,
  element: null as unknown as HTMLElement,
});

function setUp() {
  let time = 0;
  const storage = createFakeStorage();
  const store = createCorrectionsStore(storage, () => ++time);
  const book = (): Book => applyCorrections(original, store.getSnapshot().corrections);
  const read = (): string[] => book().title[0]?.words.map(({ reading }) => reading) ?? [];
  const undone = { count: 0 };
  return { storage, store, book, read, undone, onUndone: () => undone.count++ };
}

describe('correcting a word', () => {
  it('says how many places it reads, and takes it back', () => {
    const { store, book, read, undone, onUndone } = setUp();
    const said = correctWord(store, book(), word(0, 'しじょう'), 'いちば', 'book', onUndone);
    expect(said).toMatchObject({
      key: 'corrections.applied.book',
      parameters: { surface: '市場', reading: 'いちば', places: 2 },
    });
    expect(read()).toEqual(['いちば', 'いちば']);
    said.undo?.();
    expect(read()).toEqual(['しじょう', 'しじょう']);
    expect(undone.count).toBe(1);
    expect(book()).toBe(original);
  });

  it.each(['full', 'refused'] as const)('says that it isn’t kept, and takes it back: %s', (answer) => {
    const { storage, store, book, read, onUndone } = setUp();
    storage.answer = answer;
    const said = correctWord(store, book(), word(0, 'しじょう'), 'いちば', 'book', onUndone);
    expect(said.key).toBe('corrections.not-kept');
    expect(read()).toEqual(['いちば', 'いちば']);
    said.undo?.();
    expect(read()).toEqual(['しじょう', 'しじょう']);
    correctWord(store, book(), word(0, 'しじょう'), 'いちば', 'book', onUndone);
    const restored = restoreWord(store, book(), word(0, 'いちば'), onUndone);
    expect(restored?.key).toBe('corrections.not-kept');
    expect(read()).toEqual(['しじょう', 'しじょう']);
  });

  it('lets the narrower one at the word give way to the wider one, and brings it back with it', () => {
    const { store, book, read, onUndone } = setUp();
    correctWord(store, book(), word(0, 'しじょう'), 'まーけっと', 'place', onUndone);
    expect(read()).toEqual(['まーけっと', 'しじょう']);
    const said = correctWord(store, book(), word(0, 'まーけっと'), 'いちば', 'everywhere', onUndone);
    expect(read()).toEqual(['いちば', 'いちば']);
    said.undo?.();
    expect(read()).toEqual(['まーけっと', 'しじょう']);
  });

  it('takes back the correction that reads the word: the one below comes forward, then the engine', () => {
    const { store, book, read, onUndone } = setUp();
    correctWord(store, book(), word(0, 'しじょう'), 'いちば', 'book', onUndone);
    correctWord(store, book(), word(0, 'いちば'), 'まーけっと', 'place', onUndone);
    const said = restoreWord(store, book(), word(0, 'まーけっと'), onUndone);
    expect(read()).toEqual(['いちば', 'いちば']);
    said?.undo?.();
    expect(read()).toEqual(['まーけっと', 'いちば']);
    restoreWord(store, book(), word(0, 'まーけっと'), onUndone);
    restoreWord(store, book(), word(3, 'いちば'), onUndone);
    expect(book()).toBe(original);
    expect(restoreWord(store, book(), word(0, 'しじょう'), onUndone)).toBeNull();
  });

  it("offers the engine's other readings, of a corrected word its own too", () => {
    expect(otherReadings(original, word(0, 'しじょう'))).toEqual(['いちば']);
    expect(otherReadings(original, word(0, 'いちば'))).toEqual(['しじょう']);
    expect(otherReadings(original, word(0, 'まーけっと'))).toEqual(['しじょう', 'いちば']);
    expect(otherReadings(original, { ...word(0, ''), sentence: 'gone' })).toEqual([]);
  });
});
