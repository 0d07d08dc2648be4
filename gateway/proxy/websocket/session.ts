import type { IncomingHttpHeaders } from 'node:http';
import type { RawData, WebSocket } from 'ws';
import { createSseSplitter } from '../../dialects/json/sse-splitter.ts';
import { isObject, parseObject } from '../../dialects/json/read-json.ts';
import type { JsonObject } from '../../dialects/dialect.ts';
import type { KeyHider } from '../relay/hide-key.ts';
import type { CutReason } from '../running/running-requests.ts';
import { refusalOfCut } from '../running/track-request.ts';
import { errorFrame } from './error-frame.ts';
import type { SocketResponse } from './socket-response.ts';
import { createHistory } from './history.ts';

/** One open connection: a client on one side, the provider on the other. */
export interface Session {
  /** Aborted when the client went away (`reason` is `client-gone`) or the connection was cut. */
  readonly stopped: AbortSignal;
  /** False when the provider has hung up, or the client is being sent away: nothing may be forwarded any more. */
  isOpen(): boolean;
  /** To the client. @returns milliseconds that it let the frame wait */
  send(frame: Buffer | string, isBinary?: boolean): Promise<number>;
  /** To the provider. Resolves when it is out: one that does not read makes its client wait. */
  forward(frame: string): Promise<void>;
  /** Waits until the response under way of one `stream_id` is over. */
  free(streamId: string): Promise<void>;
  /** From now on what comes with this `stream_id` belongs to this response. @param ended told when it is over and settled */
  begin(streamId: string, response: SocketResponse, ended: () => void): void;
  /** Most tokens that a response which was made on this connection and all before it have. */
  historyOf(responseId: string): number | undefined;
  /** Keeps the client waiting. @returns what stops it */
  keepAlive(everyMs: number): () => void;
  /** Ends everything on it at once, with the reason. Resolves when the client's side is closed. */
  cut(reason: CutReason): Promise<void>;
  /** Ends it when nothing is under way any more. The first reason counts. @param code why: RFC 6455, 7.4.1 */
  drain(code: 1001 | 1008, reason: string): void;
  terminate(): void;
}

/** A client that keeps frames waiting for longer is behind what the provider has made. */
const STALLED_MS = 250;
/** A client that does not read must not keep a cut from being final. */
const CUT_GRACE_MS = 50;
const MAX_EVENT_BYTES = 2 ** 26;

/** The `stream_id` of a frame: several responses may be under way on one connection, each with one that its frames name. */
export function streamIdOf(frame: JsonObject): string | undefined {
  return typeof frame['stream_id'] === 'string' ? frame['stream_id'] : undefined;
}

/**
 * Connects the two ends. Every way out ends with the provider's side closed, and there every response is settled.
 * @param headers what the client opened it with
 * @param hider takes the provider's key out of what the client gets
 */
