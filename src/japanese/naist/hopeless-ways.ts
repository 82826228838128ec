/** Ways to a place that cannot win, whatever comes behind them: three of four, found by one look each. */
import type { Connections } from './dictionary.ts';

/** The ways that reach a place, in columns: their last node, its right id, and what they have cost. */
export interface Ways {
  readonly nodes: Int32Array;
  readonly rights: Int32Array;
  readonly costs: Int32Array;
}

/** How often two right ids must meet before they are compared, which takes a look at all left ids. */
const MEETINGS = 4;
/** Added to what is kept, so that it is more than a number of meetings; costs have 16 bits. */
const KEPT = 1 << 20;

/**
 * Drops, of the first `count` ways, those that any next word makes dearer than the one that is cheapest now; the others
 * keep their order. Says how many are left.
 */
export function createDropper({
  rights: size,
  costs: connections,
}: Connections): (ways: Ways, count: number) => number {
  /** By the cheapest's right id and another's: by how much the other's connection is cheaper at the most. */
  const advantages = new Int32Array(size * size);

  const compare = (at: number, cheapest: number, other: number): void => {
    let most = -KEPT;
    for (let row = 0; row < connections.length; row += size) {
      const less = (connections[row + cheapest] ?? 0) - (connections[row + other] ?? 0);
      if (less > most) most = less;
    }
    advantages[at] = most + KEPT;
  };

  return ({ nodes, rights, costs }, count) => {
    if (count < 2) return count;
    let cheapest = 0;
    for (let way = 1; way < count; way++) if ((costs[way] ?? 0) < (costs[cheapest] ?? 0)) cheapest = way;
    const right = rights[cheapest] ?? 0;
    const cost = costs[cheapest] ?? 0;
    const row = right * size;
    let left = 0;
    for (let way = 0; way < count; way++) {
      const other = rights[way] ?? 0;
      const otherCost = costs[way] ?? 0;
      const at = row + other;
      const known = advantages[at] ?? 0;
      if (known > MEETINGS) {
        if (otherCost > cost + known - KEPT) continue;
      } else if (way !== cheapest) {
        advantages[at] = known + 1;
        if (known === MEETINGS) compare(at, right, other);
      }
      nodes[left] = nodes[way] ?? 0;
      rights[left] = other;
      costs[left] = otherCost;
      left += 1;
    }
    return left;
  };
}
