/**
 * Finds the cheapest way through a text's possible words, as MeCab 0.996 does (`viterbi.cpp`, `tokenizer.cpp`): the
 * same words, the same costs, and the same choice where two ways cost the same. Time and memory grow with the text's
 * length and with nothing else, because whatever all living ways share is settled and forgotten. One closure holds
 * it all, and so the file is long: its parts share two dozen arrays, and a call across objects costs more than a node.
 */
import { type Dictionary, NO_RANK } from './dictionary.ts';
import { likelyFirst } from './likely-first.ts';
import { childOf, rootTable } from './trie.ts';
import { createUnknownWords } from './unknown-words.ts';

/** Columns by the word's place in the text. */
export interface BestPath {
  readonly length: number;
  /** The dictionary's entry. */
  readonly entries: Int32Array;
  /** In UTF-16 code units. Between a word's end and the next one's start there are only spaces. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The sum of the words' costs and of those of their connections. */
  readonly cost: number;
  /** How many connections were weighed: a measure of work that doesn't depend on the clock. */
  readonly steps: number;
  /** The most nodes that were alive in memory at once. */
  readonly peak: number;
}

/** Nodes after which what is settled is looked for; once more after so many new ones, if there was nothing. */
const WINDOW = 1 << 14;
/** Code units after which costs are counted from zero again: 65535 a word and its connection at the most. */
const LOWERING = 1 << 14;
/** Texts are far shorter than what lies between this and 2³¹. */
const MOST_STAMPS = 1 << 30;
/** No position that has this number as its list's head was reached. */
const NONE = -1;

/** Columns of a node, side by side: what is asked for together lies in one stretch of memory. */
const ENTRY = 0;
const RIGHT = 1;
const END = 2;
const PREVIOUS = 3;
const COST = 4;
/** The next in the list of the nodes that end at the same place. */
const NEXT = 5;
/** A power of two, so that a node's place is a shift of its number. */
const SHIFT = 3;

/** Keeps its arrays for the next text. */
export interface Lattice {
  readonly analyze: (text: string) => BestPath;
  /** The same, but the columns hold only until the next text, and may be longer than `length`. */
  readonly look: (text: string) => BestPath;
}

