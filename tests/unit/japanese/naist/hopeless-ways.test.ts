import { describe, expect, it } from 'vitest';
import { createDropper } from '../../../../src/japanese/naist/hopeless-ways.ts';

/** Rows by the left id: before any word the right id 1 is at the most 30 cheaper than 0, and 2 at the most 5. */
const connections = { rights: 3, costs: Int16Array.from([50, 20, 45, 10, 40, 60]) };

/** The nodes that are left of ways `[right id, cost]`, when they have met often enough to be known. */
function left(...reached: readonly (readonly [number, number])[]): readonly number[] {
  const drop = createDropper(connections);
  let nodes: readonly number[] = [];
  for (let meeting = 0; meeting < 8; meeting++) {
    const ways = {
      nodes: Int32Array.from(reached.keys()),
      rights: Int32Array.from(reached, ([right]) => right),
      costs: Int32Array.from(reached, ([, cost]) => cost),
    };
    nodes = [...ways.nodes.subarray(0, drop(ways, reached.length))];
  }
  return nodes;
}

describe('of the ways to a place', () => {
  it.each([
    [
      'one that no next word makes as cheap is dropped',
      [
        [0, 100],
        [1, 131],
      ],
      [0],
    ],
    [
      'one that may still cost the same stays',
      [
        [0, 100],
        [1, 130],
      ],
      [0, 1],
    ],
    [
      'the others keep their order',
      [
        [2, 106],
        [1, 120],
        [0, 100],
      ],
      [1, 2],
    ],
    ['the only one stays', [[1, 500]], [0]],
  ] as const)('%s', (_, reached, expected) => {
    expect(left(...reached)).toEqual(expected);
  });
});
