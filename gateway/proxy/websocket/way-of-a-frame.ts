import type { IncomingMessage } from 'node:http';
import { setFields } from '../../dialects/json/json-fields.ts';
import { createResponseFrame } from '../../dialects/openai-responses/create-response.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { fitFields } from '../../providers/fit-fields.ts';
import { checkHostedTools, checkModels } from '../admit/check-policies.ts';
import { checkRoute } from '../admit/check-route.ts';
import type { Route } from '../admit/check-route.ts';
import { checkStanding } from '../admit/check-standing.ts';
import { readRequest } from '../admit/read-request.ts';
import type { ReadResult } from '../admit/read-request.ts';
import { resolveBarePath } from '../arrive/bare-path.ts';
import { locate } from '../arrive/locate.ts';
import { CROWDED, LEAST_ROOM } from '../arrive/read-body.ts';
import { attribute, repositoryBehind } from '../caller/attribute.ts';
import type { Target } from '../forward/forward.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import { noteRefusal } from '../refuse/note-refusal.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { holdRequest } from '../reserve/hold-request.ts';
import { refuseMore } from '../reserve/refuse-by-limit.ts';
import type { ReserveOutcome } from '../reserve/outcome.ts';
import { settleUnused } from '../settle/settle-up.ts';
import { errorFrame } from './error-frame.ts';
import { keepSocketResponse } from './keep-socket-response.ts';
import { streamIdOf } from './responses-under-way.ts';
import type { Session } from './session.ts';
import { createSocketResponse } from './socket-response.ts';

/** An open connection, and what it was opened with. */
export interface OpenSocket {
  readonly session: Session;
  readonly key: SubKeyRecord;
  readonly request: IncomingMessage;
  /** The target with which the provider's side was opened. */
  readonly target: Target;
}

/**
 * Frames that ask for nothing: Codex reports that it has read a response. They are not forwarded: Codex would take an
 * error in reply for the end of the running response, which would then go on unpaid.
 */
const FREE_FRAMES = new Set<unknown>(['response.processed']);
const MOST_FREE_BYTES = 4_096;
const PING_MS = 10_000;
const STALE: Refusal = {
  kind: 'not-allowed',
  code: 'provider',
  message: 'The provider of this connection was changed in Purser. Connect again.',
};

/** A frame that may be sent once its money is held. */
interface ReadyFrame {
  readonly key: SubKeyRecord;
  readonly route: Route;
  readonly read: Extract<ReadResult, { readonly ok: true }>;
  /** Empty when the frame names none. */
  readonly streamId: string;
  readonly bytes: Buffer;
  readonly refuse: (refusal: Refusal, model?: string) => Promise<void>;
}

/**
 * The way of a frame, top to bottom, as for a request: caller, admit, reserve, forward. Returns when its response runs
 * or is refused.
 */
export async function handleFrame(deps: ProxyDeps, socket: OpenSocket, bytes: Buffer): Promise<void> {
  const { session, request, target } = socket;
  // Anything may have changed since the connection was opened.
  const key = deps.directory.key(socket.key.id);
  if (isFree(bytes) && !checkStanding(deps, key)) return;
  const destination = resolveBarePath(deps, key, locate(deps.providers, request, 'POST'), request);
  let streamId: string | undefined;
  const refuse = async (refusal: Refusal, model?: string): Promise<void> => {
    noteRefusal(deps, refusal, { request, destination, key, model });
    await session.send(errorFrame(refusal, streamId, request.headers));
  };
  const readFrame = (): Promise<ReadResult> => {
    const call = { params: {}, query: destination.url.searchParams, historyOf: session.historyOf };
    return readRequest(createResponseFrame, bytes, call);
  };

  // Admit.
  const route = await checkRoute(deps, key, destination, request);
  if (!route.ok) return refuse(route.refusal);
  if (!isSameTarget(route.target, target)) {
    await refuse(STALE);
    return session.drain(1001, 'provider');
  }
  let read = await readFrame();
  if (read.ok) streamId = streamIdOf(read.call.body);
  // One `stream_id` has one response at a time: this one may continue the one before it.
  await session.free(streamId ?? '');
  read = await readFrame();
  if (!read.ok) return refuse(read.refusal);
  deps.watch.sent(key, bytes);
  const subject = { key, provider: route.provider, endpoint: route.found.endpoint.path };
  const stop =
    checkStanding(deps, deps.directory.key(key.id)) ??
    checkModels(deps, subject, read.ask) ??
    checkHostedTools(deps, subject, read.call.body);
  if (stop) return refuse(stop, read.ask.model);
  await reserveAndForward(deps, socket, { key, route, read, streamId: streamId ?? '', bytes, refuse });
}

async function reserveAndForward(deps: ProxyDeps, { session, request }: OpenSocket, frame: ReadyFrame): Promise<void> {
  const { key, route, read, streamId, bytes, refuse } = frame;
  const room = deps.memory.open(key.id, LEAST_ROOM + bytes.length);
  if (!room) return refuse(CROWDED, read.ask.model);
  const run = deps.running.add({ subKeyId: key.id, agentId: key.agentId, cut: session.cut });
  const done = (): void => {
    run.done();
    room.release();
  };
  let isUnderWay = false;
  try {
    // Reserve.
    const held = await holdRequest(deps, {
      key,
      route,
      operation: createResponseFrame,
      read,
      headers: request.headers,
      project: repositoryBehind(deps, key, request.socket),
      keepPatient: () => session.keepAlive(PING_MS),
      stopped: session.stopped,
      // A response is counted to its end, even if its client has gone.
      givenUp: new AbortController().signal,
    });
    if (!held.ok) return await refuse(held.refusal, read.ask.model);

    // Forward. The session meters and settles what comes back.
    const { heldRequest } = held;
    const { record, durable } = heldRequest.reservation;
    await durable;
    if (!session.isOpen()) {
      const outcome = session.stopped.reason === 'cut' ? 'cut' : 'client-gone';
      return await settleUnused(heldRequest, { outcome, status: null });
    }
    attribute(deps, record, request.socket);
    isUnderWay = true;
    const keeping = deps.bodies.follow(record, bytes);
    const capped = refuseMore(deps, key);
    const response = keepSocketResponse(createSocketResponse(held, capped), keeping);
    session.begin(streamId, response, () => {
      done();
      keeping?.end();
    });
    response.sent();
    await session.forward(frameToSend(frame, held));
  } finally {
    if (!isUnderWay) done();
  }
}

/** The frame as it came, with the limits that were set. */
function frameToSend(
  { read: { call, text = '' }, route }: ReadyFrame,
  { ask, outputLimit }: Extract<ReserveOutcome, { readonly ok: true }>,
): string {
  return setFields(text, fitFields(route.spec, createResponseFrame.rewrite(call.body, ask, outputLimit), call.body));
}

/** Compares targets: the address or the key of the provider may have changed since the connection was opened. */
function isSameTarget(now: Target, opened: Target): boolean {
  return now.url.href === opened.url.href && now.key?.[1] === opened.key?.[1];
}

/** Only a small frame is parsed for this check. */
function isFree(bytes: Buffer): boolean {
  return bytes.length <= MOST_FREE_BYTES && FREE_FRAMES.has(parseObject(bytes.toString('utf8'))?.['type']);
}
