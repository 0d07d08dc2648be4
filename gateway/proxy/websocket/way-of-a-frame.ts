import type { IncomingMessage } from 'node:http';
import { setFields } from '../../dialects/json/json-fields.ts';
import { createResponsesMeter } from '../../dialects/openai-responses/meter.ts';
import { createResponseFrame } from '../../dialects/openai-responses/create-response.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { fitFields } from '../../providers/fit-fields.ts';
import { checkRoute, checkModels, checkStanding, readRequest } from '../admit/admit.ts';
import type { ReadResult } from '../admit/admit.ts';
import { attribute } from '../caller/attribute.ts';
import { resolveBarePath } from '../arrive/bare-path.ts';
import { inputCounter } from '../reserve/count-input.ts';
import type { Target } from '../forward/forward.ts';
import { locate } from '../arrive/locate.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { CROWDED, LEAST_ROOM } from '../arrive/read-body.ts';
import { reserve } from '../reserve/reserve.ts';
import { sessionOf } from '../caller/session.ts';
import { refuseMore } from '../reserve/try-reserve.ts';
import { settleUnused } from '../settle/settle-up.ts';
import { createSocketResponse } from './socket-response.ts';
import { errorFrame } from './error-frame.ts';
import { keepSocketResponse } from './keep-socket-response.ts';
import { streamIdOf } from './session.ts';
import type { Session } from './session.ts';

/** An open connection, and with what it was opened. */
export interface OpenSocket {
  readonly session: Session;
  readonly key: SubKeyRecord;
  readonly request: IncomingMessage;
  /** What the provider's side was opened with. */
  readonly target: Target;
}

/**
 * Frames that ask for nothing: Codex says that it has read a response. They go no further: an error that answers one
 * would be taken for the end of the response under way, which would go on unpaid.
 */
const FREE_FRAMES = new Set<unknown>(['response.processed']);
const MOST_FREE_BYTES = 4_096;
const PING_MS = 10_000;
const STALE: Refusal = {
  kind: 'not-allowed',
  code: 'provider',
  message: 'The provider of this connection was changed in Purser. Connect again.',
};

/**
 * The way of a frame, top to bottom, as of a request: who, may it, reserve, forward. Returns when it is under way or
 * refused.
 */
export async function handleFrame(deps: ProxyDeps, socket: OpenSocket, bytes: Buffer): Promise<void> {
  const { session, request, target } = socket;
  // Anything may have changed since the connection was opened.
  const key = deps.directory.key(socket.key.id);
  if (isFree(bytes) && !checkStanding(deps, key)) return;
  const destination = resolveBarePath(deps, key, locate(deps.providers, request, 'POST'), request, 'POST');
  let streamId: string | undefined;
  const refuse = async (refusal: Refusal, model?: string): Promise<void> => {
    deps.refusals.note({
      rule: refusal.code,
      message: refusal.message,
      provider: destination.providerName,
      model,
      agentId: key.agentId,
      subKeyId: key.id,
    });
    await session.send(errorFrame(refusal, streamId, request.headers));
  };
  const readFrame = (): Promise<ReadResult> =>
    readRequest(createResponseFrame, bytes, {
      params: {},
      query: destination.url.searchParams,
      historyOf: session.historyOf,
    });

  // May it.
  const route = await checkRoute(deps, key, destination, request);
  if (!route.ok) return refuse(route.refusal);
  const {
    provider,
    spec,
    found: { endpoint },
  } = route;
  if (route.target.url.href !== target.url.href || route.target.key?.[1] !== target.key?.[1]) {
    await refuse(STALE);
    return session.drain(1001, 'provider');
  }
  let read = await readFrame();
  if (read.ok) streamId = streamIdOf(read.call.body);
  // One response at a time with one `stream_id`: the one before it may be what this one goes on from.
  await session.free(streamId ?? '');
  read = await readFrame();
  if (!read.ok) return refuse(read.refusal);
  const { ask, call, text = '' } = read;
  await deps.watch.sent(key, bytes);
  const stop = checkStanding(deps, deps.directory.key(key.id)) ?? checkModels(deps, key, provider, endpoint, ask);
  if (stop) return refuse(stop, ask.model);

  const room = deps.memory.open(key.id, LEAST_ROOM + bytes.length);
  if (!room) return refuse(CROWDED, ask.model);
  const run = deps.running.add({ subKeyId: key.id, agentId: key.agentId, cut: session.cut });
  const done = (): void => {
    run.done();
    room.release();
  };
  let underWay = false;
  try {
    // Reserve.
    const held = await reserve(deps, {
      key,
      provider,
      spec,
      ask,
      body: call.body,
      endpoint: endpoint.path,
      session: sessionOf(request.headers, call.body),
      largeContext: route.largeContext,
      countInput: inputCounter(deps, read, createResponseFrame, route, session.stopped),
      countLater: inputCounter(deps, read, createResponseFrame, route, new AbortController().signal),
      meter: createResponsesMeter,
      keepPatient: () => session.keepAlive(PING_MS),
      stopped: session.stopped,
    });
    if (!held.ok) return await refuse(held.refusal, ask.model);

    // Forward. What comes back is metered and settled by the session.
    const { heldRequest, outputLimit } = held;
    const frame = setFields(
      text,
      fitFields(spec, createResponseFrame.rewrite(call.body, held.ask, outputLimit), call.body),
    );
    await heldRequest.reservation.durable;
    if (!session.isOpen())
      return await settleUnused(heldRequest, {
        outcome: session.stopped.reason === 'cut' ? 'cut' : 'client-gone',
        status: null,
      });
    attribute(deps, heldRequest.reservation.record, request.socket);
    underWay = true;
    const keeping = deps.bodies.follow(heldRequest.reservation.record, bytes);
    const response = keepSocketResponse(createSocketResponse(held, refuseMore(deps, key, provider)), keeping);
    session.begin(streamId ?? '', response, () => {
      done();
      keeping?.end();
    });
    response.sent();
    await session.forward(frame);
  } finally {
    if (!underWay) done();
  }
}

/** Small enough to be read before it is looked through. */
function isFree(bytes: Buffer): boolean {
  return bytes.length <= MOST_FREE_BYTES && FREE_FRAMES.has(parseObject(bytes.toString('utf8'))?.['type']);
}
