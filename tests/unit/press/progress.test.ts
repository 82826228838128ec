import { describe, expect, it } from 'vitest';
import { createProgress } from '../../../src/press/progress.ts';

/** What is written while ten parts are done, a second each. */
function written(isTerminal: boolean, all = 10, from = 1): string {
  let text = '';
  let now = 0;
  const progress = createProgress('朗読', {
    write: (piece) => {
      text += piece;
    },
    isTerminal,
    now: () => now,
  });
  for (let done = from; done <= all; done++) {
    progress.update(done, all);
    now += 1000;
  }
  progress.finish();
  progress.finish();
  return text;
}

describe('the progress of a long work', () => {
  it('is one line on a terminal, drawn over itself and ended once', () => {
    const text = written(true);
    expect(text.split('\r')).toHaveLength(11);
    expect(text.match(/\n/gu)).toHaveLength(1);
    expect(text).toContain('[############------------]  50% 5/10');
  });

  it('is a line for each tenth elsewhere', () => {
    expect(written(false, 100).trim().split('\n')).toHaveLength(11);
  });

  it('says how much time is left, by what was done since the beginning', () => {
    expect(written(false)).toContain('5/10 あと約4秒');
    expect(written(false, 1000)).toContain('100/1000 あと約15分');
    expect(written(false)).toContain('10/10 できました');
  });

  it('takes what was there before for no work of its own', () => {
    expect(written(false, 10, 8)).toContain('9/10 あと約1秒');
  });
});
