import { openAiResponses } from '../../dialects/openai-responses/openai-responses.ts';
import { createResponse } from '../../dialects/openai-responses/create-response.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { checkRoute } from '../admit/check-route.ts';
import { checkStanding } from '../admit/check-standing.ts';
import { resolveBarePath } from '../arrive/bare-path.ts';
import { checkDoor } from '../arrive/door.ts';
import { locate } from '../arrive/locate.ts';
import type { Destination } from '../arrive/locate.ts';
import { identify } from '../caller/identify.ts';
import { noteRefusal } from '../refuse/note-refusal.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import { createKeyHider } from '../relay/hide-key.ts';
import { sendRefusal, sendJson } from '../refuse/refusal.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { handleLiveUpgrade, liveOf } from '../live/way-of-a-live-socket.ts';
import { errorFrame } from './error-frame.ts';
import { holdConnection } from './hold-connection.ts';
import { openUpstream } from './open-upstream.ts';
import { receiveFrames } from './receive-frames.ts';
import { refuseUpgrade, replyTo } from './refuse-upgrade.ts';
import { createSession } from './session.ts';
import type { Session } from './session.ts';
import type { OpenConnection, SocketRoom, Upgrade } from './socket-room.ts';
import { handleFrame } from './way-of-a-frame.ts';

/**
 * The way of a WebSocket, top to bottom: arrive, caller, admit, the provider's side, and then frame by frame.
 * @param port the port the gateway listens on, for the Host check
 * @returns the open connection; undefined when there is none
 */
export async function handleUpgrade(
  deps: ProxyDeps,
  { server, seats }: SocketRoom,
  port: number,
  { request, socket, head }: Upgrade,
): Promise<OpenConnection | undefined> {
  // 1. Arrive.
  const shut = checkDoor(request, port);
  if (shut)
    return replyTo(request, socket, (response) =>
      sendJson(response, shut.status, openAiResponses.errorBody('not-allowed', shut.code, shut.message), false),
    );
  let destination = locate(deps.providers, request, 'POST');
  const live = liveOf(destination);
  if (live) return handleLiveUpgrade(deps, { server, seats }, { ...live, request, socket, head });
  if (!speaks(destination)) return refuseUpgrade(request, socket);
  const refuse = (refusal: Refusal, key?: SubKeyRecord): undefined => {
    noteRefusal(deps, refusal, { request, destination, key });
    return replyTo(request, socket, (response) => sendRefusal(response, destination.dialect, refusal));
  };

  // 2. Caller.
  const who = identify(deps, request.headers, destination.url.searchParams);
  if (!who.ok) return refuse(who.refusal, who.key);
  const { key } = who;
  destination = resolveBarePath(deps, key, destination, request);
  if (!speaks(destination)) return refuseUpgrade(request, socket);
  deps.arrived.emit({
    subKeyId: key.id,
    userAgent: request.headers['user-agent'] ?? '',
    leads: destination.provider !== undefined,
    mcp: false,
  });

  // 3. Admit, by its path.
  const route = await checkRoute(deps, key, destination, request);
  if (!route.ok) return refuse(route.refusal, key);

  // 4. The provider's side comes first: the client must not be promised what the provider refuses.
  const { target } = route;
  const seat = seats.open(key.id, 1);
  if (!seat) return refuseUpgrade(request, socket);
  socket.once('close', seat.release);
  if (socket.destroyed) seat.release();
  const upstream = await openUpstream(deps.connect, target);
  if (!upstream) return refuseUpgrade(request, socket);
  // The sub-key may have been stopped meanwhile.
  const stop = checkStanding(deps, deps.directory.key(key.id));
  if (stop) {
    upstream.terminate();
    return refuse(stop, key);
  }

  // 5. Frame by frame.
  let session: Session | undefined;
  server.handleUpgrade(request, socket, head, (client) => {
    const open = createSession(client, upstream, request.headers, createKeyHider(target.key?.[1]));
    client.once('close', holdConnection(deps, key, route.provider, open));
    const explain = (refusal: Refusal): void =>
      client.send(errorFrame(refusal, undefined, request.headers), () => undefined);
    receiveFrames(client, explain, deps, (bytes) => handleFrame(deps, { session: open, key, request, target }, bytes));
    session = open;
  });
  // The handshake was invalid, or its socket has gone.
  if (!session) upstream.terminate();
  return session;
}

/** True if this path leads to a WebSocket. */
function speaks({ spec, found }: Destination): boolean {
  return spec.websocket === true && found?.endpoint.operation === createResponse;
}
