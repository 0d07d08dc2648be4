import type { IncomingMessage, ServerResponse } from 'node:http';
import { DIALECTS } from '../dialects/dialects.ts';
import type { Room } from '../domain/caps/byte-budget.ts';
import type { SubKeyRecord } from '../ledger/records.ts';
import { checkGround, checkModels, checkPace, checkStanding, identify, readRequest } from './admit/admit.ts';
import { startHeartbeats } from './admit/ask-person.ts';
import { attribute } from './caller/attribute.ts';
import { resolveBarePath } from './arrive/bare-path.ts';
import { callApi } from './forward/call-api.ts';
import { carry } from './forward/carry.ts';
import { inputCounter } from './reserve/count-input.ts';
import { asksWhetherAnybodyIsThere, checkDoor, nod } from './arrive/door.ts';
import { locate } from './arrive/locate.ts';
import type { Place } from './arrive/locate.ts';
import { passThrough } from './forward/pass-through.ts';
import type { ProxyDeps } from './proxy-deps.ts';
import { CROWDED, denialOfBody, dropBody, LEAST_ROOM, readBody } from './arrive/read-body.ts';
import { readForm } from './arrive/read-form.ts';
import { deny, sendJson } from './refuse/reply.ts';
import type { Denial } from './refuse/reply.ts';
import { reserve } from './reserve/reserve.ts';
import { denyMore } from './reserve/try-reserve.ts';
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
  response: ServerResponse,
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
  if (asksWhetherAnybodyIsThere(request)) return nod(response);
  let place = locate(deps.providers, request);
  const refuse = (denial: Denial, key?: SubKeyRecord, model?: string): void => {
    deps.refusals.note({
      rule: denial.code,
      message: denial.message,
      provider: place.providerName,
      model,
      agentId: key?.agentId,
      subKeyId: key?.id,
    });
    deny(response, place.dialect, denial);
  };

  // 2. Who.
  const who = identify(deps, request.headers, place.url.searchParams);
  if (!who.ok) return refuse(who.denial, who.key);
  const { key } = who;
  place = resolveBarePath(deps, key, place, request);
  deps.arrived.emit({
    subKeyId: key.id,
    userAgent: request.headers['user-agent'] ?? '',
    leads: place.provider !== undefined && place.found !== undefined,
  });

  const room = deps.memory.open(key.id, LEAST_ROOM);
  if (!room) return refuse(CROWDED, key);
  try {
    await handleKnown(deps, { key, place, request, response, refuse, room });
  } finally {
    room.release();
  }
}

/** A request whose sub-key is known. */
interface KnownRequest {
  readonly key: SubKeyRecord;
  readonly place: Place;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly refuse: (denial: Denial, key: SubKeyRecord, model?: string) => void;
  /** What it may take in memory. */
  readonly room: Room;
}

async function handleKnown(
  deps: ProxyDeps,
  { key, place, request, response, refuse, room }: KnownRequest,
): Promise<void> {
  const { dialect } = place;
  // 3. May it: first what its path tells, then what its body asks for.
  const ground = await checkGround(deps, key, place, request);
  if (!ground.ok) return refuse(ground.denial, key);
  const {
    provider,
    spec,
    target,
    found: { endpoint, params },
  } = ground;
  const { operation } = endpoint;
  const tooFast = operation || provider.http ? checkPace(deps, key, provider) : undefined;
  if (tooFast) await dropBody(request, deps.maxBodyBytes);
  if (tooFast) return refuse(tooFast, key);
  const body = await readBody(request, deps.maxBodyBytes, room);
  if (!body.read) return refuse(denialOfBody(body), key);
  if (provider.http) {
    const denial = await callApi(deps, {
      key,
      provider,
      http: provider.http,
      endpoint: endpoint.path,
      target,
      body: body.bytes,
      dialect,
      response,
    });
    return denial && refuse(denial, key);
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
  const called = { params, query: place.url.searchParams };
  const read =
    endpoint.body === 'form'
      ? await readForm(operation, body.bytes, request.headers['content-type'], called)
      : await readRequest(operation, body.bytes, called);
  if (!read.ok) return refuse(read.denial, key);
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
      largeContext: ground.largeContext,
      countInput: inputCounter(deps, read, operation, ground, tracked.stopped),
      countLater: inputCounter(deps, read, operation, ground, tracked.givenUp),
      meter: operation.createMeter && ((form) => operation.createMeter?.(form, form.framing ?? 'events')),
      keepPatient: () => startHeartbeats(response, dialect, ask.framing ?? 'events'),
      stopped: tracked.stopped,
    });
    if (!held.ok) return refuse(held.denial, key, ask.model);

    // 5 to 7. Forward, meter, settle.
    const { tab, outputLimit, ask: heldAsk } = held;
    attribute(deps, tab.reservation.record, request.socket);
    deps.bodies.watch(tab.reservation.record, body.bytes, response);
    await carry(
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
        capped: denyMore(deps, key, provider),
      },
      tab,
      tracked,
    );
  } finally {
    tracked.done();
  }
}
