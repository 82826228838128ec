import { describe, expect, it } from 'vitest';
import {
  moveSpeech,
  pageSpeech,
  whereabouts,
  whereaboutsSpeech,
} from '../../../src/narration/whereabouts.ts';
import { mapOf, recordedIn, sample, spot } from './map-samples.ts';
import { book, paragraph, section, sentence } from './samples.ts';

// Eleven sentences of one minute.
const map = mapOf(sample, recordedIn(60));

describe('where one is', () => {
  it('is chapter, page, percent and the time that is left', () => {
    expect(whereabouts(map, spot('c1', 30), { rate: 1 })).toEqual({
      chapter: { text: '第1章', notation: '第1章', spoken: '第1章' },
      page: '3',
      percent: 59,
      secondsLeft: 270,
    });
  });

  it('has no chapter in the title, and no page before the first', () => {
    expect(whereabouts(map, spot('title', 0), { rate: 2 })).toEqual({
      chapter: null,
      page: null,
      percent: 0,
      secondsLeft: 330,
    });
  });

  it('counts the silences and the repeats that the reader has asked for', () => {
    expect(whereabouts(map, spot('i2', 0), { rate: 1, sentencePause: 5, times: 2 }).secondsLeft).toBe(250);
  });

  it('is never at 100 per cent before the last sentence', () => {
    const times: Readonly<Record<string, number>> = { i3: 0.01 };
    const uneven = mapOf(sample, (id) => ({ seconds: times[id] ?? 60, words: [] }));
    expect(whereabouts(uneven, spot('i2', 60), { rate: 1 }).percent).toBe(99);
    expect(whereabouts(uneven, spot('i3', 0), { rate: 1 }).percent).toBe(100);
  });

  it('is the beginning in a book that says nothing', () => {
    expect(whereabouts(mapOf(book([], [])), spot(''), { rate: 1 })).toEqual({
      chapter: null,
      page: null,
      percent: 0,
      secondsLeft: 0,
    });
  });
});

describe('said by a voice', () => {
  it.each([
    ['c1', 30, '第1章、3ページ、ぜんたいの59パーセントです。のこりは約5分です。'],
    ['title', 0, 'ぜんたいの0パーセントです。のこりは約11分です。'],
    ['i3', 50, '第2章、4ページ、ぜんたいの98パーセントです。のこりは1分たらずです。'],
  ])('%s, %i seconds in, is 「%s」', (place, seconds, words) => {
    expect(whereaboutsSpeech(whereabouts(map, spot(place, seconds), { rate: 1 }))).toBe(words);
  });

  it('tells hours, and what a voice would read otherwise in kana', () => {
    const ruby = [{ start: 0, end: 2, reading: 'わく', origin: 'author', confidence: 1 } as const];
    const own = book(
      [],
      [section('s', [{ ...sentence('h', '和久の話。'), ruby }], [paragraph(sentence('x', 'お。'))])],
    );
    const where = whereabouts(mapOf(own, recordedIn(40 * 60)), spot('h', 0), { rate: 1 });
    expect(where.chapter?.notation).toBe('{和久|わく}の話。');
    expect(whereaboutsSpeech(where)).toBe('わくの話、ぜんたいの0パーセントです。のこりは約1時間20分です。');
  });

  it.each([
    ['12', '12ページ'],
    ['iv', 'ローマ数字の4ページ'],
    ['xlix', 'ローマ数字の49ページ'],
    ['5ページ', '5ページ'],
  ])('the page %s is %s', (label, words) => {
    expect(pageSpeech(label)).toBe(words);
  });

  it('tells why a move leads nowhere, and nothing where it leads somewhere', () => {
    expect(moveSpeech({ kind: 'none', why: 'no-pages' })).toBe('この本には、ページの番号がありません。');
    expect(moveSpeech({ kind: 'end', why: 'heading' })).toBe('このあとに、見出しはありません。');
    expect(moveSpeech({ kind: 'end', why: 'seconds' })).toBe('ここがさいごです。');
    expect(moveSpeech({ kind: 'start', why: 'page' })).toBe('ここがはじめです。');
    expect(moveSpeech({ kind: 'place', sentence: 'a' })).toBeNull();
  });
});
