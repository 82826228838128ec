import { expect, test } from 'vitest';
import { createIds, textHash } from '../../../src/book/ids.ts';

test('an id is made from the text alone', () => {
  expect(createIds('s-')('計画')).toBe(createIds('s-')('計画'));
});

test('white space and Unicode’s forms don’t change an id', () => {
  expect(createIds('s-')('が ぎ\nぐ')).toBe(createIds('s-')('か\u3099ぎぐ'));
});

test('equal texts are counted', () => {
  const idOf = createIds('s-');
  const first = idOf('同じ');
  expect([idOf('同じ'), idOf('ちがう') === first, idOf('同じ')]).toEqual([`${first}-2`, false, `${first}-3`]);
});

test('ten thousand texts have ten thousand hashes', () => {
  const hashes = new Set(Array.from({ length: 10_000 }, (_, index) => textHash(`第${index}条`)));
  expect(hashes.size).toBe(10_000);
  for (const hash of hashes) expect(hash).toMatch(/^[0-9a-z]{11}$/u);
});
