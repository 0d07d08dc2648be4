import { z } from 'zod';

/** The result of one part of a test run. */
export interface Totals {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Row extends Totals {
  readonly name: string;
  readonly seconds: number;
  /** Why something was skipped or failed, for the table. */
  readonly note?: string;
  /** The tests that failed, by file and title. */
  readonly names?: readonly string[];
  /** Those that failed once and then passed: bugs to look at, of the test or of the product. */
  readonly secondTry?: readonly string[];
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
});

/**
 * Reads vitest's JSON report, and names what failed. A file that could not be loaded has no failed test, yet failed.
 */
export function readVitest(report: unknown): Totals & { readonly names: readonly string[] } {
  const seen = vitestReport.parse(report);
  const failed = Math.max(seen.numFailedTests, seen.success ? 0 : 1);
  const names = seen.testResults.flatMap(({ name, status, assertionResults }) => {
    const tests = assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => `${name}: ${test.fullName}`);
    return tests.length === 0 && status === 'failed' ? [name] : tests;
  });
  return { passed: seen.numPassedTests, failed, skipped: seen.numPendingTests + seen.numTodoTests, names };
}

const playwrightTest = z.object({
  projectName: z.string(),
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
});
const playwrightSpec = z.object({ title: z.string(), file: z.string(), line: z.int(), tests: z.array(playwrightTest) });
interface Suite {
  readonly specs: readonly z.infer<typeof playwrightSpec>[];
  readonly suites?: readonly Suite[] | undefined;
}
const playwrightSuite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(playwrightSpec), suites: z.array(playwrightSuite).optional() }),
);
const playwrightReport = z.object({ suites: z.array(playwrightSuite), errors: z.array(z.unknown()) });

/**
 * Reads Playwright's JSON report, one entry per project. A test that passed at its second try is passed, and
 * named. `reasons` are those given for skips. `errors` are those outside any test, such as a file that could not be
 * loaded.
 */
export function readPlaywright(report: unknown): {
  readonly projects: ReadonlyMap<
    string,
    Totals & {
      readonly reasons: readonly string[];
      readonly names: readonly string[];
      readonly secondTry: readonly string[];
    }
  >;
  readonly errors: number;
} {
  const { suites, errors } = playwrightReport.parse(report);
  const all = suites.flatMap(testsOf);
  const projects = [...new Set(all.map((test) => test.projectName))].map((name) => {
    const tests = all.filter((test) => test.projectName === name);
    const passed = tests.filter((test) => test.status === 'expected' || test.status === 'flaky').length;
    const named = (status: string): readonly string[] =>
      tests.filter((test) => test.status === status).map((test) => test.name);
    const skips = tests.filter((test) => test.status === 'skipped');
    const reasons = [
      ...new Set(
        skips.map(
          (test) => test.annotations.find((annotation) => annotation.description)?.description ?? 'no reason given',
        ),
      ),
    ];
    const totals = {
      passed,
      failed: tests.length - passed - skips.length,
      skipped: skips.length,
      reasons,
      names: named('unexpected'),
      secondTry: named('flaky'),
    };
    return [name, totals] as const;
  });
  return { projects: new Map(projects), errors: errors.length };
}

function testsOf(suite: Suite): readonly (z.infer<typeof playwrightTest> & { readonly name: string })[] {
  const own = suite.specs.flatMap(({ file, line, title, tests }) =>
    tests.map((test) => ({ ...test, name: `${file}:${line} ${title}` })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(testsOf)];
}

/** Adds rows up. */
export function sumTotals(rows: readonly Totals[]): Totals {
  const sum = (pick: (row: Totals) => number): number => rows.reduce((total, row) => total + pick(row), 0);
  return { passed: sum((row) => row.passed), failed: sum((row) => row.failed), skipped: sum((row) => row.skipped) };
}

/** The closing line that people and machines read. */
export function totalsLine(totals: Totals): string {
  return `${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`;
}

/** The last closing line of a log; undefined when there is none. */
export function readTotalsLine(log: string): Totals | undefined {
  const last = [...log.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped\r?$/gm)].at(-1);
  return last && { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3]) };
}

/** The tests that failed, for good or once, a line each: a log is read from its end. */
export function failedTests(rows: readonly Row[]): string {
  return rows
    .flatMap(({ name, names = [], secondTry = [] }) => [
      ...secondTry.map((test) => `PASSED ONLY AT THE SECOND TRY  ${name}: ${test}\n`),
      ...names.map((test) => `FAILED  ${name}: ${test}\n`),
    ])
    .join('');
}

/** A table for the end of the run. */
export function totalsTable(rows: readonly Row[]): string {
  const width = Math.max(...rows.map((row) => row.name.length));
  return rows
    .map((row) => {
      const mark = row.failed > 0 ? 'FAIL' : row.skipped > 0 ? 'SKIP' : ' ok ';
      const seconds = `${row.seconds.toFixed(1).padStart(6)} s`;
      const line = `${mark}  ${row.name.padEnd(width)}  ${totalsLine(row).padEnd(36)} ${seconds}`;
      return row.note === undefined ? line : `${line}  ${row.note}`;
    })
    .join('\n');
}
