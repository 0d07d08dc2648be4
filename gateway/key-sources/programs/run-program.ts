import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

/** A program that prints a key. */
export interface Program {
  readonly command: readonly [string, ...(readonly string[])];
  /** All the variables that it gets. */
  readonly environment: Readonly<Record<string, string>>;
}

/** How it ended. */
export type Ran =
  | { readonly ended: 'well'; readonly output: Buffer }
  /** `said` is for looking at, never for showing: it may hold anything. */
  | { readonly ended: 'badly'; readonly code: number | null; readonly said: string }
  | { readonly ended: 'not-started'; readonly code: string }
  | { readonly ended: 'too-much' | 'too-late' };

const MOST_BYTES = 64 * 1024;
const MOST_SAID = 8 * 1024;

/** Runs a program to its end: no shell, nothing to read, a bounded output. Whatever it started ends with it. */
export function runProgram({ command: [file, ...args], environment }: Program, signal: AbortSignal): Promise<Ran> {
  return new Promise((resolve) => {
    const output: Buffer[] = [];
    let length = 0;
    let said = '';
    const child = spawn(file, args, {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, so that all of it can be ended.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const end = (how: Ran): void => {
      signal.removeEventListener('abort', late);
      endFamily(child);
      resolve(how);
    };
    const late = (): void => end({ ended: 'too-late' });
    signal.addEventListener('abort', late, { once: true });
    child.once('error', (error: NodeJS.ErrnoException) => end({ ended: 'not-started', code: error.code ?? 'unknown' }));
    child.stdout.on('data', (piece: Buffer) => {
      length += piece.length;
      if (length > MOST_BYTES) end({ ended: 'too-much' });
      else output.push(piece);
    });
    child.stderr.on('data', (piece: Buffer) => {
      said = (said + piece.toString('utf8')).slice(-MOST_SAID);
    });
    child.once('close', (code) => {
      end(code === 0 ? { ended: 'well', output: Buffer.concat(output) } : { ended: 'badly', code, said });
    });
    if (signal.aborted) late();
  });
}

function endFamily({ pid, exitCode }: ChildProcess): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    if (exitCode === null)
      spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on(
        'error',
        () => undefined,
      );
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of it is left.
  }
}
