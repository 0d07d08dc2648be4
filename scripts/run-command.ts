import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

export interface CommandResult {
  /** Exit code; null when it was killed or could not start. */
  readonly code: number | null;
  /** stdout and stderr as they came, when they were kept. */
  readonly output: string;
  readonly seconds: number;
}

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly timeoutMs?: number;
  /** Keep the output instead of showing it. */
  readonly keep?: boolean;
}

/** The environment with this project's tools first on the path. */
export function toolEnvironment(extra: Readonly<Record<string, string | undefined>> = {}): NodeJS.ProcessEnv {
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  // Logs are read as text: colours only for a person at a terminal.
  const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined };
  return { ...process.env, ...colours, PATH: path, ...extra };
}

/**
 * Lets a child decide how it ends: this process waits for it instead of dying first. A terminal gives Ctrl-C to
 * both, so it is passed on only where there is none; twice would mean "now".
 * @returns takes the handlers off again.
 */
export function passSignals(child: ChildProcess): () => void {
  const interrupt = (): void => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  };
  const terminate = (): void => {
    child.kill('SIGTERM');
  };
  process.on('SIGINT', interrupt).on('SIGTERM', terminate);
  return () => {
    process.off('SIGINT', interrupt).off('SIGTERM', terminate);
  };
}

/**
 * Runs a tool of this project to its end, in the project folder. Never throws: a tool that cannot start has code null.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const startedAt = Date.now();
  return new Promise((done) => {
    const kept: string[] = [];
    const child = spawn(command, [...args], {
      cwd: root,
      env: toolEnvironment(options.env),
      stdio: ['ignore', options.keep === true ? 'pipe' : 'inherit', options.keep === true ? 'pipe' : 'inherit'],
      // Windows finds npm's .cmd shims only through a shell.
      shell: process.platform === 'win32',
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    const signalsOff = passSignals(child);
    const finish = (code: number | null): void => {
      signalsOff();
      done({ code, output: kept.join(''), seconds: (Date.now() - startedAt) / 1000 });
    };
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => kept.push(text));
    }
    child.once('error', (error) => {
      kept.push(error.message);
      finish(null);
    });
    child.once('close', finish);
  });
}
