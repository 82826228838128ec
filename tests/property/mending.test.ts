import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isKanji } from '../../src/japanese/kana.ts';
import { normalise } from '../../src/japanese/normalise.ts';
import { createReadingEngine, type ReadingEngine } from '../../src/japanese/readings.ts';
import { LOADING, testAnalyzer } from '../unit/japanese/dictionary.ts';

/** Words, torn apart in every way that a document tears them. */
const letters = fc.constantFrom(...'福祉地域協議会社目次川崎市推進計画人気学校國學邊支合取組のをえいりみ3２');
const tear = fc.constantFrom(
  '',
  '',
  ' ',
  '\u3000',
  '\n',
  '\n\n',
  '  ',
  '\u00ad',
  '\u200b',
  '\0',
  '\u{e0100}',
  '\u3099',
);
const other = fc.constantFrom('㍿', '㍻', '㈱', '⼭', '︵', '😀', '\ud83d', '、', 'ｶﾞ', '〻', '々', 'ヶ');
const torn = fc
  .array(fc.tuple(fc.oneof({ weight: 5, arbitrary: letters }, { weight: 1, arbitrary: other }), tear), {
    maxLength: 40,
  })
  .map((parts) => parts.flat().join(''));

let engine: ReadingEngine;
let readingsOf: (surface: string) => readonly string[];
beforeAll(async () => {
  const analyzer = await testAnalyzer();
  readingsOf = analyzer.readingsOf;
  engine = createReadingEngine({ analyzer, lexicon: [] });
}, LOADING);

describe('mending', { timeout: LOADING }, () => {
  it('keeps a place for each character, never falling, and no surrogates', () => {
    fc.assert(
      fc.property(torn, (text) => {
        const { text: mended, offsets } = normalise(text, readingsOf);
        expect(offsets.length).toBe(mended.length + 1);
        expect(offsets.at(-1)).toBe(text.length);
        expect(mended).not.toMatch(/[\ud800-\udfff\0]/);
        offsets.forEach((offset, index) => {
          expect(offset).toBeGreaterThanOrEqual(offsets[index - 1] ?? 0);
        });
      }),
    );
  });

  it('leaves out nothing but white space and what has no width', () => {
    fc.assert(
      fc.property(torn, (text) => {
        const whole = normalise(text).text.replaceAll('\u3000', '');
        const mended = normalise(text, readingsOf).text.replaceAll('\u3000', '');
        expect(mended.length).toBe(whole.length);
      }),
    );
  });

  it('gives rubies and words within the text, disjoint, that neither begin nor end with white space', async () => {
    await fc.assert(
      fc.asyncProperty(torn, async (text) => {
        const { ruby, words } = await engine.read(text);
        for (const ranges of [ruby, words]) {
          let end = 0;
          for (const range of ranges) {
            expect(range.start).toBeGreaterThanOrEqual(end);
            expect(range.end).toBeGreaterThan(range.start);
            expect(range.end).toBeLessThanOrEqual(text.length);
            const covered = text.slice(range.start, range.end);
            expect(covered.trim()).toBe(covered);
            end = range.end;
          }
        }
        for (const one of ruby) {
          expect(words.filter((word) => word.start < one.end && one.start < word.end)).toHaveLength(1);
          expect([...one.reading].some(isKanji)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('looks up so many words as the text is long, not its square', () => {
    fc.assert(
      fc.property(
        torn.filter((text) => text.length > 4),
        (text) => {
          const lookUps = (times: number): number => {
            let count = 0;
            normalise(text.repeat(times), (surface) => {
              count += 1;
              return readingsOf(surface);
            });
            return count;
          };
          expect(lookUps(16)).toBeLessThanOrEqual(lookUps(8) * 2 + 500);
        },
      ),
      { numRuns: 50 },
    );
  });
});
