/** What Open JTalk wrote for a few short lines, down to the phoneme of each label. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type TraceName = 'school' | 'number' | 'ten-thousand';

/** The lines as the engine was given them. */
export const LINES: Readonly<Record<TraceName, string>> = {
  school: 'がっこうへ行く。',
  number: '１０，５００円です。',
  'ten-thousand': '１０万人',
};

export function traceText(name: TraceName): string {
  return readFileSync(tracePath(name), 'utf8');
}

export function tracePath(name: TraceName): string {
  return join(import.meta.dirname, '..', '..', 'fixtures', 'press', `${name}.trace`);
}
