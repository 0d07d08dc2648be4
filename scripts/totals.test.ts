import { describe, expect, it } from 'vitest';
import { readPlaywright, readVitest, sumTotals, totalsLine, totalsTable } from './totals.ts';

const vitest = { success: true, numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };

function playwrightTest(projectName: string, status: string, description?: string) {
  return { tests: [{ projectName, status, annotations: description === undefined ? [] : [{ type: 'skip', description }] }] };
}

describe('readVitest', () => {
  it('counts what ran, and todo as skipped', () => {
    expect(readVitest(vitest)).toEqual({ passed: 7, failed: 0, skipped: 2 });
  });

  it('counts a file that could not be loaded as failed', () => {
    expect(readVitest({ ...vitest, success: false }).failed).toBe(1);
  });

  it('refuses a report of another shape rather than count nothing', () => {
    expect(() => readVitest({})).toThrow();
  });
});

describe('readPlaywright', () => {
  it('counts by project, flaky as failed, and keeps the reason of a skip', () => {
    const report = {
      errors: [],
      suites: [
        {
          specs: [playwrightTest('web', 'expected'), playwrightTest('web', 'flaky')],
          suites: [{ specs: [playwrightTest('desktop', 'skipped', 'no runtime'), playwrightTest('desktop', 'unexpected')] }],
        },
      ],
    };
    const { projects, errors } = readPlaywright(report);
    expect(projects.get('web')).toEqual({ passed: 1, failed: 1, skipped: 0, reason: undefined });
    expect(projects.get('desktop')).toEqual({ passed: 0, failed: 1, skipped: 1, reason: 'no runtime' });
    expect(errors).toBe(0);
  });
});

describe('the end of a run', () => {
  it('sums and says it in one line', () => {
    const totals = sumTotals([{ passed: 2, failed: 0, skipped: 1 }, { passed: 3, failed: 1, skipped: 0 }]);
    expect(totalsLine(totals)).toBe('5 passed, 1 failed, 1 skipped');
  });

  it('shows a skip and its reason', () => {
    const table = totalsTable([{ name: 'desktop', passed: 0, failed: 0, skipped: 4, seconds: 1.25, note: 'no runtime' }]);
    expect(table).toMatch(/^SKIP {2}desktop {2}0 passed, 0 failed, 4 skipped .* s {2}no runtime$/);
  });
});
