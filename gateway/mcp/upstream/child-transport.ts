import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { ReadBuffer, serializeMessage } from '@modelcontextprotocol/client';
import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/client';
import { getDefaultEnvironment } from '@modelcontextprotocol/client/stdio';
import { createTail } from './tail.ts';

/** The command behind a server. */
export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  /** Beside the few variables that every program needs: never the environment of Purser. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A child that speaks over its input and output. */
export interface ChildTransport extends Transport {
  /** The end of what it wrote to its error output. */
  lastWords(): string;
  /** Why it ended, as the rest of a sentence; undefined while it runs. */
  ended(): string | undefined;
}

/** A message that is longer ends the child: it would fill the memory of everybody. */
const MOST_MESSAGE_BYTES = 16 * 2 ** 20;
/** A child that is told to go gets so long for it, twice: first its input ends, then it is asked, then it is killed. */
const GRACE_MS = 2_000;

/**
 * Like the transport of the SDK, but the whole family of a child ends with it: servers are often started by others
 * (`npx`, `uvx`, a shell), and what they leave behind would hold files and ports.
 */
export function createChildTransport({ command, args, folder, environment }: Command): ChildTransport {
  const buffer = new ReadBuffer({ maxBufferSize: MOST_MESSAGE_BYTES });
  const tail = createTail();
  let child: ChildProcessWithoutNullStreams | undefined;
  let end: string | undefined;
  let gone: Promise<void> = Promise.resolve();
  const read = (piece: Buffer): void => {
    try {
      buffer.append(piece);
      for (let message = buffer.readMessage(); message; message = buffer.readMessage()) transport.onmessage?.(message);
    } catch (error) {
      transport.onerror?.(error instanceof Error ? error : new Error(String(error)));
      end ??= 'sent something that is no message of the protocol';
      if (child) endFamily(child, 'SIGKILL');
    }
  };
  const transport: ChildTransport = {
    start: () =>
      new Promise((resolve, reject) => {
        const started = spawn(command, args, {
          cwd: folder,
          env: { ...getDefaultEnvironment(), ...environment },
          stdio: ['pipe', 'pipe', 'pipe'],
          // A process group of its own, so that all of it can be ended.
          detached: process.platform !== 'win32',
          windowsHide: true,
        });
        child = started;
        gone = new Promise((left) => {
          started.once('close', (code, signal) => {
            end ??= signal === null ? `ended with code ${code ?? 'unknown'}` : `was ended by ${signal}`;
            // What it has started may live on.
            endFamily(started, 'SIGKILL');
            left();
            transport.onclose?.();
          });
        });
        started.once('spawn', () => resolve());
        started.once('error', (error) => {
          end ??= explainStart(error, command);
          reject(error);
        });
        started.stdout.on('data', read);
        started.stderr.on('data', tail.add);
        // Its end is told by `close`.
        started.stdin.on('error', () => undefined);
      }),
    send: (message: JSONRPCMessage) =>
      new Promise((resolve, reject) => {
        if (!child || end !== undefined) return reject(new Error(`The server ${end ?? 'is not running'}.`));
        return child.stdin.write(serializeMessage(message), (error) => (error ? reject(error) : resolve()));
      }),
    async close() {
      if (!child) return;
      end ??= 'was stopped';
      child.stdin.end();
      if (await isOver(gone)) return;
      endFamily(child, 'SIGTERM');
      if (await isOver(gone)) return;
      endFamily(child, 'SIGKILL');
      await isOver(gone);
    },
    lastWords: tail.text,
    ended: () => end,
  };
  return transport;
}

function explainStart(error: NodeJS.ErrnoException, command: string): string {
  if (error.code === 'ENOENT') return `could not be started: there is no command "${command}", or its folder is gone`;
  if (error.code === 'EACCES') return `could not be started: "${command}" may not be run`;
  return `could not be started (${error.code ?? 'unknown'})`;
}

async function isOver(gone: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), GRACE_MS);
  });
  const result = await Promise.race([gone.then(() => true), late]);
  clearTimeout(timer);
  return result;
}

/** Ends a child with all that it has started. */
function endFamily({ pid }: ChildProcessWithoutNullStreams, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true }).on(
      'error',
      () => undefined,
    );
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of it is left.
  }
}
