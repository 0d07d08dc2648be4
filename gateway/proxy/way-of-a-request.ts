import type { IncomingMessage } from 'node:http';
import { DIALECTS } from '../dialects/dialects.ts';
import type { Room } from '../domain/caps/byte-budget.ts';
import type { SubKeyRecord } from '../ledger/records.ts';
import { startHeartbeats } from './admit/ask-person.ts';
import { checkHostedTools, checkModels, checkPace } from './admit/check-policies.ts';
import { checkRoute } from './admit/check-route.ts';
import type { Route } from './admit/check-route.ts';
import { checkStanding } from './admit/check-standing.ts';
import { readAttachment } from './admit/read-attachment.ts';
import { readRequest } from './admit/read-request.ts';
import type { ReadResult } from './admit/read-request.ts';
import { resolveBarePath } from './arrive/bare-path.ts';
import { answerProbe, checkDoor, isReachabilityProbe } from './arrive/door.ts';
import { answerPerson, isPersonAtDoor } from './arrive/front-page.ts';
import { locate } from './arrive/locate.ts';
import { serverInPath } from './arrive/mcp-path.ts';
import type { Destination } from './arrive/locate.ts';
import { CROWDED, dropBody, LEAST_ROOM, readBody, refusalOfBody } from './arrive/read-body.ts';
import { readForm } from './arrive/read-form.ts';
import { attribute, repositoryBehind } from './caller/attribute.ts';
import { identify } from './caller/identify.ts';
import { callApi } from './forward/call-api.ts';
import { forwardAndSettle } from './forward/forward-and-settle.ts';
import { passThrough } from './forward/pass-through.ts';
import type { McpRequest, ProxyDeps } from './proxy-deps.ts';
import { noteRefusal } from './refuse/note-refusal.ts';
import { sendJson, sendRefusal } from './refuse/refusal.ts';
import type { Refusal } from './refuse/refusal.ts';
import type { TeeResponse } from './relay/tee-response.ts';
import { holdRequest } from './reserve/hold-request.ts';
import { refuseMore } from './reserve/refuse-by-limit.ts';
import { trackRequest } from './running/track-request.ts';

/**
 * The way of a request, top to bottom: arrive, caller, admit, reserve, forward, relay, settle. Every station is a
 * folder.
 * @param port the port the gateway listens on, for the Host check
 */
export async function handleRequest(
  deps: ProxyDeps,
  port: number,
  request: IncomingMessage,
  response: TeeResponse,
): Promise<void> {
  // 1. Arrive: only at our own address, and from no web page.
  const shut = checkDoor(request, port);
  if (shut) noteRefusal(deps, { ...shut, kind: 'not-allowed' }, { request });
  if (shut)
    return sendJson(response, shut.status, DOOR_DIALECT.errorBody('not-allowed', shut.code, shut.message), false);
  if (isReachabilityProbe(request)) return answerProbe(response);
  if (isPersonAtDoor(request)) return answerPerson(response);
  let destination = locate(deps.providers, request);
  const refuse = (refusal: Refusal, key?: SubKeyRecord, model?: string): void => {
    noteRefusal(deps, refusal, { request, destination, key, model });
    sendRefusal(response, destination.dialect, refusal);
  };

  // 2. Caller: the sub-key, in any of the places where tools send one.
  const who = identify(deps, request.headers, destination.url.searchParams);
  if (!who.ok) return refuse(who.refusal, who.key);
  const { key } = who;
  destination = resolveBarePath(deps, key, destination, request);
  deps.arrived.emit({
    subKeyId: key.id,
    userAgent: request.headers['user-agent'] ?? '',
    leads: destination.provider !== undefined && destination.found !== undefined,
    mcp: serverInPath(destination.url.pathname) !== undefined,
  });

  const room = deps.memory.open(key.id, LEAST_ROOM);
  if (!room) return refuse(CROWDED, key);
  try {
    const mcp = serverInPath(destination.url.pathname);
    if (mcp) return await serveMcp(deps, { key, ...mcp, request, response, room, refuse: (no) => refuse(no, key) });
    await handleKnown(deps, {
      key,
      destination,
      request,
      response,
      room,
      refuse: (no, model) => refuse(no, key, model),
    });
  } finally {
    room.release();
  }
}

/** The protocol is still unknown at the door. */
const DOOR_DIALECT = DIALECTS['openai-chat'];

