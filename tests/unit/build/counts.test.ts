import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, formatCount, sum } from '../../../tools/counts.mjs';

describe('the last line of npm test', () => {
  it.each([
    [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
    [{ passed: 12, failed: 1, skipped: 3 }, '12 passed, 1 failed, 3 skipped'],
  ])('tells %o', (count, line) => {
    expect(formatCount(count)).toBe(line);
  });

  it('adds up the steps', () => {
    const counts = [
      { passed: 1, failed: 0, skipped: 2 },
      { passed: 3, failed: 1, skipped: 0 },
    ];
    expect(sum(counts)).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });
});

describe("vitest's report", () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }],
  };

  it('counts tests, skipped ones and those to be written apart', () => {
    expect(countVitest(report, 1)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  });

  it('counts a file that cannot be loaded as a failure', () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    const count = countVitest({ ...report, testResults: [...report.testResults, unloaded] }, 1);
    expect(count.failed).toBe(2);
  });

  it('counts an error outside of every test as a failure', () => {
    expect(countVitest({ ...report, numFailedTests: 0, testResults: [] }, 1).failed).toBe(1);
  });

  it('is a failure when it is missing', () => {
    expect(countVitest(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe("playwright's report", () => {
  const stats = { expected: 4, unexpected: 1, flaky: 1, skipped: 2 };

  it('counts a flaky test as failed', () => {
    expect(countPlaywright({ stats }, 1)).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  it('counts a server that does not start as a failure', () => {
    const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 3 };
    expect(countPlaywright({ stats: none }, 1)).toEqual({ passed: 0, failed: 1, skipped: 3 });
  });
});
