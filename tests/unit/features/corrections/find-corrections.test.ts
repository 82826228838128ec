import { expect, it } from 'vitest';
import type { Correction } from '../../../../src/book/corrections.ts';
import { findCorrections } from '../../../../src/features/corrections/find-corrections.ts';

const one = (surface: string, reading: string, quote: string, note = ''): Correction => ({
  id: surface,
  surface,
  reading,
  note,
  scope: 'book',
  at: { book: 'plan-5', sentence: 's', offset: 0, quote },
  created: 0,
});
const all = [one('市場', 'いちば', '市場に行く。'), one('行った', 'いった', '川崎へ行った。', '地名')];

it.each<[string, string[]]>([
  ['', ['行った', '市場']],
  ['市場', ['市場']],
  ['イチバ', ['市場']],
  ['ｲｯﾀ', ['行った']],
  ['川崎', ['行った']],
  ['地名', ['行った']],
  ['行', ['行った', '市場']],
  ['横浜', []],
])('%j finds %j', (query, expected) => {
  expect(findCorrections(all, query).map(({ surface }) => surface)).toEqual(expected);
});
