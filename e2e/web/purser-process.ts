import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const root = join(import.meta.dirname, '..', '..');
const CLI = join(root, 'out', 'cli', 'purser.js');
const NODE = findPlainNode();

/** The built command line as a person starts it: a program and its first argument. */
export const PURSER = [NODE, CLI] as const;

const readySchema = z.object({ url: z.string(), ui: z.string(), pid: z.int(), dataFolder: z.string().optional() });

/** A built `purser serve --ui` or `purser demo` in a process of its own. */
export interface PurserProcess {
  /** The gateway that tools are given. */
  readonly url: string;
  /** The dashboard's login link. It works once. */
  readonly loginLink: string;
  /** Where the dashboard is, without the login. */
  readonly dashboardUrl: string;
  readonly dataFolder: string;
  /** Sends a signal and waits for the end. @returns the exit code, or the signal that ended it */
  readonly end: (signal: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>;
  readonly stderr: () => string;
}

/** The Node a person has: tools of this project may bring a newer one, but what is built must run on theirs. */
function findPlainNode(): string {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  const found = folders.map((folder) => join(folder, 'node')).find(isExecutable);
  return found ?? process.execPath;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The version of the Node under test. */
export function plainNodeVersion(): string {
  return execFileSync(NODE, ['--version'], { encoding: 'utf8' }).trim();
}

/**
 * Starts `purser serve --ui` on a data folder, with keys in memory. @param env of the person whose tools it connects
 */
export function startServe(dataFolder: string, port = 0, env: NodeJS.ProcessEnv = process.env): Promise<PurserProcess> {
  return start(
    ['serve', '--ui', '--secrets', 'memory', '--port', String(port), '--data-dir', dataFolder],
    dataFolder,
    env,
  );
}

/** Starts `purser demo`, which makes its own data folder. */
export function startDemo(): Promise<PurserProcess> {
  return start(['demo'], '');
}

/** Runs one built command to its end. @returns what it printed with `--json` */
export function runJson(dataFolder: string, ...args: readonly string[]): unknown {
  return JSON.parse(execFileSync(NODE, [CLI, ...args, '--json', '--data-dir', dataFolder], { encoding: 'utf8' }));
}

async function start(
  args: readonly string[],
  dataFolder: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<PurserProcess> {
  const child = spawn(NODE, [CLI, ...args, '--json'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  const exited = once(child, 'exit');
  const first = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([line]) => String(line)),
    exited.then(([code]) =>
      Promise.reject(new Error(`purser ${args[0]} ended with ${String(code)} before it was ready: ${errors.join('')}`)),
    ),
  ]);
  const ready = readySchema.parse(JSON.parse(first));
  return {
    url: ready.url,
    loginLink: ready.ui,
    dashboardUrl: new URL(ready.ui).origin,
    dataFolder: ready.dataFolder ?? dataFolder,
    async end(signal) {
      // Already gone: there is nobody to wait for.
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
      return child.signalCode ?? child.exitCode;
    },
    stderr: () => errors.join(''),
  };
}
