/** The nodes of a lattice as records in one array, and what is done with them once in thousands of nodes. */

/** No position that has this number as its list's head was reached. */
export const NONE = -1;

/** Columns of a node, side by side: what is asked for together lies in one stretch of memory. */
export const ENTRY = 0;
export const RIGHT = 1;
export const END = 2;
export const PREVIOUS = 3;
export const COST = 4;
/** The next in the list of the nodes that end at the same place. */
export const NEXT = 5;
/** A power of two, so that a node's place is a shift of its number. */
export const SHIFT = 3;

/** Nodes that may still be on the cheapest way: those that end from one place on. */
export interface Alive {
  /** The nodes, in the order in which they were made, and how many there are. */
  readonly nodeAt: Int32Array;
  readonly nodes: number;
  /** The lists of the nodes that end at a place, by the place. */
  readonly heads: Int32Array;
  /** The first and the last of the places. */
  readonly from: number;
  readonly to: number;
}

function eachAlive({ nodeAt, heads, from, to }: Alive, visit: (node: number) => void): void {
  for (let end = from; end <= to; end++) {
    let node = heads[end] ?? NONE;
    while (node !== NONE) {
      visit(node);
      node = nodeAt[(node << SHIFT) + NEXT] ?? NONE;
    }
  }
}

/** The last node that every way which may still win goes through. */
export function commonAncestor(alive: Alive): number {
  const lives = new Uint8Array(alive.nodes);
  let count = 0;
  eachAlive(alive, (node) => {
    lives[node] = 1;
    count += 1;
  });
  let node = alive.nodes - 1;
  for (; count > 1; node--) {
    if (lives[node] === 0) continue;
    const previous = alive.nodeAt[(node << SHIFT) + PREVIOUS] ?? 0;
    if (lives[previous] === 1) count -= 1;
    lives[previous] = 1;
  }
  while (lives[node] === 0) node -= 1;
  return node;
}

/** Forgets all before a node, which becomes the beginning, with the number 0 and the cost 0; says what it has cost. */
export function forgetBefore({ nodeAt, nodes, heads, from, to }: Alive, first: number): number {
  const cost = nodeAt[(first << SHIFT) + COST] ?? 0;
  for (let end = from; end <= to; end++) {
    const head = heads[end] ?? NONE;
    if (head !== NONE) heads[end] = head - first;
  }
  nodeAt.copyWithin(0, first << SHIFT, nodes << SHIFT);
  for (let at = 0; at < (nodes - first) << SHIFT; at += 1 << SHIFT) {
    nodeAt[at + PREVIOUS] = (nodeAt[at + PREVIOUS] ?? 0) - first;
    nodeAt[at + COST] = (nodeAt[at + COST] ?? 0) - cost;
    const next = nodeAt[at + NEXT] ?? NONE;
    nodeAt[at + NEXT] = next === NONE ? NONE : next - first;
  }
  nodeAt[PREVIOUS] = NONE;
  return cost;
}

/** Takes from every way what the cheapest has cost so far, lest the sums outgrow 32 bits; says how much that is. */
export function lower(alive: Alive): number {
  const { nodeAt } = alive;
  let least = 0x7fffffff;
  eachAlive(alive, (node) => {
    least = Math.min(least, nodeAt[(node << SHIFT) + COST] ?? 0);
  });
  eachAlive(alive, (node) => {
    const at = (node << SHIFT) + COST;
    nodeAt[at] = (nodeAt[at] ?? 0) - least;
  });
  return least;
}

/** The same numbers in an array of twice the length. */
export function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
