/** Ways down the trie of the dictionary's surfaces. */
import { NO_RANK, type Trie } from './dictionary.ts';

/** The root has thousands of children: they are found by their rank; 0 where there is none. */
export function rootTable({ labels, firsts }: Trie): Uint32Array {
  const table = new Uint32Array(NO_RANK + 1);
  const [from = 0, , to = 0] = firsts;
  for (let node = from; node < to; node++) table[labels[node] ?? NO_RANK] = node;
  return table;
}

/**
 * The node with a label among those from `from` up to, not including, `to`; 0 where there is none. Siblings are sorted
 * and differ, so that no label stands farther behind the first than its own number: common characters, which have
 * the lowest, are found among few.
 */
export function childOf(labels: Uint16Array, from: number, to: number, label: number): number {
  let low = from;
  let high = to - from > label ? from + label + 1 : to;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = labels[middle] ?? NO_RANK;
    if (found === label) return middle;
    if (found < label) low = middle + 1;
    else high = middle;
  }
  return 0;
}
