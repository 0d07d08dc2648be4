import type { IncomingHttpHeaders } from 'node:http';
import type { WebSocket } from 'ws';
import { createSseSplitter } from '../../dialects/json/sse-splitter.ts';
import { isObject, parseObject } from '../../dialects/json/read-json.ts';
import type { JsonObject } from '../../dialects/dialect.ts';
import type { KeyHider } from '../relay/hide-key.ts';
import type { CutReason } from '../running/running-requests.ts';
import { refusalOfCut } from '../running/track-request.ts';
import { errorFrame } from './error-frame.ts';
import { createClientSide } from './client-side.ts';
import { createHistory } from './history.ts';
import type { History } from './history.ts';
import { createResponsesUnderWay } from './responses-under-way.ts';
import { endingOf, listen } from './listen.ts';
import type { TwoEnds } from './listen.ts';
import type { ResponsesUnderWay } from './responses-under-way.ts';
import type { SocketResponse } from './socket-response.ts';

/** One open connection: a client on one side, the provider on the other. */
export interface Session {
  /** Aborted when the client went away (`reason` is `client-gone`) or the connection was cut. */
  readonly stopped: AbortSignal;
  /** False when the provider has hung up, or the client is being sent away: nothing may be forwarded any more. */
  isOpen(): boolean;
  /** Sends a frame to the client. @returns milliseconds that the client let it wait */
  send(frame: Buffer | string, isBinary?: boolean): Promise<number>;
  /** Sends a frame to the provider. Resolves when it is out: a provider that does not read makes its client wait. */
  forward(frame: string): Promise<void>;
  /** Waits until the running response of this `stream_id` is over. */
  free(streamId: string): Promise<void>;
  /**
   * From now on, frames with this `stream_id` belong to this response.
   * @param ended called when it is over and settled
   */
  begin(streamId: string, response: SocketResponse, ended: () => void): void;
  /** The most tokens in a response that was made on this connection, including all before it. */
  historyOf(responseId: string): number | undefined;
  /** Keeps the client waiting. @returns a function that ends that */
  keepAlive(everyMs: number): () => void;
  /** Ends everything on it at once, with the reason. Resolves when the client's side is closed. */
  cut(reason: CutReason): Promise<void>;
  /** Ends it when nothing runs any more. The first reason counts. @param code the reason as a code: RFC 6455, 7.4.1 */
  drain(code: 1001 | 1008, reason: string): void;
  terminate(): void;
}

/** A client that lets frames wait longer than this, in milliseconds, is behind its provider. */
const STALLED_MS = 250;
/**
 * The time that a client gets to read the reason of a cut, in milliseconds; one that does not read must not delay it.
 */
const CUT_GRACE_MS = 50;
const MAX_EVENT_BYTES = 2 ** 26;

/** The two ends of a connection, and the responses that run between them. */
interface Ends extends TwoEnds {
  readonly responses: ResponsesUnderWay;
  readonly history: History;
}

/**
 * Connects the two ends. Every ending closes the provider's side, and that settles every response.
 * @param headers the headers with which the client opened it
 * @param hider removes the provider's key from the client's bytes
 */
export function createSession(
  client: WebSocket,
  upstream: WebSocket,
  headers: IncomingHttpHeaders,
  hider: Pick<KeyHider, 'whole'>,
): Session {
  const clientSide = createClientSide(client);
  const responses = createResponsesUnderWay();
  const history = createHistory();
  const stop = new AbortController();
  const ends: Ends = { client, clientSide, upstream, responses, history, stop, hider };
  const queue = listen(ends, {
    pass: (frame, isBinary) => pass(ends, frame, isBinary),
    settle: (code) => settleAll(ends, code),
  });
  return {
    stopped: stop.signal,
    // A client may take half a minute to hang up, and would not get the answers to further requests.
    isOpen: () => !stop.signal.aborted && upstream.readyState === upstream.OPEN && client.readyState === client.OPEN,
    send: clientSide.send,
    forward: (frame) => new Promise((resolve) => upstream.send(frame, { binary: false }, () => resolve())),
    free: responses.free,
    begin(streamId, response, ended) {
      responses.begin(streamId, response, ended);
      const onExhausted = (): void => {
        // Generation goes on while somebody is connected, even if nobody reads.
        upstream.terminate();
        clientSide.stopWaiting();
        queue(() => truncate(ends, response));
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
      for (const streamId of responses.ids())
        client.send(errorFrame(refusal, streamId === '' ? undefined : streamId, headers), () => undefined);
      await clientSide.close(1008, code, CUT_GRACE_MS);
    },
    drain: (code, reason) => responses.whenIdle(() => void clientSide.close(code, reason)),
    terminate() {
      client.terminate();
      upstream.terminate();
    },
  };
}

/** Passes on one frame of the provider; settles a response before its last frame. */
async function pass(ends: Ends, frame: Buffer, isBinary: boolean): Promise<void> {
  const { clientSide, responses, stop } = ends;
  if (stop.signal.aborted) return;
  const text = frame.toString('utf8');
  const payload = parseObject(text) ?? {};
  const { streamId, response } = responses.find(payload);
  if (!response) mistrust(ends, payload['type']);
  const news = response?.see(String(payload['type']), text) ?? 'goes-on';
  if (response) await settleBefore(ends, response, news, payload);
  for (const each of responses.all()) each.lookAway();
  await response?.written();
  const waited = await clientSide.send(frame, isBinary);
  for (const each of responses.all()) {
    each.lookAgain();
    if (waited > STALLED_MS) each.block();
  }
  if (news === 'overran' && response) await truncate(ends, response);
  else if (news !== 'goes-on') responses.end(streamId);
}

/** Settles a response that this frame ends, before the client gets the frame. */
async function settleBefore(
  { history }: Ends,
  response: SocketResponse,
  news: ReturnType<SocketResponse['see']>,
  payload: JsonObject,
): Promise<void> {
  if (news === 'refused')
    await response.settleRefused(typeof payload['status'] === 'number' ? payload['status'] : null);
  if (news !== 'over') return;
  await response.settle({ endedBy: undefined, broken: false, status: 200 });
  if (isObject(payload['response'])) history.remember(payload['response']['id'], response);
}

/**
 * Handles a frame of no known response: it may hide output of the others, and a response that nobody has paid for is
 * stopped.
 */
function mistrust({ upstream, responses }: Ends, type: unknown): void {
  const all = responses.all();
  if (all.length > 1) for (const each of all) each.block();
  if (type === 'response.created') upstream.terminate();
}

/** The provider cannot be stopped except by hanging up; the client connects again. */
async function truncate({ clientSide, upstream }: Ends, response: SocketResponse): Promise<void> {
  upstream.terminate();
  if (response.exhausted.aborted) await response.settle({ endedBy: 'cut', broken: false, status: 200 });
  else await response.settleOverrun();
  for (const { parsed } of createSseSplitter(MAX_EVENT_BYTES).push(Buffer.from(response.meter.truncation())))
    if (parsed) await clientSide.send(parsed.data);
  await clientSide.close(1000, 'limit');
}

async function settleAll({ responses, stop: { signal } }: Ends, closeCode: number): Promise<void> {
  const ending = { ...endingOf(signal), closeCode };
  for (const streamId of responses.ids()) {
    const { response } = responses.find({ stream_id: streamId });
    await response?.settle(ending).catch(() => undefined);
    responses.end(streamId);
  }
}
