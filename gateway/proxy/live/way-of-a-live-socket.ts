import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { DIALECTS } from '../../dialects/dialects.ts';
import type { LiveOpening, LiveProtocol, LiveTalk } from '../../dialects/live/live-protocol.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { checkRoute } from '../admit/check-route.ts';
import type { Route } from '../admit/check-route.ts';
import type { Destination } from '../arrive/locate.ts';
import { identify } from '../caller/identify.ts';
import type { Target } from '../forward/forward.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import { noteRefusal } from '../refuse/note-refusal.ts';
import { sendRefusal } from '../refuse/refusal.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { createKeyHider } from '../relay/hide-key.ts';
import { holdConnection } from '../websocket/hold-connection.ts';
import { openUpstream } from '../websocket/open-upstream.ts';
import { receiveFrames } from '../websocket/receive-frames.ts';
import { replyTo } from '../websocket/refuse-upgrade.ts';
import type { OpenConnection, SocketRoom, Upgrade } from '../websocket/socket-room.ts';
import { admitModel, hearFrame } from './hear-frame.ts';
import { asReason, createLiveSession } from './live-session.ts';
import type { LiveSession } from './live-session.ts';
import { createLiveWorks } from './live-works.ts';

const PING_MS = 10_000;
const NO_SEAT: Refusal = {
  kind: 'rate-limited',
  code: 'too-many-sessions',
  message: 'This sub-key has too many open sessions. Close one, and connect again.',
};
const NO_ANSWER: Refusal = {
  kind: 'provider-unreachable',
  code: 'no-session',
  message: 'The provider did not open a session within ten seconds, or refused it. Check the model and the key.',
};

/** The live protocol that a path leads to, and its endpoint. @returns undefined for any other path */
export function liveOf(
  destination: Destination,
): { readonly protocol: LiveProtocol; readonly destination: Destination } | undefined {
  const { spec, path, provider } = destination;
  const protocol = provider && spec.live?.find(({ matches }) => matches(path));
  if (!protocol) return undefined;
  const { endpoint, dialect } = protocol;
  const found = { endpoint: { path: endpoint, method: 'GET', dialect }, params: {} } as const;
  return { protocol, destination: { ...destination, found, dialect: DIALECTS[dialect] } };
}

interface LiveUpgrade extends Upgrade {
  readonly protocol: LiveProtocol;
  readonly destination: Destination;
}

/** The way of a live session, top to bottom: caller, admit, the provider's side, and then frame by frame. */
export async function handleLiveUpgrade(
  deps: ProxyDeps,
  room: SocketRoom,
  upgrade: LiveUpgrade,
): Promise<OpenConnection | undefined> {
  const { protocol, destination, request, socket } = upgrade;
  const opening = { query: destination.url.searchParams, headers: request.headers };
  const who = identify(deps, request.headers, destination.url.searchParams);
  if (!who.ok) {
    noteRefusal(deps, who.refusal, { request, destination, key: who.key });
    return replyTo(request, socket, (response) => sendRefusal(response, destination.dialect, who.refusal));
  }
  const { key } = who;
  const userAgent = request.headers['user-agent'] ?? '';
  deps.arrived.emit({ subKeyId: key.id, userAgent, leads: true, mcp: false });
  // A client shows what comes over the connection, and hides what comes instead of it.
  const refuse = (refusal: Refusal, model?: string): undefined => {
    noteRefusal(deps, refusal, { request, destination, key, model });
    return sayAndClose(room, upgrade, refusal);
  };
  const admitted = await admit(deps, key, upgrade, opening);
  if ('refusal' in admitted) return refuse(admitted.refusal, admitted.model);
  const seat = room.seats.open(key.id, 1);
  if (!seat) return refuse(NO_SEAT);
  socket.once('close', seat.release);
  if (socket.destroyed) seat.release();
  const target = targetOf(admitted.route, upgrade, opening);
  const upstream = await openUpstream(deps.connect, target);
  if (!upstream) return refuse(NO_ANSWER, admitted.talk.model());
  const session = accept(room, upgrade, (client) =>
    connect(deps, { ...admitted, key, client, upstream, protocol, request, destination, target }),
  );
  // The handshake was invalid, or its socket has gone.
  if (!session) upstream.terminate();
  return session;
}

