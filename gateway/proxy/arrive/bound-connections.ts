import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Socket } from 'node:net';

/** The most connections of all tools on the machine at once: dozens of agents with dozens of requests each. */
const MOST_CONNECTIONS = 1_024;
/** The most connections without a first request: an honest client sends it at once. */
const MOST_SILENT = 64;
/**
 * The time that a connection may be silent, in milliseconds: a burst of honest clients is accepted before the first of
 * them is read, and on a busy machine a client comes to its first request late.
 */
const GRACE_MS = 2_000;
/** Files that a gateway needs besides connections: ledger, control socket, dashboard, worker threads. */
const OWN_FILES = 64;
/** With fewer free connections than this, idle ones are closed: their clients open new ones. */
const SPARE = 16;

/**
 * Computes the connections that a process with this limit on open files may take: each may need a second one, to the
 * provider, and the control socket must stay reachable, for a pause.
 */
export function connectionsFor(openFiles: number): number {
  return Math.max(16, Math.min(MOST_CONNECTIONS, Math.floor((openFiles - OWN_FILES) / 2)));
}

/** The number of files that this process may have open; `Infinity` when the system does not say. */
export function openFileLimit(): number {
  const limits: unknown = Reflect.get(process.report.getReport(), 'userLimits');
  const soft: unknown = Reflect.get(Object(Reflect.get(Object(limits), 'open_files')), 'soft');
  return typeof soft === 'number' ? soft : Infinity;
}

/** Limits connections, so that silent clients cannot take the places of those that send requests. */
export function boundConnections(server: Server, most: number): void {
  server.maxConnections = most;
  const silent = new Map<Duplex, number>();
  const mostSilent = Math.min(MOST_SILENT, most / 2);
  let open = 0;
  let sweep: NodeJS.Timeout | undefined;
  const closeOldest = (): void => {
    sweep = undefined;
    const before = performance.now() - GRACE_MS;
    const old = [...silent].filter(([, since]) => since <= before).map(([socket]) => socket);
    for (const socket of old.slice(0, Math.max(0, silent.size - mostSilent))) socket.destroy();
    if (silent.size > mostSilent) sweepLater();
  };
  // A timer, as a server that is full sees no connection come.
  // What has arrived meanwhile is read between it and the sweep.
  const sweepLater = (): void => void (sweep ??= setTimeout(() => void setImmediate(closeOldest), GRACE_MS).unref());
  server.on('connection', (socket: Socket) => {
    open += 1;
    silent.set(socket, performance.now());
    socket.once('close', () => {
      open -= 1;
      silent.delete(socket);
    });
    if (silent.size > mostSilent) sweepLater();
    if (open <= most - SPARE) return;
    // No grace where silent ones would keep others out.
    const [oldest] = silent.keys();
    if (silent.size > mostSilent) oldest?.destroy();
    server.closeIdleConnections();
  });
  const speaks = ({ socket }: { readonly socket: Socket }): void => void silent.delete(socket);
  server.on('request', speaks);
  server.on('upgrade', speaks);
}
