/**
 * Context ids numbered anew, those of likely words first. A text weighs the same few hundred pairs of ids again and
 * again; side by side they stay in the processor's near memory, while spread over the whole matrix they don't.
 */
import type { Connections, Dictionary, Words } from './dictionary.ts';

/** The ids of the dictionary's templates, and the costs of their connections, in an order of their own. */
export interface LikelyFirst extends Connections {
  /** A template's left id in the upper 16 bits, its right id in the lower. The text's edges keep the id 0. */
  readonly ids: Uint32Array;
}

export function likelyFirst({ words, connections }: Pick<Dictionary, 'words' | 'connections'>): LikelyFirst {
  const { left, right } = words.templates;
  const { rights, costs } = connections;
  const lefts = costs.length / rights;
  const likelihoods = likelihoodsOf(words);
  const leftOrder = orderOf(left, likelihoods, lefts);
  const rightOrder = orderOf(right, likelihoods, rights);
  const placed = new Int16Array(costs.length);
  let at = 0;
  for (const id of leftOrder) {
    const row = costs.subarray(id * rights, (id + 1) * rights);
    for (let place = 0; place < rights; place++) placed[at++] = row[rightOrder[place] ?? 0] ?? 0;
  }
  const newLeft = placesOf(leftOrder);
  const newRight = placesOf(rightOrder);
  const ids = Uint32Array.from(
    left,
    (id, template) => ((newLeft[id] ?? 0) << 16) | (newRight[right[template] ?? 0] ?? 0),
  );
  return { ids, rights, costs: placed };
}

/** By how much a word's cost grows where it is half as likely: MeCab's costs are logarithms. */
const HALVING = 512;
/** Costs are looked up in steps of 64. */
const STEPS = Float64Array.from({ length: 1 << 10 }, (_, step) => 2 ** -(((step - (1 << 9)) << 6) / HALVING));

/** How often each template's words may come, by their costs alone; only the order matters. */
function likelihoodsOf({ heads, templates }: Words): Float64Array {
  const likelihoods = new Float64Array(templates.left.length);
  for (const head of heads) {
    const template = head >>> 16;
    const step = (((head << 16) >> 16) >> 6) + (1 << 9);
    likelihoods[template] = (likelihoods[template] ?? 0) + (STEPS[step] ?? 0);
  }
  return likelihoods;
}

/** All ids, the likeliest first, behind the edges' own. `idOf` is each template's. */
function orderOf(idOf: Uint16Array, likelihoods: Float64Array, count: number): Uint16Array {
  const sums = new Float64Array(count);
  for (let template = 0; template < idOf.length; template++) {
    const id = idOf[template] ?? 0;
    sums[id] = (sums[id] ?? 0) + (likelihoods[template] ?? 0);
  }
  sums[0] = Number.POSITIVE_INFINITY;
  return Uint16Array.from(sums.keys()).sort((one, other) => (sums[other] ?? 0) - (sums[one] ?? 0));
}

/** The inverse of an order. */
function placesOf(order: Uint16Array): Uint16Array {
  const places = new Uint16Array(order.length);
  for (const [place, id] of order.entries()) places[id] = place;
  return places;
}
