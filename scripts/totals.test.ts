import { describe, expect, it } from 'vitest';
import {
  failedTests,
  readPlaywright,
  readTotalsLine,
  readVitest,
  sumTotals,
  totalsLine,
  totalsTable,
} from './totals.ts';

const vitest = {
  success: true,
  numPassedTests: 7,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [],
};
const failed = {
  ...vitest,
  success: false,
  numFailedTests: 1,
  testResults: [
    {
      name: '/p/a.test.ts',
      status: 'failed',
      assertionResults: [
        { fullName: 'a cap holds', status: 'failed' },
        { fullName: 'fine', status: 'passed' },
      ],
    },
    { name: '/p/b.test.ts', status: 'failed', assertionResults: [] },
  ],
};

function playwrightTest(projectName: string, status: string, description?: string) {
  return {
    title: status,
    file: 'a.spec.ts',
    line: 3,
    tests: [{ projectName, status, annotations: description === undefined ? [] : [{ type: 'skip', description }] }],
  };
}

describe('readVitest', () => {
  it('counts what ran, and todo as skipped', () => {
    expect(readVitest(vitest)).toEqual({ passed: 7, failed: 0, skipped: 2, names: [] });
  });

  it('counts a file that could not be loaded as failed', () => {
    expect(readVitest({ ...vitest, success: false }).failed).toBe(1);
  });

  it('names what failed, a file that could not be loaded as a whole', () => {
    expect(readVitest(failed).names).toEqual(['/p/a.test.ts: a cap holds', '/p/b.test.ts']);
  });

  it('refuses a report of another shape rather than count nothing', () => {
    expect(() => readVitest({})).toThrow();
  });
});

describe('readPlaywright', () => {
  it('counts by project, names what failed or needed a second try, and keeps the reason of a skip', () => {
    const report = {
      errors: [],
      suites: [
        {
          specs: [playwrightTest('web', 'expected'), playwrightTest('web', 'flaky')],
          suites: [
            { specs: [playwrightTest('desktop', 'skipped', 'no runtime'), playwrightTest('desktop', 'unexpected')] },
          ],
        },
      ],
    };
    const { projects, errors } = readPlaywright(report);
    expect(projects.get('web')).toEqual({
      passed: 2,
      failed: 0,
      skipped: 0,
      reasons: [],
      names: [],
      secondTry: ['a.spec.ts:3 flaky'],
    });
    expect(projects.get('desktop')).toEqual({
      passed: 0,
      failed: 1,
      skipped: 1,
      reasons: ['no runtime'],
      names: ['a.spec.ts:3 unexpected'],
      secondTry: [],
    });
    expect(errors).toBe(0);
  });
});

describe('the end of a run', () => {
  it('sums and says it in one line', () => {
    const totals = sumTotals([
      { passed: 2, failed: 0, skipped: 1 },
      { passed: 3, failed: 1, skipped: 0 },
    ]);
    expect(totalsLine(totals)).toBe('5 passed, 1 failed, 1 skipped');
  });

  it('names every test that failed, for good or once', () => {
    const row = { name: 'web', passed: 2, failed: 1, skipped: 0, seconds: 1 };
    expect(failedTests([{ ...row, names: ['a'], secondTry: ['b'] }, row])).toBe(
      'PASSED ONLY AT THE SECOND TRY  web: b\nFAILED  web: a\n',
    );
  });

  it('shows a skip and its reason', () => {
    const table = totalsTable([
      { name: 'desktop', passed: 0, failed: 0, skipped: 4, seconds: 1.25, note: 'no runtime' },
    ]);
    expect(table).toMatch(/^SKIP {2}desktop {2}0 passed, 0 failed, 4 skipped .* s {2}no runtime$/);
  });
});

describe('readTotalsLine', () => {
  it('reads back what totalsLine wrote, the last of several', () => {
    const totals = { passed: 7, failed: 1, skipped: 2 };
    expect(readTotalsLine(`1 passed, 0 failed, 0 skipped\n...\n${totalsLine(totals)}\n`)).toEqual(totals);
  });

  it('is not taken in by a line of a table or by a log without totals', () => {
    expect(readTotalsLine(' ok   vitest  7 passed, 0 failed, 0 skipped   1.0 s\n')).toBeUndefined();
  });
});
