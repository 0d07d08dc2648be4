import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process that serves. */
export interface Child {
  readonly pid: number;
  stop(): Promise<void>;
}

interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** It serves when this port takes connections. */
  readonly port: number;
}

const PATIENCE_MS = 30_000;

/** Starts a process and waits until its port answers. @throws with the end of its output */
export async function startChild({ command, args, env, port }: ChildOptions): Promise<Child> {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-2_000)));
  const start = performance.now();
  while (!(await answers(port))) {
    if (child.exitCode !== null || performance.now() - start > PATIENCE_MS) {
      child.kill('SIGKILL');
      throw new Error(`${command} ${args.join(' ')} does not serve: ${output}`);
    }
    await sleep(50);
  }
  if (child.pid === undefined) throw new Error(`${command} has no process`);
  return { pid: child.pid, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(late);
}

async function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    (error: unknown) => error instanceof Error && !String(error.cause).includes('ECONNREFUSED'),
  );
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address: AddressInfo | string | null = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