export function createSession(
  client: WebSocket,
  upstream: WebSocket,
  headers: IncomingHttpHeaders,
  hider: Pick<KeyHider, 'whole'>,
): Session {
  const stop = new AbortController();
  const flights = new Map<
    string,
    { readonly response: SocketResponse; readonly over: Promise<void>; readonly land: () => void }
  >();
  const history = createHistory();
  let drained: (() => void) | undefined;
  let work = Promise.resolve();
  /** The provider was left for want of money: nobody waits for a client any more that does not read. */
  let hungUp = false;
  /** What ends the wait for a frame that is on its way to the client. */
  const onTheWay = new Set<() => void>();

  const send = async (frame: Buffer | string, isBinary = false): Promise<number> => {
    if (client.readyState !== client.OPEN) return 0;
    const start = performance.now();
    await new Promise<void>((resolve) => {
      const over = (): void => {
        onTheWay.delete(over);
        resolve();
      };
      onTheWay.add(over);
      client.send(frame, { binary: isBinary }, over);
      if (hungUp) over();
    });
    return performance.now() - start;
  };
  /** @param graceMs how long it may take to read what is left; left out: as long as `ws` lets it */
  const closeClient = (code: number, reason: string, graceMs?: number): Promise<void> => {
    if (client.readyState === client.CLOSED) return Promise.resolve();
    const closed = new Promise<void>((resolve) => client.once('close', () => resolve()));
    client.close(code, reason);
    if (graceMs !== undefined) setTimeout(() => client.terminate(), graceMs).unref();
    return closed;
  };
  const land = (streamId: string): void => {
    flights.get(streamId)?.land();
    flights.delete(streamId);
    if (flights.size === 0) drained?.();
  };
  const endedBy = (): 'client-gone' | 'cut' | undefined =>
    stop.signal.aborted ? (stop.signal.reason === 'client-gone' ? 'client-gone' : 'cut') : undefined;

  /** A provider that does not name lanes has one response under way at most. */
  const laneFor = (payload: JsonObject): string => {
    const streamId = streamIdOf(payload) ?? '';
    const [only, ...others] = flights.keys();
    return !flights.has(streamId) && only !== undefined && others.length === 0 ? only : streamId;
  };

  /**
   * A frame that belongs to nothing known: what was seen of the others is not all, and a response that nobody has paid
   * for is stopped.
   */
  const doubt = (type: unknown): void => {
    if (flights.size > 1) for (const each of flights.values()) each.response.block();
    if (type === 'response.created') upstream.terminate();
  };

  /** Passes one frame of the provider on; before the last one of a response, the response is settled. */
  const pass = async (frame: Buffer, isBinary: boolean): Promise<void> => {
    if (stop.signal.aborted) return;
    const payload = parseObject(frame.toString('utf8')) ?? {};
    const streamId = laneFor(payload);
    const response = flights.get(streamId)?.response;
    if (!response) doubt(payload['type']);
    const news = response?.see(String(payload['type']), frame.toString('utf8')) ?? 'goes-on';
    if (news === 'refused')
      await response?.settleRefused(typeof payload['status'] === 'number' ? payload['status'] : null);
    if (news === 'over') await response?.settle({ endedBy: undefined, broken: false, status: 200 });
    if (news === 'over' && isObject(payload['response']) && response)
      history.remember(payload['response']['id'], response);
    for (const each of flights.values()) each.response.lookAway();
    await response?.written();
    const waited = await send(frame, isBinary);
    for (const each of flights.values()) each.response.lookAgain();
    if (waited > STALLED_MS) for (const each of flights.values()) each.response.block();
    if (news === 'overran' && response) await truncate(response);
    else if (news !== 'goes-on') land(streamId);
  };
  /** The provider cannot be stopped otherwise than by hanging up; the client connects again. */
  const truncate = async (response: SocketResponse): Promise<void> => {
    upstream.terminate();
    if (response.exhausted.aborted) await response.settle({ endedBy: 'cut', broken: false, status: 200 });
    else await response.settleOverrun();
    for (const { parsed } of createSseSplitter(MAX_EVENT_BYTES).push(Buffer.from(response.meter.truncation())))
      if (parsed) await send(parsed.data);
    await closeClient(1000, 'limit');
  };
  const settleAll = async (closeCode?: number): Promise<void> => {
    for (const [streamId, { response }] of flights) {
      await response
        .settle({
          endedBy: endedBy(),
          broken: endedBy() === undefined,
          status: 200,
          ...(closeCode !== undefined && { closeCode }),
        })
        .catch(() => undefined);
      land(streamId);
    }
  };

  client.on('close', () => {
    if (!stop.signal.aborted) stop.abort('client-gone');
    upstream.terminate();
  });
  // What went wrong is followed by "close".
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
      .then(() => settleAll(code))
      .then(() => closeClient(isSendable(code) ? code : 1011, hider.whole(reason).toString('utf8')))
      .catch(() => client.terminate());
  });

  return {
    stopped: stop.signal,
    // A client may take half a minute to hang up, and what is asked for it meanwhile it never gets.
    isOpen: () => !stop.signal.aborted && upstream.readyState === upstream.OPEN && client.readyState === client.OPEN,
    send,
    forward: (frame) => new Promise((resolve) => upstream.send(frame, { binary: false }, () => resolve())),
    free: async (streamId) => flights.get(streamId)?.over,
    begin(streamId, response, ended) {
      let resolve = ended;
      const over = new Promise<void>((done) => {
        resolve = () => {
          ended();
          done();
        };
      });
      flights.set(streamId, { response, over, land: resolve });
      const onExhausted = (): void => {
        // Generation goes on as long as somebody is connected, whether what comes is read or not.
        upstream.terminate();
        hungUp = true;
        for (const letGo of onTheWay) letGo();
        work = work.then(() => truncate(response)).catch(() => undefined);
      };
      response.exhausted.addEventListener('abort', onExhausted, { once: true });
    },
    historyOf: history.of,
    keepAlive(everyMs) {
      const every = setInterval(() => client.ping(), everyMs);
      return () => clearInterval(every);
    },
    async cut({ code, message }) {
      stop.abort('cut');
      const refusal = refusalOfCut({ code, message });
      upstream.terminate();
      for (const streamId of flights.keys())
        client.send(errorFrame(refusal, streamId === '' ? undefined : streamId, headers), () => undefined);
      await closeClient(1008, code, CUT_GRACE_MS);
    },
    drain(code, reason) {
      drained ??= () => void closeClient(code, reason);
      if (flights.size === 0) drained();
    },
    terminate() {
      client.terminate();
      upstream.terminate();
    },
  };
}

/** A frame's bytes, however `ws` hands them over. */
export function bytesOf(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}

/** Codes that may be sent; the others only say that there was none. Source: RFC 6455, 7.4. */
function isSendable(code: number): boolean {
  return (code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code)) || (code >= 3000 && code <= 4999);
}
