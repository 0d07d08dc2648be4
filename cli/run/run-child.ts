import { spawn } from 'node:child_process';
import { PurserError } from '../../shared/errors.ts';
import type { Environment } from './child-environment.ts';

/** How a child ended: its exit code, or the signal that ended it. */
export interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** Signals that a terminal sends to every process in it. */
const FROM_TERMINAL = ['SIGINT', 'SIGQUIT'] as const;
const FROM_OTHERS = ['SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a program on our own input and output to its end. Signals reach it once: those of a terminal come to it
 * directly.
 * @throws PurserError `INVALID_INPUT` when it cannot be started
 */
export async function runChild(command: string, args: readonly string[], env: Environment): Promise<ChildEnd> {
  const child = spawn(command, args, { stdio: 'inherit', env: { ...env } });
  const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
  const passUnlessTerminal = (signal: NodeJS.Signals): void => {
    if (!process.stdin.isTTY) pass(signal);
  };
  for (const signal of FROM_TERMINAL) process.on(signal, passUnlessTerminal);
  for (const signal of FROM_OTHERS) process.on(signal, pass);
  try {
    return await new Promise<ChildEnd>((resolve, reject) => {
      child.on('error', (cause: NodeJS.ErrnoException) => {
        const why =
          cause.code === 'ENOENT'
            ? `There is no command "${command}" on your PATH. Check the spelling.`
            : `"${command}" could not be started (${cause.code ?? cause.message}).`;
        reject(new PurserError('INVALID_INPUT', why, { cause }));
      });
      child.on('exit', (code, signal) => resolve({ code, signal }));
    });
  } finally {
    for (const signal of FROM_TERMINAL) process.off(signal, passUnlessTerminal);
    for (const signal of FROM_OTHERS) process.off(signal, pass);
  }
}

/**
 * As a shell says it: 127 for a command that is not there, 126 for one that cannot be started, 1 for everything else
 * that went wrong.
 */
export function exitCodeOf(error: unknown): number {
  const cause: unknown = error instanceof PurserError ? error.cause : undefined;
  if (!(cause instanceof Error) || !('syscall' in cause) || !String(cause.syscall).startsWith('spawn')) return 1;
  return 'code' in cause && cause.code === 'ENOENT' ? 127 : 126;
}

/** Ends this process as the child ended: whoever started it sees no difference. */
export function endLike({ code, signal }: ChildEnd): void {
  process.exitCode = code ?? 1;
  if (signal !== null) process.kill(process.pid, signal);
}
