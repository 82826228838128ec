// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { domRanges } from '../../../../src/features/reader/text-walk.ts';

/** 「取り組みを始める」 with the readings of 取, 組 and 始. */
function sentence(): HTMLElement {
  const element = document.createElement('span');
  const ruby = (base: string, reading: string): string =>
    `<ruby>${base}<rp>（</rp><rt>${reading}</rt><rp>）</rp></ruby>`;
  element.innerHTML = `<span class="w">${ruby('取', 'と')}り${ruby('組', 'く')}み</span>を${ruby('始', 'はじ')}める`;
  return element;
}

describe('domRanges', () => {
  it.each([
    [0, 4, ['取', 'り', '組', 'み']],
    [0, 1, ['取']],
    [3, 5, ['み', 'を']],
    [4, 7, ['を', '始', 'め']],
    [6, 8, ['める']],
    [7, 8, ['る']],
  ])('from %d to %d touches %j, and never a reading', (start, end, texts) => {
    expect(domRanges(sentence(), { start, end }).map(String)).toEqual(texts);
  });

  it.each([
    ['ends after the text', 6, 9],
    ['begins after the text', 20, 22],
  ])('is empty where the range %s', (_, start, end) => {
    expect(domRanges(sentence(), { start, end })).toEqual([]);
  });

  it('is empty for a range of no length', () => {
    expect(domRanges(sentence(), { start: 2, end: 2 })).toEqual([]);
  });
});
