import type { RawData, WebSocket } from 'ws';
import type { ProxyDeps } from '../proxy-deps.ts';
import { refusalOfFault, faultName } from '../refuse/refusal.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { bytesOf } from './frames.ts';

const TOO_MUCH: Refusal = {
  kind: 'rate-limited',
  code: 'too-many-frames',
  message: 'Too much waits on this connection. Send the next frame when the one before it is answered.',
};
/** The memory that a waiting frame takes besides its bytes: many empty frames add up, too. */
const FRAME_BYTES = 1_024;
/** A client with this many unread bytes of refusals does not read. */
const MOST_UNREAD_BYTES = 2 ** 20;
const NOT_TEXT: Refusal = { kind: 'invalid-request', code: 'malformed', message: 'A frame must be text.' };

/**
 * Hands a client's frames on one by one, in order; refuses those that would pile up.
 * @param refuse tells the client, in the words of its protocol
 */
export function receiveFrames(
  client: WebSocket,
  refuse: (refusal: Refusal) => void,
  { log, maxBodyBytes }: Pick<ProxyDeps, 'log' | 'maxBodyBytes'>,
  handle: (frame: Buffer) => Promise<void>,
): void {
  let work = Promise.resolve();
  let waitingBytes = 0;
  const answer = (refusal: Refusal): void => {
    if (client.bufferedAmount > MOST_UNREAD_BYTES) client.terminate();
    else refuse(refusal);
  };
  const fail = (error: unknown): void => {
    log.log('error', 'frame-failed', { fault: faultName(error) });
    answer(refusalOfFault(error));
  };
  client.on('message', (data: RawData, isBinary) => {
    if (isBinary) return answer(NOT_TEXT);
    const frame = bytesOf(data);
    if (waitingBytes > maxBodyBytes) return answer(TOO_MUCH);
    const weight = frame.length + FRAME_BYTES;
    waitingBytes += weight;
    work = work
      .then(() => handle(frame))
      .catch(fail)
      .then(() => void (waitingBytes -= weight));
  });
}
