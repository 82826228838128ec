/**
 * Finds the cheapest way through a text's possible words, as MeCab 0.996 does (`viterbi.cpp`, `tokenizer.cpp`): the
 * same words, the same costs, and the same choice where two ways cost the same. Time and memory grow with the text's
 * length and with nothing else, because whatever all living ways share is settled and forgotten. One closure holds
 * all that is done for each node: its parts share two dozen arrays, and a call across objects costs more than a node.
 */
import type { BestPath, Lattice } from './best-path.ts';
import type { Dictionary } from './dictionary.ts';
import { createDropper } from './hopeless-ways.ts';
import { likelyFirst } from './likely-first.ts';
import {
  type Alive,
  COST,
  commonAncestor,
  doubled,
  END,
  ENTRY,
  forgetBefore,
  lower,
  NEXT,
  NONE,
  PREVIOUS,
  RIGHT,
  SHIFT,
} from './nodes.ts';
import { createSurfaces, TO, WORD_COLUMNS, WORD_COST, WORD_ENTRY, WORD_IDS, WORDS } from './surfaces.ts';
import { createUnknownWords } from './unknown-words.ts';

/** Nodes after which what is settled is looked for; once more after so many new ones, if there was nothing. */
const WINDOW = 1 << 14;
/** Code units after which costs are counted from zero again: 65535 a word and its connection at the most. */
const LOWERING = 1 << 14;
/** Texts are far shorter than what lies between this and 2³¹. */
const MOST_STAMPS = 1 << 30;

export function createLattice(dictionary: Dictionary): Lattice {
  const { defaults, invokes } = dictionary.classes;
  const unknown = createUnknownWords(dictionary.classes);
  const { ends: guessEnd, kindAt, isSpace, guess } = unknown;
  const { ids, rights, costs: connectionCosts } = likelyFirst(dictionary);
  const { steps: stepsDown, step: stepDown, words: laidWords, ofClass } = createSurfaces(dictionary, ids);
  let laid = laidWords();

  /** The nodes, in the order in which they were made. */
  let nodeAt = new Int32Array((WINDOW * 2) << SHIFT);

  // The ways that reach a place: of those with the same right id only the cheapest can win.
  const wayNode = new Int32Array(rights * 2);
  const wayRight = new Int32Array(rights * 2);
  const wayCost = new Int32Array(rights * 2);
  const reached = { nodes: wayNode, rights: wayRight, costs: wayCost };
  const dropHopeless = createDropper({ rights, costs: connectionCosts });
  const waySeen = new Int32Array(rights).fill(NONE);
  const wayOfRight = new Int32Array(rights);

  /** Marks in `waySeen` and `best` are places counted on from text to text, so that none must be wiped out. */
  let stamped = 0;

  /** The best way to each left id from the place at hand: the place's mark, the node, the cost, and nothing. */
  const best = new Int32Array((connectionCosts.length / rights) << 2).fill(NONE);

  // What was found at one place, to be entered last found first, as MeCab does.
  const foundWords = new Int32Array(256);
  const foundEnd = new Int32Array(256);

  // The text at hand. What is written into these arrays is read again only up to its length.
  let size = 0;
  let units = new Uint16Array(256);
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
      heads = new Int32Array(size * 2);
    }
    for (let at = 0; at < size; at++) {
      units[at] = text.charCodeAt(at);
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
    ways = dropHopeless(reached, ways);
  };

  /** Finds the cheapest way to a left id. */
  const weigh = (left: number): void => {
    const row = left * rights;
    let cheapestWay = 0;
    let cheapest = (wayCost[0] ?? 0) + (connectionCosts[row + (wayRight[0] ?? 0)] ?? 0);
    for (let way = 1; way < ways; way++) {
      const cost = (wayCost[way] ?? 0) + (connectionCosts[row + (wayRight[way] ?? 0)] ?? 0);
      if (cost < cheapest) {
        cheapest = cost;
        cheapestWay = way;
      }
    }
    steps += ways;
    const at = left << 2;
    best[at + 1] = wayNode[cheapestWay] ?? 0;
    best[at + 2] = cheapest;
  };

  /** Entries of one surface that end at `end`. */
  const enter = (place: number, words: number, end: number): void => {
    const stamp = stamped + place;
    const count = laid[words] ?? 0;
    if ((nodes + count) << SHIFT > nodeAt.length) nodeAt = doubled(nodeAt);
    const made = nodeAt;
    let node = nodes;
    let head = heads[end] ?? NONE;
    const behind = words + 1 + count * WORD_COLUMNS;
    for (let word = words + 1; word < behind; word += WORD_COLUMNS) {
      const id = laid[word + WORD_IDS] ?? 0;
      const left = id >>> 16;
      const way = left << 2;
      if (best[way] !== stamp) {
        best[way] = stamp;
        weigh(left);
      }
      const at = node << SHIFT;
      made[at + ENTRY] = laid[word + WORD_ENTRY] ?? 0;
      made[at + RIGHT] = id & 0xffff;
      made[at + END] = end;
      made[at + PREVIOUS] = best[way + 1] ?? 0;
      made[at + COST] = (best[way + 2] ?? 0) + (laid[word + WORD_COST] ?? 0);
      made[at + NEXT] = head;
      head = node;
      node += 1;
    }
    nodes = node;
    heads[end] = head;
    if (end > farthest) farthest = end;
  };

  const columnOf = (node: number, column: number): number => nodeAt[(node << SHIFT) + column] ?? 0;

  const alive = (place: number): Alive => ({ nodeAt, nodes, heads, from: place, to: farthest });

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
        const living = alive(place);
        const ancestor = commonAncestor(living);
        if (ancestor > 0) {
          settle(ancestor);
          settledCost += forgetBefore(living, ancestor);
          nodes -= ancestor;
        }
        nextSettling = Math.max(WINDOW, nodes * 2);
      }
      if (place >= nextLowering) {
        settledCost += lower(alive(place));
        nextLowering = place + LOWERING;
      }
      gather(place);

      let found = 0;
      let node = 0;
      for (let at = from; at < size; ) {
        const step = stepDown(node, units[at] ?? 0);
        node = stepsDown[step + TO] ?? 0;
        if (node === 0) break;
        at += 1;
        const words = stepsDown[step + WORDS] ?? 0;
        if (words === 0) continue;
        foundWords[found] = words;
        foundEnd[found] = at;
        found += 1;
      }
      laid = laidWords();

      const kind = kindAt(from);
      if (found === 0 || invokes[kind] === 1) {
        const words = ofClass[defaults[kind] ?? 0] ?? 0;
        for (let index = guess(from, kind, found > 0) - 1; index >= 0; index--) {
          enter(place, words, guessEnd[index] ?? 0);
        }
      }
      for (let index = found - 1; index >= 0; index--) {
        enter(place, foundWords[index] ?? 0, foundEnd[index] ?? 0);
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
