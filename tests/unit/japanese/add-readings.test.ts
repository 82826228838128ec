import { beforeAll, describe, expect, it } from 'vitest';
import { BOOK_VERSION, type Book, type Sentence } from '../../../src/book/book.ts';
import { addReadings, sentencesWithoutReading } from '../../../src/japanese/add-readings.ts';
import { createReadingEngine, type ReadingEngine } from '../../../src/japanese/readings.ts';
import { LOADING, testAnalyzer } from './dictionary.ts';

const sentence = (id: string, text: string): Sentence => ({ id, text, ruby: [], marks: [], words: [] });
const book = (...sentences: readonly Sentence[]): Book => ({
  version: BOOK_VERSION,
  id: 'b',
  metadata: { title: '計画', language: 'ja', creators: [] },
  title: [sentence('t', '計画')],
  sections: [{ id: 's', heading: [], blocks: [{ type: 'paragraph', sentences }], sections: [] }],
});

let engine: ReadingEngine;
beforeAll(async () => {
  engine = createReadingEngine({ analyzer: await testAnalyzer(), lexicon: [] });
}, LOADING);

describe('adding readings to a book', () => {
  it('reads the title and every sentence, and leaves the given book as it was', async () => {
    const before = book(sentence('a', '福祉'), sentence('b', 'かな'));
    const after = await addReadings(before, engine);
    expect(after.title[0]?.ruby.map((ruby) => ruby.reading)).toEqual(['けいかく']);
    expect(sentencesWithoutReading(after)).toEqual([]);
    expect(before.title[0]?.ruby).toEqual([]);
  });

  it('keeps an author’s and a reader’s ruby, and works the others out anew', async () => {
    const given: Sentence = {
      ...sentence('a', '福祉計画'),
      ruby: [
        { start: 0, end: 2, reading: 'しあわせ', origin: 'author', confidence: 1 },
        { start: 2, end: 4, reading: 'ふるい', origin: 'analyzer', confidence: 1 },
      ],
    };
    const after = await addReadings(book(given), engine);
    const block = after.sections[0]?.blocks[0];
    const ruby = block?.type === 'paragraph' ? block.sentences[0]?.ruby : [];
    expect(ruby?.map((one) => one.reading)).toEqual(['しあわせ', 'けいかく']);
  });

  it('reports progress up to 1', async () => {
    const seen: number[] = [];
    const sentences = Array.from({ length: 30 }, (_, index) => sentence(`s${index}`, '福祉'));
    await addReadings(book(...sentences), engine, { onProgress: (fraction) => seen.push(fraction) });
    expect(seen.at(-1)).toBe(1);
    expect(seen).toEqual([...seen].sort((one, other) => one - other));
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    const sentences = Array.from({ length: 30 }, (_, index) => sentence(`s${index}`, '福祉'));
    const work = addReadings(book(...sentences), engine, {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('finds each kanji that has no reading', () => {
    const partly: Sentence = {
      ...sentence('a', 'お茶と菓子'),
      ruby: [{ start: 1, end: 2, reading: 'ちゃ', origin: 'analyzer', confidence: 1 }],
    };
    const missing = sentencesWithoutReading({ ...book(partly), title: [] });
    expect(missing).toEqual([
      { sentence: 'a', char: '菓', offset: 3 },
      { sentence: 'a', char: '子', offset: 4 },
    ]);
  });
});