/** A request whose sub-key is known. */
interface KnownRequest {
  readonly key: SubKeyRecord;
  readonly destination: Destination;
  readonly request: IncomingMessage;
  readonly response: TeeResponse;
  readonly refuse: (refusal: Refusal, model?: string) => void;
  /** The memory that it may take. */
  readonly room: Room;
}

/** A request to MCP servers: each call of a tool in it goes a way of its own, in gateway/mcp. */
async function serveMcp(
  deps: ProxyDeps,
  { room, refuse, ...asked }: Omit<McpRequest, 'body'> & Pick<KnownRequest, 'room' | 'refuse'>,
): Promise<void> {
  const body = await readBody(asked.request, deps.maxBodyBytes, room);
  if (!body.read) return refuse(refusalOfBody(body));
  return deps.mcp.serve({ ...asked, body: body.bytes });
}

async function handleKnown(deps: ProxyDeps, known: KnownRequest): Promise<void> {
  const { key, destination, request, response, refuse, room } = known;
  const { dialect } = destination;

  // 3. Admit: first by its path, then by its body.
  const route = await checkRoute(deps, key, destination, request);
  if (!route.ok) return refuse(route.refusal);
  const { provider, target, found } = route;
  const { operation, path: endpoint } = found.endpoint;
  const tooFast = operation || provider.http ? checkPace(deps, { key, provider }) : undefined;
  if (tooFast) await dropBody(request, deps.maxBodyBytes);
  if (tooFast) return refuse(tooFast);
  const body = await readBody(request, deps.maxBodyBytes, room);
  if (!body.read) return refuse(refusalOfBody(body));
  const { bytes } = body;
  if (provider.http) {
    const call = { key, provider, http: provider.http, endpoint, target, body: bytes };
    const refusal = await callApi(deps, { ...call, dialect, response });
    return refusal && refuse(refusal);
  }
  if (!operation) return passThrough(deps, { key, target, body: bytes, dialect, response, provider, ...found });
  const read = await readAs(deps, route, known, bytes);
  if (!read.ok) return refuse(read.refusal);
  const { ask } = read;
  deps.watch.sent(key, bytes);
  // The sub-key may have been stopped while the body was read.
  const stop =
    checkStanding(deps, deps.directory.key(key.id)) ??
    checkModels(deps, { key, provider, endpoint }, ask) ??
    checkHostedTools(deps, { key, provider }, read.call.body);
  if (stop) return refuse(stop, ask.model);

  const tracked = trackRequest(deps.running, key, response, dialect);
  try {
    // 4. Reserve: what it can spend before a stop.
    const keepPatient = (): (() => void) => startHeartbeats(response, dialect, ask.framing ?? 'events');
    const project = repositoryBehind(deps, key, request.socket);
    const ready = { key, route, operation, read, headers: request.headers, project, keepPatient };
    const held = await holdRequest(deps, { ...ready, stopped: tracked.stopped, givenUp: tracked.givenUp });
    if (!held.ok) return refuse(held.refusal, ask.model);

    // 5 to 7. Forward, relay, settle.
    const { record } = held.heldRequest.reservation;
    attribute(deps, record, request.socket);
    deps.bodies.watch(record, bytes, response);
    const capped = refuseMore(deps, key);
    await forwardAndSettle(deps, {
      held,
      route,
      operation,
      call: read.call,
      text: read.text,
      bytes,
      dialect,
      response,
      tracked,
      capped,
    });
  } finally {
    tracked.done();
  }
}

/** Reads what a body asks for, in the form that its endpoint takes, and the file that it names. */
async function readAs(
  deps: Pick<ProxyDeps, 'dispatcher'>,
  route: Route,
  { destination, request, room }: KnownRequest,
  bytes: Buffer,
): Promise<ReadResult> {
  const { endpoint, params } = route.found;
  const { operation } = endpoint;
  if (!operation) throw new Error('this endpoint asks for nothing');
  const { deployments } = route.provider;
  const deployed = (name: string) => (deployments && Object.hasOwn(deployments, name) ? deployments[name] : undefined);
  const call = { params, query: destination.url.searchParams, headers: request.headers, deployed };
  if (endpoint.body === 'form') return readForm(operation, bytes, request.headers['content-type'], call);
  const { attachment } = operation;
  const attached = attachment && (await readAttachment(deps, { attachment, route, body: bytes, room }));
  if (attached && 'refusal' in attached) return { ok: false, refusal: attached.refusal };
  return readRequest(operation, bytes, { ...call, ...(attached?.lines && { lines: attached.lines }) });
}
