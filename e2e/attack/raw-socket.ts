import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** A request that is not whole gets no answer. After so long without a byte, nothing more is waited for. */
const QUIET_MS = 800;
/** An answer that must come may take its time on a busy machine. */
const MOST_WAIT_MS = 20_000;

/** Opens a connection to a port of this machine. Its end is the caller's matter; being cut is no error. */
export async function openRaw(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  return socket.on('error', () => undefined);
}

/**
 * Sends exactly these bytes on a connection of its own.
 * @param answers how many must come; 0: what comes until it falls silent
 * @returns all that came back
 */
export async function sendRaw(port: number, bytes: string | Buffer, answers = 0): Promise<string> {
  const socket = await openRaw(port);
  const chunks: Buffer[] = [];
  const soFar = (): string => Buffer.concat(chunks).toString('latin1');
  await new Promise<void>((resolve) => {
    const silence = setTimeout(resolve, answers > 0 ? MOST_WAIT_MS : QUIET_MS);
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      silence.refresh();
      if (answers > 0 && statusesIn(soFar()).length >= answers) resolve();
    });
    socket.once('close', () => {
      clearTimeout(silence);
      resolve();
    });
    // Latin 1: a character is the byte that a case names.
    socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  });
  socket.destroy();
  return soFar();
}

/** The statuses of all answers in what came back, in order. */
export function statusesIn(answer: string): readonly number[] {
  return [...answer.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]));
}

/**
 * One request as bytes.
 * @param start method, target and version
 * @param headers whole lines, `Content-Length` among them where there is one
 */
export function rawBytes(start: string, headers: readonly string[], body = ''): string {
  return `${[start, ...headers].join('\r\n')}\r\n\r\n${body}`;
}
