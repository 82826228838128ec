/** How far a long work is, for whoever waits: a bar that is drawn over itself on a terminal, a line now and then elsewhere. */

export interface Progress {
  /** `done` of `all` parts. What was done before the beginning says nothing about the speed. */
  update(done: number, all: number): void;
  /** Ends the bar's line. */
  finish(): void;
}

export interface ProgressOptions {
  readonly write: (text: string) => void;
  /** Whether what is written can be drawn over. */
  readonly isTerminal: boolean;
  /** Milliseconds. */
  readonly now: () => number;
}

const WIDTH = 24;
const STEPS = 10;

export function createProgress(label: string, { write, isTerminal, now }: ProgressOptions): Progress {
  let begun: { readonly at: number; readonly done: number } | null = null;
  let step = -1;
  let isOpen = false;
  return {
    update(done, all) {
      begun ??= { at: now(), done: done - 1 };
      const part = all === 0 ? 1 : done / all;
      const left = timeLeft(now() - begun.at, done - begun.done, all - done);
      const line = `${label} ${bar(part)} ${done}/${all} ${left}`;
      if (isTerminal) {
        write(`\r${line}\u001b[K`);
        isOpen = true;
      } else if (Math.floor(part * STEPS) > step) {
        step = Math.floor(part * STEPS);
        write(`${line}\n`);
      }
    },
    finish() {
      if (isOpen) write('\n');
      isOpen = false;
    },
  };
}

function bar(part: number): string {
  const full = Math.round(part * WIDTH);
  return `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${String(Math.floor(part * 100)).padStart(3)}%`;
}

function timeLeft(elapsed: number, done: number, left: number): string {
  if (left <= 0) return 'できました';
  if (done <= 0 || elapsed <= 0) return '';
  const seconds = Math.ceil(((elapsed / done) * left) / 1000);
  return seconds < 60 ? `あと約${seconds}秒` : `あと約${Math.ceil(seconds / 60)}分`;
}
