import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

const RUNNER = join(import.meta.dirname, 'serve-runner.ts');

/** A `serve` process of its own, whose clock can be moved. */
export interface TortureServe {
  readonly url: string;
  /** Resolves when its clock shows so many milliseconds more than the machine's. */
  moveClock(offset: number): Promise<void>;
  /** Sends a signal and waits for the end. @returns exit code and signal */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<readonly [code: number | null, signal: NodeJS.Signals | null]>;
  /** Its log. */
  logged(): string;
}

interface TortureServeOptions {
  readonly dataFolder: string;
  readonly clockOffset: number;
  /** Where everything leads that is sent to a vendor. */
  readonly providerPort: number;
  /** A kill is to be a power cut: what is on the disk is noted. */
  readonly powerCut: boolean;
  readonly mutant: string | undefined;
}

const ready = z.object({ url: z.string() });

/** Starts one and waits until it serves. @throws with its stderr when it ends before that */
export async function startTortureServe({
  dataFolder,
  clockOffset,
  providerPort,
  powerCut,
  mutant,
}: TortureServeOptions): Promise<TortureServe> {
  const child = fork(
    RUNNER,
    [
      dataFolder,
      String(clockOffset),
      String(providerPort),
      powerCut ? 'cut' : 'stays',
      ...(mutant === undefined ? [] : [mutant]),
    ],
    { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] },
  );
  let logged = '';
  child.stderr?.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  const exited = once(child, 'exit');
  const [message] = await Promise.race([
    once(child, 'message'),
    exited.then(([code]) => Promise.reject(new Error(`serve ended with ${String(code)}: ${logged}`))),
  ]);
  return {
    url: ready.parse(message).url,
    async moveClock(offset) {
      const told = once(child, 'message');
      child.send({ offset });
      await told;
    },
    async end(signal) {
      child.kill(signal);
      await exited;
      return [child.exitCode, child.signalCode];
    },
    logged: () => logged,
  };
}
