/** Whatever number with whatever counter is read, in hiragana alone, and in time that grows with its length. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../src/japanese/normalise.ts';
import type { Piece } from '../../src/japanese/pieces.ts';
import { COUNTERS } from '../../src/japanese/rules/counter-table.ts';
import { readNumbers } from '../../src/japanese/rules/numbers.ts';
import { speechText } from '../../src/japanese/speech-text.ts';

const HIRAGANA = /^[ぁ-んー]+$/u;

/** Each character a word, as the analyzer cuts digits; the counter one word. */
function piecesOf(text: string, counter = ''): readonly Piece[] {
  const head = text.length - counter.length;
  const words = [...text.slice(0, head), ...(counter === '' ? [] : [counter])];
  let start = 0;
  return words.map((surface) => {
    const piece: Piece = {
      surface,
      start,
      end: start + surface.length,
      reading: null,
      pos: '名詞',
      posDetail: '数',
      baseForm: surface,
      form: '',
      origin: 'analyzer',
      confidence: 0.9,
      number: undefined,
    };
    start = piece.end;
    return piece;
  });
}

function read(text: string, counter = ''): readonly Piece[] {
  return readNumbers(text, piecesOf(text, counter));
}

const digits = fc.stringMatching(/^[1-9][0-9]{0,22}$/u);
const figures = fc.stringMatching(
  /^[1-9二三四五六七八九][0-9０-９,.:/〜~\-()一二三十百千万億兆〇数Ⅲ①日月年時分人]{0,30}$/u,
);

describe('numbers', () => {
  it('any digits with any counter have a reading in hiragana', () => {
    fc.assert(
      fc.property(digits, fc.constantFrom(...COUNTERS), (number, counter) => {
        const { text } = normalise(number + counter.text);
        const pieces = read(text, counter.text);
        expect(pieces.map((piece) => piece.surface).join('')).toBe(text);
        expect(pieces.map((piece) => piece.reading ?? '').join('')).toMatch(HIRAGANA);
      }),
      { numRuns: 2000 },
    );
  });

  it('any row of figures and signs keeps its text, and every number in it has a reading', () => {
    fc.assert(
      fc.property(figures, (row) => {
        const { text } = normalise(row);
        const pieces = read(text);
        expect(pieces.map((piece) => piece.surface).join('')).toBe(text);
        for (const { number, reading } of pieces) if (number !== undefined) expect(reading).toMatch(HIRAGANA);
        for (const [index, piece] of pieces.entries()) expect(piece.start).toBe(pieces[index - 1]?.end ?? 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('any row of figures can be given to a voice', () => {
    fc.assert(
      fc.property(figures, (row) => {
        const { text, map } = speechText({ id: 's', text: row, ruby: [], marks: [], words: [] });
        expect(map(text.length)).toBe(row.length);
      }),
    );
  });

  it('a hundred thousand digits are one number', () => {
    expect(read('１'.repeat(100_000))).toHaveLength(1);
  });

  it.each(['１，', '一', '一〇', '1.', '0-', '1/', '2、', '何十', '￥1', 'H3', '-1', '10:', '①', '1日'])(
    'ten thousand times %s is read',
    (part) => {
      const { text } = normalise(part.repeat(10_000));
      expect(
        read(text)
          .map((piece) => piece.surface)
          .join(''),
      ).toBe(text);
    },
  );

  it('a text without a number comes back as it was', () => {
    const pieces = piecesOf('地域福祉を推進する');
    expect(readNumbers('地域福祉を推進する', pieces)).toBe(pieces);
  });
});
