import { describe, expect, it } from 'vitest';
import { bandOfBox, linesOf, readBand } from '../../../../src/features/reader/text-lines.ts';

const band = (start: number, end: number) => ({ start, end });

describe('bandOfBox', () => {
  const box = { top: 100, bottom: 124, left: 300, right: 330 };
  it.each([
    [{ vertical: false, at: 40 }, band(60, 84)],
    [{ vertical: false, at: -200 }, band(300, 324)],
    [{ vertical: true, at: 800 }, band(470, 500)],
    [{ vertical: true, at: 330 }, band(0, 30)],
  ])('%j gives %j', (origin, expected) => {
    expect(bandOfBox(box, origin)).toEqual(expected);
  });
});

describe('linesOf', () => {
  it.each([
    ['nothing', [], []],
    ['one line of one piece', [band(0, 24)], [band(0, 24)]],
    ['pieces of one line, some larger', [band(10, 34), band(8, 36), band(12, 30)], [band(8, 36)]],
    [
      'lines in order, whatever order the pieces come in',
      [band(48, 72), band(0, 24)],
      [band(0, 24), band(48, 72)],
    ],
    ['lines whose boxes touch or overlap a little', [band(0, 30), band(26, 56)], [band(0, 30), band(26, 56)]],
    ['pieces without a size left out', [band(0, 0), band(0, 24), band(30, 30)], [band(0, 24)]],
  ])('makes of %s its lines', (_, boxes, lines) => {
    expect(linesOf(boxes)).toEqual(lines);
  });
});

describe('readBand', () => {
  const lines = [band(0, 24), band(48, 72), band(96, 120)];
  it.each([
    ['the whole sentence where no word is known', [], band(0, 120)],
    ["the word's line", [band(50, 70)], band(48, 72)],
    ['both lines of a word that is broken', [band(50, 70), band(96, 120)], band(48, 120)],
    ['the whole sentence where the word lies in none of its lines', [band(500, 524)], band(0, 120)],
  ])('is %s', (_, boxes, expected) => {
    expect(readBand(lines, boxes)).toEqual(expected);
  });

  it('is nothing where there is no line', () => {
    expect(readBand([], [band(0, 24)])).toBeNull();
  });
});
