import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzerOf } from '../../src/japanese/naist/naist-analyzer.ts';
import { packedDictionary } from '../unit/japanese/naist/packed.ts';

const analyzer = analyzerOf(await packedDictionary());

/** Any code units at all: lone surrogates and control characters too. */
const anyText = fc
  .array(fc.oneof(fc.nat(0xffff), fc.nat(0x20), fc.integer({ min: 0xd800, max: 0xdfff })))
  .map((units) => String.fromCharCode(...units));
const script = fc.constantFrom(
  'ー',
  'あ',
  'ア',
  '一',
  '人',
  'a',
  '1',
  '、',
  ' ',
  '\u3000',
  '\n',
  '🙂',
  '行',
  'っ',
  '々',
);
const japanese = fc.array(script, { maxLength: 200 }).map((parts) => parts.join(''));

describe('the analyzer on naist-jdic', () => {
  it('gives words that join to the text, whatever the text is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText, japanese, fc.string({ unit: 'binary' })), async (text) => {
        const tokens = await analyzer.parse(text);
        expect(tokens.map((token) => token.surface).join('')).toBe(text);
        let at = 0;
        for (const { surface, start } of tokens) {
          expect(surface).not.toBe('');
          expect(start).toBe(at);
          at += surface.length;
        }
      }),
    );
  });

  it('works in proportion to the length of a text that never pauses', () => {
    fc.assert(
      fc.property(
        japanese.filter((text) => text !== ''),
        (text) => {
          const short = analyzer.analyze(text.repeat(Math.ceil(4_000 / text.length)));
          const long = analyzer.analyze(text.repeat(Math.ceil(16_000 / text.length)));
          expect(long.steps).toBeLessThan(short.steps * 4.5 + 1000);
          expect(long.peak).toBeLessThan(short.peak * 4.5 + 1000);
        },
      ),
      { numRuns: 20 },
    );
  });
});
