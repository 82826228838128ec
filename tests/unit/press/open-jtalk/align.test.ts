import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeMorphemes } from '../../../../src/press/open-jtalk/align.ts';
import { parseTrace } from '../../../../src/press/open-jtalk/trace.ts';
import { LINES, traceText } from '../traces.ts';

const named = (surfaces: readonly string[]) =>
  surfaces.map((surface) => ({ surface, pronunciation: 'ア', morae: 1 }));

/** The stretch of the line that each word came from; `null` where it has none. */
function stretches(text: string, surfaces: readonly string[]): readonly (string | null)[] {
  return placeMorphemes(text, named(surfaces)).map((range) =>
    range === null ? null : text.slice(range.start, range.end),
  );
}

describe('the place of a word of the engine in the line', () => {
  it.each<[string, string[], (string | null)[]]>([
    ['川崎市の人', ['川崎', '市', 'の', '人'], ['川崎', '市', 'の', '人']],
    ['水　　火', ['水', '火'], ['水', '火']],
    ['１２月', ['十', '二', '月'], ['１２', '１２', '月']],
    ['３千円', ['三', '千', '円'], ['３', '千', '円']],
    ['２、３日', ['二', '、', '三', '日'], ['２', '、', '３', '日']],
    ['１，０００円', ['千', '円'], ['１，０００', '円']],
    ['あ国い', ['あ', '外', 'い'], ['あ', null, 'い']],
    ['', [], []],
  ])('of %s is found', (text, surfaces, expected) => {
    expect(stretches(text, surfaces)).toEqual(expected);
  });

  it.each([
    ['number', ['１０，５００', '１０，５００', '１０，５００', '１０，５００', '円', 'です', '。']],
    ['ten-thousand', ['１０', '万', '人']],
    ['school', ['がっこう', 'へ', '行く', '。']],
  ] as const)('is found in what the engine wrote of %s', (name, expected) => {
    const { morphemes } = parseTrace(traceText(name));
    expect(
      stretches(
        LINES[name],
        morphemes.map(({ surface }) => surface),
      ),
    ).toEqual(expected);
  });

  it('is within the line, and never before that of the word before, whatever the words are', () => {
    const pieces = fc.constantFrom(...'あ国１０，．万十千　、人円', '十二', '三百');
    fc.assert(
      fc.property(fc.array(pieces), fc.array(pieces), (line, surfaces) => {
        const text = line.join('');
        const placed = placeMorphemes(text, named(surfaces));
        expect(placed).toHaveLength(surfaces.length);
        let at = 0;
        for (const range of placed) {
          if (range === null) continue;
          expect(range.start).toBeGreaterThanOrEqual(at);
          expect(range.end).toBeGreaterThan(range.start);
          expect(range.end).toBeLessThanOrEqual(text.length);
          at = range.start;
        }
      }),
    );
  });

  it('covers the whole line where the words are the line cut up', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[ぁ-ん一-鿿]{1,4}$/u), { minLength: 1 }), (words) => {
        expect(stretches(words.join(''), words)).toEqual(words);
      }),
    );
  });
});
