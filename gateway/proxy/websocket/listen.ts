import type { RawData, WebSocket } from 'ws';
import type { KeyHider } from '../relay/hide-key.ts';
import type { ClientSide } from './client-side.ts';
import { bytesOf, isSendable } from './frames.ts';

/** The two ends of a connection. */
export interface TwoEnds {
  readonly client: WebSocket;
  readonly clientSide: ClientSide;
  readonly upstream: WebSocket;
  /** Aborted when the client went away (`client-gone`) or the connection was cut. */
  readonly stop: AbortController;
  /** Removes the provider's key from the client's bytes. */
  readonly hider: Pick<KeyHider, 'whole'>;
}

/** What happens to what the provider sends, one after the other. */
interface Handlers {
  /** Passes on one frame. */
  readonly pass: (frame: Buffer, isBinary: boolean) => Promise<unknown>;
  /** Settles everything that still runs when the provider's side has closed. */
  readonly settle: (code: number) => Promise<unknown>;
}

/** Handles the events of both ends, one after the other. @returns a function that queues more work behind what waits */
export function listen(ends: TwoEnds, { pass, settle }: Handlers): (job: () => Promise<void>) => void {
  const { client, clientSide, upstream, stop, hider } = ends;
  let work = Promise.resolve();
  client.on('close', () => {
    if (!stop.signal.aborted) stop.abort('client-gone');
    upstream.terminate();
  });
  // A "close" follows every error.
  client.on('error', () => undefined);
  upstream.on('error', () => undefined);
  upstream.on('message', (data: RawData, isBinary) => {
    upstream.pause();
    work = work
      .then(() => pass(hider.whole(bytesOf(data)), isBinary))
      .catch(() => upstream.terminate())
      .then(() => upstream.resume());
  });
  upstream.on('close', (code, reason) => {
    work = work
      .then(() => settle(code))
      .then(() => clientSide.close(isSendable(code) ? code : 1011, hider.whole(reason).toString('utf8')))
      .catch(() => client.terminate());
  });
  upstream.resume();
  return (job) => void (work = work.then(job).catch(() => undefined));
}

/** The way in which a connection with this signal ended. */
export function endingOf(signal: AbortSignal): {
  readonly endedBy: 'client-gone' | 'cut' | undefined;
  readonly broken: boolean;
  readonly status: 200;
} {
  const endedBy = signal.aborted ? (signal.reason === 'client-gone' ? 'client-gone' : 'cut') : undefined;
  return { endedBy, broken: endedBy === undefined, status: 200 };
}
