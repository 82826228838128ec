import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ruby, Sentence } from '../../src/book/book.ts';
import { phraseStarts } from '../../src/book/phrases.ts';
import { writeInside } from '../../src/formats/html/write-sentence.ts';
import { createReadingEngine, type ReadingEngine } from '../../src/japanese/readings.ts';
import { LOADING, testAnalyzer } from '../unit/japanese/dictionary.ts';

const bit = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'福祉地域計画支合人年三二十私今大学校行読書') },
  { weight: 6, arbitrary: fc.constantFrom(...'のはをにがでとてるたいますしょくかーアンプ') },
  { weight: 3, arbitrary: fc.constantFrom(...'0123２０（）「」、。・〜ー－％※ \n\u3000<&') },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '支え合い',
      '令和3年',
      'NPO',
      '😀',
      '𠮷',
      '\ud83d',
      '㍻',
      '葛\u{e0100}',
      'か\u3099',
    ),
  },
);
const anyText = fc.oneof(
  fc.array(bit, { maxLength: 60 }).map((bits) => bits.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

let engine: ReadingEngine;
beforeAll(async () => {
  engine = createReadingEngine({
    analyzer: await testAnalyzer(),
    lexicon: [{ surface: '地域福祉', reading: 'ちいきふくし', note: '', voice: '' }],
  });
}, LOADING);

/** At most one ruby of the author's, somewhere in the text and never through a character. */
function authorRuby(text: string, from: number, length: number): readonly Ruby[] {
  const units = [...text];
  if (units.length === 0) return [];
  const first = from % units.length;
  const start = units.slice(0, first).join('').length;
  const end = start + units.slice(first, first + 1 + (length % 5)).join('').length;
  return [{ start, end, reading: 'よみ', origin: 'author', confidence: 1 }];
}

async function read(text: string, author: readonly Ruby[]): Promise<Sentence> {
  return { id: 's', text, marks: [], ...(await engine.read(text, { author })) };
}

describe('the phrases of any text', { timeout: LOADING }, () => {
  it('begin one after the other, within the text, at whole characters, in no ruby', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, fc.nat(), fc.nat(), async (text, from, length) => {
        const sentence = await read(text, authorRuby(text, from, length));
        let last = 0;
        for (const start of phraseStarts(sentence)) {
          expect(start).toBeGreaterThan(last);
          expect(start).toBeLessThan(text.length);
          expect((text.codePointAt(start - 1) ?? 0) > 0xffff).toBe(false);
          expect(sentence.ruby.some((ruby) => ruby.start < start && start < ruby.end)).toBe(false);
          last = start;
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leave the text as it is when they are written', async () => {
    const plain = (html: string): string => html.replace(/<span class="[pj]"><\/span>/gu, '');
    await fc.assert(
      fc.asyncProperty(anyText, fc.nat(), fc.nat(), async (text, from, length) => {
        const sentence = await read(text, authorRuby(text, from, length));
        expect(plain(writeInside(sentence, { phrases: true }))).toBe(writeInside(sentence));
      }),
      { numRuns: 300 },
    );
  });
});
