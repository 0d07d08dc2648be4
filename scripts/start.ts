import { isBuildStale } from './build-state.ts';
import { reasonAgainstDesktop } from './choose-host.ts';
import { findOrDownloadRuntime } from './electron-runtime.ts';
import { endWithParent } from './end-with-parent.ts';
import { serveHeadless } from './headless.ts';
import { runCommand } from './run-command.ts';

/** `npm start`: the desktop app where that is possible, else the gateway with its dashboard in a browser. */
const args = process.argv.slice(2);

/**
 * Chromium tells a terminal of every service that this machine lacks, which nobody can do anything about here: it says
 * only what ends it. Purser's own lines are not among them. `npm start -- --log-level=0` shows them all.
 */
const QUIET = ['--log-level=3'];

async function build(): Promise<boolean> {
  // After `npm ci --ignore-scripts` the binding is not there yet; when it is, this takes no time.
  const natives = await runCommand('node', ['scripts/install-natives.mjs']);
  if (natives.code !== 0) return false;
  if (!isBuildStale()) return true;
  console.log('Building Purser...');
  const built = await runCommand('npm', ['run', '--silent', 'build'], { keep: true });
  if (built.code !== 0) console.error(`${built.output}\nThe build failed; the messages above say where.`);
  return built.code === 0;
}

async function startDesktop(): Promise<{ readonly why: string } | { readonly code: number }> {
  const why = reasonAgainstDesktop({ platform: process.platform, env: process.env, isRoot: process.getuid?.() === 0 });
  if (why !== undefined) return { why };
  const runtime = await findOrDownloadRuntime();
  if (!runtime.found) return { why: runtime.why };
  console.log('Starting Purser; look for it in the tray.');
  const done = await runCommand(runtime.executable, ['.', ...QUIET, ...args]);
  return { code: done.code ?? 1 };
}

async function startHeadless(): Promise<number> {
  const chosen =
    args.some((arg) => arg === '--secrets' || arg.startsWith('--secrets=')) ||
    process.env['PURSER_SECRETS'] !== undefined;
  const first = await serveHeadless(args, chosen ? undefined : 'SECRETS_UNAVAILABLE');
  if (chosen || first.error !== 'SECRETS_UNAVAILABLE') return first.code ?? 1;
  // `serve` refuses and never chooses by itself; here the choice is made in the open, and only for this run.
  console.log(
    "This machine's keychain does not answer, so this run keeps provider keys in memory until it stops (--secrets " +
      'memory). For keys that last: npm start -- --secrets vault',
  );
  return (await serveHeadless([...args, '--secrets', 'memory'])).code ?? 1;
}

async function start(): Promise<number> {
  if (!(await build())) return 1;
  const desktop = await startDesktop();
  if ('code' in desktop) return desktop.code;
  console.log(`No desktop app here: ${desktop.why}. Running headless instead.`);
  return startHeadless();
}

endWithParent();
process.exitCode = await start();
