import { describe, expect, it, vi } from 'vitest';
import { createCorrections } from '../../../src/app/corrections.ts';
import { withCorrections } from '../../../src/app/load-book.ts';
import { BOOK_VERSION, type Book } from '../../../src/book/book.ts';
import { CORRECTIONS_KEY } from '../../../src/library/corrections-key.ts';
import { createFakeStorage } from '../library/fake-storage.ts';

const book: Book = {
  version: BOOK_VERSION,
  id: 'plan',
  metadata: { title: '計画', language: 'ja', creators: [] },
  title: [
    {
      id: 's',
      text: '市場',
      ruby: [{ start: 0, end: 2, reading: 'しじょう', origin: 'analyzer', confidence: 0.9 }],
      marks: [],
      words: [{ start: 0, end: 2, reading: 'しじょう' }],
    },
  ],
  sections: [],
};
const draft = { surface: '市場', reading: 'いちば', note: '', scope: 'everywhere', at: null } as const;
const kept = (reading: string): string => JSON.stringify({ corrections: [{ ...draft, reading }] });

describe('createCorrections', () => {
  it('leaves every book as it is while there are none', async () => {
    const corrections = createCorrections(createFakeStorage());
    expect(await corrections.apply(book)).toBe(book);
    expect(corrections.isCorrected(book)).toBe(false);
  });

  it('reads a book as its reader does, from the original as from the corrected one, and tells of each change', async () => {
    const corrections = createCorrections(createFakeStorage());
    const store = await corrections.open();
    expect(await corrections.open()).toBe(store);
    const answer = store.put([draft]);
    expect(corrections.revision.getSnapshot()).toBe(1);
    const corrected = await corrections.apply(book);
    expect(corrected.title[0]?.words[0]?.reading).toBe('いちば');
    expect(corrections.isCorrected(corrected)).toBe(true);
    expect(await corrections.apply(corrected)).toBe(corrected);
    if (answer.ok) store.undo(answer.change);
    expect(await corrections.apply(corrected)).toBe(book);
    expect(corrections.revision.getSnapshot()).toBe(2);
  });

  it('hears of other tabs before and after the store has been opened', async () => {
    const storage = createFakeStorage();
    const corrections = createCorrections(storage);
    storage.writeElsewhere(CORRECTIONS_KEY, kept('いちば'));
    expect(corrections.revision.getSnapshot()).toBe(1);
    expect((await corrections.apply(book)).title[0]?.words[0]?.reading).toBe('いちば');
    storage.writeElsewhere(CORRECTIONS_KEY, kept('まーけっと'));
    expect(corrections.revision.getSnapshot()).toBe(2);
    expect((await corrections.apply(book)).title[0]?.words[0]?.reading).toBe('まーけっと');
  });

  it('looks at what is kept when asked to, and tells what is wrong with it', async () => {
    const corrections = createCorrections(createFakeStorage({ [CORRECTIONS_KEY]: '[[[' }));
    expect(corrections.problem()).toBe('none');
    corrections.check();
    await vi.waitFor(() => expect(corrections.problem()).toBe('repaired'));
    expect(corrections.revision.getSnapshot()).toBe(1);
  });
});

describe('withCorrections', () => {
  it('hands on books as their reader reads them, and errors as they are', async () => {
    const other = { ...book, id: 'other' };
    const load = withCorrections(
      async (id) => (id === 'plan' ? { ok: true, book } : { ok: false, error: 'offline' }),
      { apply: async () => other },
    );
    expect(await load('plan')).toEqual({ ok: true, book: other });
    expect(await load('else')).toEqual({ ok: false, error: 'offline' });
  });
});
