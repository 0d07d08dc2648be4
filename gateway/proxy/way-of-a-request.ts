import type { IncomingMessage } from 'node:http';
import { DIALECTS } from '../dialects/dialects.ts';
import type { Room } from '../domain/caps/byte-budget.ts';
import type { SubKeyRecord } from '../ledger/records.ts';
import { checkRoute, checkModels, checkPace, checkStanding, identify, readRequest } from './admit/admit.ts';
import { startHeartbeats } from './admit/ask-person.ts';
import { attribute } from './caller/attribute.ts';
import { resolveBarePath } from './arrive/bare-path.ts';
import { callApi } from './forward/call-api.ts';
import { forwardAndSettle } from './forward/forward-and-settle.ts';
import { inputCounter } from './reserve/count-input.ts';
import { isReachabilityProbe, checkDoor, answerProbe } from './arrive/door.ts';
import { locate } from './arrive/locate.ts';
import type { Destination } from './arrive/locate.ts';
import { passThrough } from './forward/pass-through.ts';
import type { TeeResponse } from './relay/tee-response.ts';
import type { ProxyDeps } from './proxy-deps.ts';
import { CROWDED, refusalOfBody, dropBody, LEAST_ROOM, readBody } from './arrive/read-body.ts';
import { readForm } from './arrive/read-form.ts';
import { sendRefusal, sendJson } from './refuse/refusal.ts';
import type { Refusal } from './refuse/refusal.ts';
import { reserve } from './reserve/reserve.ts';
import { refuseMore } from './reserve/try-reserve.ts';
import { sessionOf } from './caller/session.ts';
import { trackRequest } from './running/track-request.ts';

/**
 * The way of a request, top to bottom: door, who, may it, reserve, forward, meter, settle.
 * @param port the port the gateway listens on, for the Host check
 */
export async function handleRequest(
  deps: ProxyDeps,
  port: number,
  request: IncomingMessage,
  response: TeeResponse,
): Promise<void> {
  // 1. Door.
  const shut = checkDoor(request, port);
  if (shut) deps.refusals.note({ rule: shut.code, message: shut.message, provider: '' });
  if (shut)
    return sendJson(
      response,
      shut.status,
      DIALECTS['openai-chat'].errorBody('not-allowed', shut.code, shut.message),
      false,
    );
  if (isReachabilityProbe(request)) return answerProbe(response);
  let destination = locate(deps.providers, request);
  const refuse = (refusal: Refusal, key?: SubKeyRecord, model?: string): void => {
    deps.refusals.note({
      rule: refusal.code,
      message: refusal.message,
      provider: destination.providerName,
      model,
      agentId: key?.agentId,
      subKeyId: key?.id,
    });
    sendRefusal(response, destination.dialect, refusal);
  };

  // 2. Who.
  const who = identify(deps, request.headers, destination.url.searchParams);
  if (!who.ok) return refuse(who.refusal, who.key);
  const { key } = who;
  destination = resolveBarePath(deps, key, destination, request);
  deps.arrived.emit({
    subKeyId: key.id,
    userAgent: request.headers['user-agent'] ?? '',
    leads: destination.provider !== undefined && destination.found !== undefined,
  });

  const room = deps.memory.open(key.id, LEAST_ROOM);
  if (!room) return refuse(CROWDED, key);
  try {
    await handleKnown(deps, { key, destination, request, response, refuse, room });
  } finally {
    room.release();
  }
}

/** A request whose sub-key is known. */
interface KnownRequest {
  readonly key: SubKeyRecord;
  readonly destination: Destination;
  readonly request: IncomingMessage;
  readonly response: TeeResponse;
  readonly refuse: (refusal: Refusal, key: SubKeyRecord, model?: string) => void;
  /** What it may take in memory. */
  readonly room: Room;
}

async function handleKnown(
  deps: ProxyDeps,
  { key, destination, request, response, refuse, room }: KnownRequest,
): Promise<void> {
  const { dialect } = destination;
  // 3. May it: first what its path tells, then what its body asks for.
  const route = await checkRoute(deps, key, destination, request);
  if (!route.ok) return refuse(route.refusal, key);
  const {
    provider,
    spec,
    target,
    found: { endpoint, params },
  } = route;
  const { operation } = endpoint;
  const tooFast = operation || provider.http ? checkPace(deps, key, provider) : undefined;
  if (tooFast) await dropBody(request, deps.maxBodyBytes);
  if (tooFast) return refuse(tooFast, key);
  const body = await readBody(request, deps.maxBodyBytes, room);
  if (!body.read) return refuse(refusalOfBody(body), key);
  if (provider.http) {
    const refusal = await callApi(deps, {
      key,
      provider,
      http: provider.http,
      endpoint: endpoint.path,
      target,
      body: body.bytes,
      dialect,
      response,
    });
    return refusal && refuse(refusal, key);
  }
  if (!operation)
    return passThrough(deps, {
      key,
      target,
      body: body.bytes,
      dialect,
      response,
      provider,
      link: endpoint.link,
      params,
    });
  const called = { params, query: destination.url.searchParams };
  const read =
    endpoint.body === 'form'
      ? await readForm(operation, body.bytes, request.headers['content-type'], called)
      : await readRequest(operation, body.bytes, called);
  if (!read.ok) return refuse(read.refusal, key);
  const { ask } = read;
  await deps.watch.sent(key, body.bytes);
  // The sub-key may have been stopped while the body was read.
  const stop = checkStanding(deps, deps.directory.key(key.id)) ?? checkModels(deps, key, provider, endpoint, ask);
  if (stop) return refuse(stop, key, ask.model);

  const tracked = trackRequest(deps.running, key, response, dialect);
  try {
    // 4. Reserve.
    const held = await reserve(deps, {
      key,
      provider,
      spec,
      ask,
      body: read.call.body,
      endpoint: endpoint.path,
      session: sessionOf(request.headers, read.call.body),
      largeContext: route.largeContext,
      countInput: inputCounter(deps, read, operation, route, tracked.stopped),
      countLater: inputCounter(deps, read, operation, route, tracked.givenUp),
      meter: operation.createMeter && ((form) => operation.createMeter?.(form, form.framing ?? 'events')),
      keepPatient: () => startHeartbeats(response, dialect, ask.framing ?? 'events'),
      stopped: tracked.stopped,
    });
    if (!held.ok) return refuse(held.refusal, key, ask.model);

    // 5 to 7. Forward, meter, settle.
    const { heldRequest, outputLimit, ask: heldAsk } = held;
    attribute(deps, heldRequest.reservation.record, request.socket);
    deps.bodies.watch(heldRequest.reservation.record, body.bytes, response);
    await forwardAndSettle(
      deps,
      {
        ...read,
        ask: heldAsk,
        body: body.bytes,
        outputLimit,
        spec,
        target,
        dialect,
        operation,
        response,
        providerName: provider.name,
        baseUrl: provider.baseUrl,
        capped: refuseMore(deps, key, provider),
      },
      heldRequest,
      tracked,
    );
  } finally {
    tracked.done();
  }
}
