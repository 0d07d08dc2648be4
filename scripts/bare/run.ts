import { spawn } from 'node:child_process';

const stop = new AbortController();

/** Ends what runs, and says so to everything that comes after it, and to the person by what it was stopped. */
export function stopEverything(signal: NodeJS.Signals): void {
  if (!isStopped()) console.log(`-- Stopped by ${signal}`);
  stop.abort();
}

export function isStopped(): boolean {
  return stop.signal.aborted;
}

export interface Ran {
  /** Exit code; null when it was stopped or could not start. */
  readonly code: number | null;
  /** stdout, and the end of stderr where that is not shown. */
  readonly output: string;
}

interface How {
  /** Show what it prints, as it comes. */
  readonly show?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** For tidying up: out of reach of a second Ctrl-C, too. */
  readonly evenIfStopped?: boolean;
}

/**
 * Runs a program of this machine to its end, without standard input, as CI does. When it is stopped, it is killed: what
 * it holds in the machine's namespaces goes with it. Comes back when the last process that holds its output is gone.
 */
export function run(
  argv: readonly string[],
  { show = true, env = process.env, evenIfStopped = false }: How = {},
): Promise<Ran> {
  const [program = '', ...args] = argv;
  return new Promise((done) => {
    if (isStopped() && !evenIfStopped) return done({ code: null, output: '' });
    const child = spawn(program, args, {
      env,
      detached: evenIfStopped,
      stdio: ['ignore', 'pipe', show ? 'inherit' : 'pipe'],
    });
    const kept: string[] = [];
    const kill = (): void => void child.kill('SIGKILL');
    if (!evenIfStopped) stop.signal.addEventListener('abort', kill);
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      kept.push(text);
      if (show) process.stdout.write(text);
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => kept.push(text));
    child.once('error', (error) => kept.push(`${program}: ${error.message}`));
    child.once('close', (code) => {
      stop.signal.removeEventListener('abort', kill);
      done({ code, output: kept.join('') });
    });
  });
}

/** @throws Error with what the program said, when it does not end well */
export async function must(what: string, argv: readonly string[], env?: NodeJS.ProcessEnv): Promise<string> {
  const { code, output } = await run(argv, { show: false, ...(env && { env }) });
  if (code === 0) return output;
  if (isStopped()) throw new Error('Stopped.');
  const end = output.trim().split('\n').slice(-15).join('\n');
  throw new Error(`${what} did not work: ${argv.slice(0, 3).join(' ')} ended with ${code ?? 'a signal'}.\n${end}`);
}