type Admitted =
  | { readonly route: Route; readonly talk: LiveTalk }
  | { readonly refusal: Refusal; readonly model: string | undefined };

async function admit(
  deps: ProxyDeps,
  key: SubKeyRecord,
  { protocol, destination, request }: LiveUpgrade,
  opening: LiveOpening,
): Promise<Admitted> {
  const route = await checkRoute(deps, key, destination, request);
  if (!route.ok) return { refusal: route.refusal, model: undefined };
  const talk = protocol.open(opening);
  if ('fault' in talk)
    return { refusal: { kind: 'not-allowed', code: 'bound', message: talk.message }, model: undefined };
  const model = talk.model();
  const refusal = model === undefined ? undefined : admitModel(deps, key, route, { model, speaks: true });
  return refusal ? { refusal, model } : { route, talk };
}

/** The address at the provider, and the headers that its client could not set. */
function targetOf({ target, provider }: Route, { protocol, destination }: LiveUpgrade, opening: LiveOpening): Target {
  const url = protocol.address?.(provider.baseUrl, destination.path) ?? target.url;
  return { ...target, url, headers: { ...target.headers, ...headersOf(protocol, opening) } };
}

function headersOf(protocol: LiveProtocol, opening: LiveOpening): Target['headers'] {
  const own = protocol.headers?.(opening) ?? {};
  return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, String(value)]));
}

interface Connecting {
  readonly route: Route;
  readonly talk: LiveTalk;
  readonly key: SubKeyRecord;
  readonly client: WebSocket;
  readonly upstream: WebSocket;
  readonly protocol: LiveProtocol;
  readonly request: IncomingMessage;
  readonly destination: Destination;
  readonly target: Target;
}

function connect(deps: ProxyDeps, parts: Connecting): LiveSession {
  const { route, talk, key, client, upstream, protocol, request, destination, target } = parts;
  const session = createLiveSession({
    client,
    upstream,
    protocol,
    talk,
    hider: createKeyHider(target.key?.[1]),
    works: () => works,
    noted: (refusal) => noteRefusal(deps, refusal, { request, destination, key, model: talk.model() }),
  });
  const works = createLiveWorks(deps, {
    key,
    route,
    request,
    talk,
    stopped: session.stopped,
    keepPatient: () => session.keepAlive(PING_MS),
    exhausted: (refusal) => void session.end(refusal, true),
    cut: session.cut,
  });
  client.once('close', holdConnection(deps, key, route.provider, session));
  receiveFrames(
    client,
    (refusal) => void session.refuse(refusal),
    deps,
    (bytes) => hearFrame(deps, { key, route, session, talk, works }, bytes),
  );
  return session;
}

/** Completes the handshake. @returns undefined when that cannot be done */
function accept<Result>(
  { server }: SocketRoom,
  { request, socket, head }: Upgrade,
  begin: (client: WebSocket) => Result,
): Result | undefined {
  let result: Result | undefined;
  server.handleUpgrade(request, socket, head, (client) => {
    result = begin(client);
  });
  return result;
}

/** Opens the session only to say why there is none. */
function sayAndClose(room: SocketRoom, upgrade: LiveUpgrade, { kind, code, message }: Refusal): undefined {
  accept(room, upgrade, (client) => {
    client.on('error', () => client.terminate());
    const frame = upgrade.protocol.errorFrame(kind, code, message);
    if (frame === undefined) client.close(1008, asReason(message));
    else client.send(frame, () => client.close(1008, code));
  });
  return undefined;
}
