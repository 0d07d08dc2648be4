import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const CLI = join(import.meta.dirname, '..', '..', 'cli', 'index.ts');

/** Hints name the command as a person types it, not as tests start it; and no table is folded. */
const NAMED = {
  PURSER_COMMAND: 'purser',
  COLUMNS: '500',
  NO_COLOR: '1',
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
};

/** A `purser serve` process of its own, on a real port and data folder. */
export interface ServeProcess {
  readonly url: string;
  readonly pid: number;
  /** One-time login link of the dashboard, with `--ui`. */
  readonly ui: string | null;
  readonly process: ChildProcess;
  /** Sends a signal and waits for the end. @returns exit code and signal */
  end(signal: NodeJS.Signals): Promise<readonly [code: number | null, signal: NodeJS.Signals | null]>;
}

/** Starts one and waits for its `ready` line. @throws with its stderr when it ends before that */
export async function startServe(
  dataFolder: string,
  flags: readonly string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Promise<ServeProcess> {
  const child = spawn(
    process.execPath,
    [CLI, 'serve', '--data-dir', dataFolder, '--port', '0', '--secrets', 'memory', '--json', ...flags],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...NAMED, ...env },
    },
  );
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const exited = once(child, 'exit');
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([first]) => String(first)),
    exited.then(([code]) => Promise.reject(new Error(`serve ended with ${String(code)}: ${errors}`))),
  ]);
  const ready = z.object({ url: z.string(), pid: z.int(), ui: z.string().nullable() }).parse(JSON.parse(line));
  return {
    ...ready,
    process: child,
    async end(signal) {
      child.kill(signal);
      await exited;
      return [child.exitCode, child.signalCode];
    },
  };
}

/** How a command ended, and what it said. */
export interface CliEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one CLI command to its end, as a person would, with `input` on stdin. */
export async function runCli(
  args: readonly string[],
  input = '',
  env: NodeJS.ProcessEnv = process.env,
  cwd = process.cwd(),
): Promise<CliEnd> {
  const child = spawn(process.execPath, [CLI, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...NAMED, ...env },
    cwd,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  child.stdin.end(input);
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}
