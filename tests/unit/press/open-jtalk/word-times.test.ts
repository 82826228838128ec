import { describe, expect, it } from 'vitest';
import type { ScriptLine } from '../../../../src/press/open-jtalk/script.ts';
import { parseTrace } from '../../../../src/press/open-jtalk/trace.ts';
import { wordTimes } from '../../../../src/press/open-jtalk/word-times.ts';
import { LINES, type TraceName, traceText } from '../traces.ts';

function timesOf(name: TraceName, clock = 0) {
  const text = LINES[name];
  const line: ScriptLine = {
    text,
    offsets: Array.from({ length: text.length + 1 }, (_, at) => at),
    cutAtMark: false,
  };
  const words = wordTimes(line, parseTrace(traceText(name)), clock);
  return { words, surfaces: words.map(({ start, end }) => text.slice(start, end)) };
}

describe('the times of a sentence’s words', () => {
  it.each<[TraceName, string[]]>([
    ['school', ['がっこう', 'へ', '行く']],
    ['number', ['１０，５００', '円', 'です']],
    ['ten-thousand', ['１０', '万', '人']],
  ])('are those of whole words, a number being one: %s', (name, expected) => {
    const { words, surfaces } = timesOf(name);
    expect(surfaces).toEqual(expected);
    let clock = 0;
    for (const { from, to } of words) {
      expect(from).toBeGreaterThanOrEqual(clock);
      expect(to).toBeGreaterThan(from);
      clock = to;
    }
  });

  it('are later by what was said before, to the millisecond', () => {
    const [first] = timesOf('school').words;
    const [later] = timesOf('school', 2.00049).words;
    expect((later?.from ?? 0) - (first?.from ?? 0)).toBeCloseTo(2, 9);
  });

  it('are none where the words can’t be counted off', () => {
    const trace = parseTrace(traceText('school'));
    const line: ScriptLine = { text: 'あ', offsets: [0, 1], cutAtMark: false };
    expect(wordTimes(line, { ...trace, morphemes: [] }, 0)).toEqual([]);
  });
});