export function createLattice({ trie, words, classes, connections }: Dictionary): Lattice {
  const { rankOf, labels, firsts } = trie;
  const { heads: entryHeads } = words;
  const { defaults, invokes, entries: unknownEntries } = classes;
  const unknown = createUnknownWords(classes);
  const { ends: guessEnd, kindAt, isSpace, guess } = unknown;
  const { ids, rights, costs: connectionCosts } = likelyFirst({ words, connections });
  const lefts = connectionCosts.length / rights;
  const childOfRoot = rootTable(trie);

  /** The nodes, in the order in which they were made. */
  let nodeAt = new Int32Array((WINDOW * 2) << SHIFT);

  // The ways that reach a place: of those with the same right id only the cheapest can win.
  const wayNode = new Int32Array(rights * 2);
  const wayRight = new Int32Array(rights * 2);
  const wayCost = new Int32Array(rights * 2);
  const waySeen = new Int32Array(rights).fill(NONE);
  const wayOfRight = new Int32Array(rights);

  /** Marks in `waySeen` and `best` are places counted on from text to text, so that none must be wiped out. */
  let stamped = 0;

  /** The best way to each left id from the place at hand: the place's mark, the node, the cost, and nothing. */
  const best = new Int32Array(lefts << 2).fill(NONE);

  // What was found at one place, to be entered last found first, as MeCab does.
  const foundNode = new Int32Array(256);
  const foundEnd = new Int32Array(256);

  // The text at hand. What is written into these arrays is read again only up to its length.
  let size = 0;
  let units = new Uint16Array(256);
  let ranks = new Uint16Array(256);
  let heads = new Int32Array(256);
  let pathEntries = new Int32Array(256);
  let pathEnds = new Int32Array(256);
  let pathStarts = new Int32Array(256);
  let pathLength = 0;
  let settledCost = 0;
  let steps = 0;
  let farthest = 0;
  let nodes = 0;
  let ways = 0;

  const begin = (text: string): void => {
    size = text.length;
    if (units.length < size + 2) {
      units = new Uint16Array(size * 2);
      ranks = new Uint16Array(size * 2);
      heads = new Int32Array(size * 2);
    }
    for (let at = 0; at < size; at++) {
      const unit = text.charCodeAt(at);
      units[at] = unit;
      ranks[at] = rankOf[unit] ?? NO_RANK;
    }
    // No pair goes beyond the end.
    units[size] = 0;
    unknown.begin(units, size);
    heads.fill(NONE, 0, size + 1);
    if (stamped > MOST_STAMPS) {
      waySeen.fill(NONE);
      best.fill(NONE);
      stamped = 0;
    }
    pathLength = 0;
    settledCost = 0;
    steps = 0;
    farthest = 0;
    // The beginning of the text is a node too.
    nodeAt.fill(0, 0, 1 << SHIFT);
    nodeAt[ENTRY] = NONE;
    nodeAt[PREVIOUS] = NONE;
    nodeAt[NEXT] = NONE;
    heads[0] = 0;
    nodes = 1;
  };

  const gather = (place: number): void => {
    const stamp = stamped + place;
    ways = 0;
    let next = NONE;
    for (let node = heads[place] ?? NONE; node !== NONE; node = next) {
      const at = node << SHIFT;
      const right = nodeAt[at + RIGHT] ?? 0;
      const cost = nodeAt[at + COST] ?? 0;
      next = nodeAt[at + NEXT] ?? NONE;
      if (waySeen[right] === stamp) {
        const way = wayOfRight[right] ?? 0;
        if (cost >= (wayCost[way] ?? 0)) continue;
        // The cheaper one keeps its own place in the order, which decides where costs are equal.
        for (let after = way + 1; after < ways; after++) {
          wayNode[after - 1] = wayNode[after] ?? 0;
          wayCost[after - 1] = wayCost[after] ?? 0;
          const moved = wayRight[after] ?? 0;
          wayRight[after - 1] = moved;
          wayOfRight[moved] = after - 1;
        }
        ways -= 1;
      }
      waySeen[right] = stamp;
      wayOfRight[right] = ways;
      wayNode[ways] = node;
      wayRight[ways] = right;
      wayCost[ways] = cost;
      ways += 1;
    }
  };

  /** Finds the cheapest way to a left id. */
  const weigh = (left: number): void => {
    const row = left * rights;
    const count = ways;
    let cheapestWay = 0;
    let cheapest = (wayCost[0] ?? 0) + (connectionCosts[row + (wayRight[0] ?? 0)] ?? 0);
    for (let way = 1; way < count; way++) {
      const cost = (wayCost[way] ?? 0) + (connectionCosts[row + (wayRight[way] ?? 0)] ?? 0);
      if (cost < cheapest) {
        cheapest = cost;
        cheapestWay = way;
      }
    }
    steps += count;
    const at = left << 2;
    best[at + 1] = wayNode[cheapestWay] ?? 0;
    best[at + 2] = cheapest;
  };

  /** Entries of one surface that end at `end`. */
  const enter = (place: number, from: number, to: number, end: number): void => {
    const stamp = stamped + place;
    if ((nodes + (to - from)) << SHIFT > nodeAt.length) nodeAt = doubled(nodeAt);
    const made = nodeAt;
    let node = nodes;
    let head = heads[end] ?? NONE;
    for (let entry = to - 1; entry >= from; entry--) {
      const word = entryHeads[entry] ?? 0;
      const id = ids[word >>> 16] ?? 0;
      const left = id >>> 16;
      const way = left << 2;
      if (best[way] !== stamp) {
        best[way] = stamp;
        weigh(left);
      }
      const at = node << SHIFT;
      made[at + ENTRY] = entry;
      made[at + RIGHT] = id & 0xffff;
      made[at + END] = end;
      made[at + PREVIOUS] = best[way + 1] ?? 0;
      made[at + COST] = (best[way + 2] ?? 0) + ((word << 16) >> 16);
      made[at + NEXT] = head;
      head = node;
      node += 1;
    }
    nodes = node;
    heads[end] = head;
    if (end > farthest) farthest = end;
  };

  const columnOf = (node: number, column: number): number => nodeAt[(node << SHIFT) + column] ?? 0;

  /** The nodes that end at `place` or behind it. */
  const eachAlive = (place: number, visit: (node: number) => void): void => {
    for (let end = place; end <= farthest; end++) {
      for (let node = heads[end] ?? NONE; node !== NONE; node = columnOf(node, NEXT)) visit(node);
    }
  };

  /** The last node that every way which may still win goes through. */
  const commonAncestor = (place: number): number => {
    const alive = new Uint8Array(nodes);
    let count = 0;
    eachAlive(place, (node) => {
      alive[node] = 1;
      count += 1;
    });
    let node = nodes - 1;
    for (; count > 1; node--) {
      if (alive[node] === 0) continue;
      const previous = columnOf(node, PREVIOUS);
      if (alive[previous] === 1) count -= 1;
      alive[previous] = 1;
    }
    while (alive[node] === 0) node -= 1;
    return node;
  };

  /** Writes down the way up to a node. */
  const settle = (last: number): void => {
    let length = 0;
    for (let node = last; columnOf(node, PREVIOUS) !== NONE; node = columnOf(node, PREVIOUS)) length += 1;
    while (pathLength + length > pathEntries.length) {
      pathEntries = doubled(pathEntries);
      pathEnds = doubled(pathEnds);
    }
    let at = pathLength + length;
    pathLength = at;
    for (let node = last; columnOf(node, PREVIOUS) !== NONE; node = columnOf(node, PREVIOUS)) {
      at -= 1;
      pathEntries[at] = columnOf(node, ENTRY);
      pathEnds[at] = columnOf(node, END);
    }
  };

  /** Forgets all before a node, which becomes the beginning. */
  const forget = (first: number, place: number): void => {
    const cost = columnOf(first, COST);
    settledCost += cost;
    for (let end = place; end <= farthest; end++) {
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
    nodes -= first;
  };

  /** Takes from every way what the cheapest has cost so far, lest the sums outgrow 32 bits. */
  const lower = (place: number): void => {
    let least = 0x7fffffff;
    eachAlive(place, (node) => {
      least = Math.min(least, columnOf(node, COST));
    });
    eachAlive(place, (node) => {
      nodeAt[(node << SHIFT) + COST] = columnOf(node, COST) - least;
    });
    settledCost += least;
  };

  const look = (text: string): BestPath => {
    begin(text);
    let peak = 0;
    let nextSettling = WINDOW;
    let last = 0;
    let nextLowering = LOWERING;
    for (let place = 0; place < size; place++) {
      if (heads[place] === NONE) continue;
      last = place;
      let from = place;
      while (from < size && isSpace(from)) from += 1;
      if (from === size) break;

      if (nodes >= nextSettling) {
        if (nodes > peak) peak = nodes;
        const ancestor = commonAncestor(place);
        if (ancestor > 0) {
          settle(ancestor);
          forget(ancestor, place);
        }
        nextSettling = Math.max(WINDOW, nodes * 2);
      }
      if (place >= nextLowering) {
        lower(place);
        nextLowering = place + LOWERING;
      }
      gather(place);

      let found = 0;
      let node = childOfRoot[ranks[from] ?? NO_RANK] ?? 0;
      for (let at = from + 1; node !== 0; at++) {
        if ((firsts[node * 2 + 1] ?? 0) !== (firsts[node * 2 + 3] ?? 0)) {
          foundNode[found] = node;
          foundEnd[found] = at;
          found += 1;
        }
        if (at >= size) break;
        node = childOf(labels, firsts[node * 2] ?? 0, firsts[node * 2 + 2] ?? 0, ranks[at] ?? NO_RANK);
      }

      const kind = kindAt(from);
      if (found === 0 || invokes[kind] === 1) {
        const first = unknownEntries[defaults[kind] ?? 0] ?? 0;
        const behind = unknownEntries[(defaults[kind] ?? 0) + 1] ?? 0;
        for (let index = guess(from, kind, found > 0) - 1; index >= 0; index--) {
          enter(place, first, behind, guessEnd[index] ?? 0);
        }
      }
      for (let index = found - 1; index >= 0; index--) {
        const at = foundNode[index] ?? 0;
        enter(place, firsts[at * 2 + 1] ?? 0, firsts[at * 2 + 3] ?? 0, foundEnd[index] ?? 0);
      }
    }

    if (size > 0 && heads[size] !== NONE) last = size;
    gather(last);
    weigh(0);
    settle(best[1] ?? 0);
    stamped += size + 1;
    if (pathStarts.length < pathLength) pathStarts = new Int32Array(pathEnds.length);
    let end = 0;
    for (let index = 0; index < pathLength; index++) {
      while (end < size && isSpace(end)) end += 1;
      pathStarts[index] = end;
      end = pathEnds[index] ?? 0;
    }
    return {
      length: pathLength,
      entries: pathEntries,
      starts: pathStarts,
      ends: pathEnds,
      cost: settledCost + (best[2] ?? 0),
      steps,
      peak: Math.max(peak, nodes),
    };
  };

  const analyze = (text: string): BestPath => {
    const path = look(text);
    const kept = (column: Int32Array): Int32Array => column.slice(0, path.length);
    return { ...path, entries: kept(path.entries), starts: kept(path.starts), ends: kept(path.ends) };
  };
  return { analyze, look };
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
