import { mkdtempSync } from 'node:fs';
import { ensurePackages, hasApt } from '../system-packages.mjs';
import { readTotalsLine, totalsLine } from '../totals.ts';
import type { Totals } from '../totals.ts';
import { inMachine } from './confine.ts';
import { readVariables } from './host-settings.ts';
import { isMachine, layProject, makeMachine, PERSON, PROJECT, say, takeAlong } from './make-machine.ts';
import { readOptions, USAGE } from './options.ts';
import type { Options } from './options.ts';
import { removeCommand, removeMachine } from './remove-machine.ts';
import { isStopped, run, stopEverything } from './run.ts';

/** `npm run test:bare`: what the README promises, on a machine that has nothing. Last come the totals in there. */

const PERSONS_COPY = `/home/${PERSON}/purser`;

/** Why this machine cannot do it; undefined when it can. */
function reasonAgainst(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'A machine of its own can only be made by root on Linux. Run: sudo npm run test:bare';
  if (!hasApt()) return 'A bare Debian is made with debootstrap and the settings of apt, and there is no apt here.';
  return ensurePackages(['debootstrap']);
}

/** @returns what the tests came to; undefined when they said nothing */
async function testThere(folder: string, env: Readonly<Record<string, string>>): Promise<Totals | undefined> {
  say('npm ci && npm test, as root');
  const tested = await run(
    inMachine({ folder, user: 'root', env: { ...env, HOME: '/root' }, cwd: PROJECT, command: 'npm ci && npm test' }),
  );
  const totals = readTotalsLine(tested.output);
  if (totals === undefined || tested.code === 0 || totals.failed > 0) return totals;
  return { ...totals, failed: 1 };
}

/** @returns true when it came up, answered and stopped */
async function startThere(folder: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  say('npm start, as an ordinary user');
  const root = { folder, user: 'root', env: { ...env, HOME: '/root' }, cwd: PROJECT };
  // The build of the tests stays behind: a newcomer has built nothing.
  const own = `rm -rf ${PERSONS_COPY}/out && chown -R ${PERSON}: ${PERSONS_COPY}`;
  // With `--only start` nobody may have installed anything yet, or not to the end: npm writes that file last.
  const installed = '([ -f node_modules/.package-lock.json ] || npm ci)';
  const copy = `${installed} && rm -rf ${PERSONS_COPY} && cp -a ${PROJECT} ${PERSONS_COPY} && ${own}`;
  if ((await run(inMachine({ ...root, command: copy }))).code !== 0) return false;
  const person = { folder, user: PERSON, env: { ...env, HOME: `/home/${PERSON}` }, cwd: PERSONS_COPY };
  return (await run(inMachine({ ...person, command: 'node scripts/bare/start-check.mjs' }))).code === 0;
}

/** @returns the exit code, and the totals where there are some */
async function useMachine(
  folder: string,
  options: Options,
): Promise<{ readonly code: number; readonly totals?: Totals }> {
  if (options.machine === undefined) await makeMachine(folder);
  const env = { ...readVariables(process.env), ...(await takeAlong(folder)) };
  await layProject(folder);
  if (options.run !== undefined) {
    say(`${options.run}, as root`);
    return {
      code:
        (
          await run(
            inMachine({ folder, user: 'root', env: { ...env, HOME: '/root' }, cwd: PROJECT, command: options.run }),
          )
        ).code ?? 1,
    };
  }
  const nothing = { passed: 0, failed: 1, skipped: 0 };
  const tests = options.only === 'start' ? undefined : ((await testThere(folder, env)) ?? nothing);
  const started = options.only === 'test' || (!isStopped() && (await startThere(folder, env)));
  if (isStopped()) throw new Error('Stopped.');
  if (tests === undefined) return { code: started ? 0 : 1 };
  const totals = started ? tests : { ...tests, failed: tests.failed + 1 };
  return { code: totals.failed > 0 || totals.passed === 0 ? 1 : 0, totals };
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
    return 0;
  }
  const against =
    reasonAgainst() ??
    (options.machine !== undefined && !isMachine(options.machine)
      ? `${options.machine} holds no machine that was kept.`
      : undefined);
  if (against !== undefined) throw new Error(against);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopEverything);
  // Not in /tmp, which may be memory: this takes gigabytes.
  const folder = options.machine ?? mkdtempSync('/var/tmp/purser-bare-');
  try {
    const { code, totals } = await useMachine(folder, options);
    await leave(folder, options);
    if (totals !== undefined) console.log(`\n${totalsLine(totals)}`);
    return code;
  } catch (error) {
    await leave(folder, options);
    throw error;
  }
}

/** Keeps the machine where that was asked for, unless it is half made and of no use to anybody. */
async function leave(folder: string, options: Options): Promise<void> {
  if (options.keep && isMachine(folder))
    return say(`Kept: npm run test:bare -- --machine ${folder}. It goes with: ${removeCommand(folder)}`);
  if (options.machine !== undefined) return;
  say('Removing the machine');
  const why = await removeMachine(folder);
  if (why !== undefined) console.error(why);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
if (isStopped()) process.exitCode = 130;
