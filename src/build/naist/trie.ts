/** The surfaces as a trie in level order, whose three columns need no sorting and no search to be read. */

import { CHILDREN_ESCAPE, SINGLE_BYTE_CHARACTERS } from '../../japanese/naist/codes.ts';
import { ByteColumn, rankByFrequency } from './columns.ts';

export interface PackedTrie {
  readonly characters: string;
  readonly labels: Uint8Array<ArrayBuffer>;
  readonly children: Uint8Array<ArrayBuffer>;
  /** The surfaces in the order in which their nodes come. */
  readonly surfaces: readonly string[];
}

/** `surfaces` are distinct and not empty. */
export function packTrie(surfaces: readonly string[]): PackedTrie {
  const ranks = rankByFrequency(unitsOf(surfaces));
  const keys = surfaces.map((surface) => Array.from(unitsOf([surface]), (unit) => ranks.get(unit) ?? 0));
  const sorted = keys.map((key, index) => ({ key, surface: surfaces[index] ?? '' }));
  sorted.sort((one, other) => compare(one.key, other.key));

  const levels: { label: number; children: number; surface: string | null }[][] = [
    [{ label: 0, children: 0, surface: null }],
  ];
  let before: readonly number[] = [];
  for (const { key, surface } of sorted) {
    let depth = 0;
    while (depth < before.length && before[depth] === key[depth]) depth += 1;
    for (; depth < key.length; depth++) {
      const parent = levels[depth]?.at(-1);
      if (parent !== undefined) parent.children += 1;
      levels[depth + 1] ??= [];
      levels[depth + 1]?.push({ label: key[depth] ?? 0, children: 0, surface: null });
    }
    const node = levels[key.length]?.at(-1);
    if (node !== undefined) node.surface = surface;
    before = key;
  }

  const labels = new ByteColumn();
  const children = new ByteColumn();
  const order: string[] = [];
  for (const [depth, nodes] of levels.entries()) {
    for (const node of nodes) {
      if (depth > 0) labels.pushRank(node.label, SINGLE_BYTE_CHARACTERS);
      children.pushSmall(node.children * 2 + (node.surface === null ? 0 : 1), CHILDREN_ESCAPE);
      if (node.surface !== null) order.push(node.surface);
    }
  }
  return {
    characters: String.fromCharCode(...ranks.keys()),
    labels: labels.done(),
    children: children.done(),
    surfaces: order,
  };
}

function* unitsOf(surfaces: readonly string[]): Generator<number> {
  for (const surface of surfaces) {
    for (let at = 0; at < surface.length; at++) yield surface.charCodeAt(at);
  }
}

function compare(one: readonly number[], other: readonly number[]): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
