import { z } from 'zod';

/** What one part of a test run came to. */
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
}

const vitestReport = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
});

/** Reads vitest's JSON report. A file that could not be loaded has no failed test, yet failed. */
export function readVitest(report: unknown): Totals {
  const seen = vitestReport.parse(report);
  const failed = Math.max(seen.numFailedTests, seen.success ? 0 : 1);
  return { passed: seen.numPassedTests, failed, skipped: seen.numPendingTests + seen.numTodoTests };
}

const playwrightTest = z.object({
  projectName: z.string(),
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(z.object({ type: z.string(), description: z.string().optional() })),
});
const playwrightSpec = z.object({ tests: z.array(playwrightTest) });
interface Suite {
  readonly specs: readonly z.infer<typeof playwrightSpec>[];
  readonly suites?: readonly Suite[] | undefined;
}
const playwrightSuite: z.ZodType<Suite> = z.lazy(() =>
  z.object({ specs: z.array(playwrightSpec), suites: z.array(playwrightSuite).optional() }),
);
const playwrightReport = z.object({ suites: z.array(playwrightSuite), errors: z.array(z.unknown()) });

/**
 * Reads Playwright's JSON report, one entry per project. A flaky test counts as failed. `reason` is the first
 * one given for a skip. `errors` are those outside any test, such as a file that could not be loaded.
 */
export function readPlaywright(report: unknown): {
  readonly projects: ReadonlyMap<string, Totals & { readonly reason: string | undefined }>;
  readonly errors: number;
} {
  const { suites, errors } = playwrightReport.parse(report);
  const all = suites.flatMap(testsOf);
  const projects = [...new Set(all.map((test) => test.projectName))].map((name) => {
    const tests = all.filter((test) => test.projectName === name);
    const passed = tests.filter((test) => test.status === 'expected').length;
    const skips = tests.filter((test) => test.status === 'skipped');
    const reason = skips.flatMap((test) => test.annotations).find((annotation) => annotation.description)?.description;
    const totals = { passed, failed: tests.length - passed - skips.length, skipped: skips.length, reason };
    return [name, totals] as const;
  });
  return { projects: new Map(projects), errors: errors.length };
}

function testsOf(suite: Suite): readonly z.infer<typeof playwrightTest>[] {
  return [...suite.specs.flatMap((spec) => spec.tests), ...(suite.suites ?? []).flatMap(testsOf)];
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

/** A table for the end of the run. */
export function totalsTable(rows: readonly Row[]): string {
  const width = Math.max(...rows.map((row) => row.name.length));
  return rows
    .map((row) => {
      const mark = row.failed > 0 ? 'FAIL' : row.skipped > 0 ? 'SKIP' : ' ok ';
      const line = `${mark}  ${row.name.padEnd(width)}  ${totalsLine(row).padEnd(36)} ${row.seconds.toFixed(1).padStart(6)} s`;
      return row.note === undefined ? line : `${line}  ${row.note}`;
    })
    .join('\n');
}
