import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Socket } from 'node:net';

/** Connections that all tools of a machine may have open at once: dozens of agents with dozens of requests each. */
const MOST_CONNECTIONS = 1_024;
/** Of those, so many may be without a first request: an honest client sends it at once. */
const MOST_SILENT = 64;
/** Files that a gateway needs beside connections: ledger, control socket, dashboard, worker threads. */
const OWN_FILES = 64;
/** Where fewer are left, connections that wait for their next request are closed: their clients open new ones. */
const SPARE = 16;

/**
 * How many connections a process may take that may have so many files open: each may need a second one, to the
 * provider, and the control socket must stay reachable, for a pause.
 */
export function connectionsFor(openFiles: number): number {
  return Math.max(16, Math.min(MOST_CONNECTIONS, Math.floor((openFiles - OWN_FILES) / 2)));
}

/** How many files this process may have open; `Infinity` where the system does not say. */
export function openFileLimit(): number {
  const limits: unknown = Reflect.get(process.report.getReport(), 'userLimits');
  const soft: unknown = Reflect.get(Object(Reflect.get(Object(limits), 'open_files')), 'soft');
  return typeof soft === 'number' ? soft : Infinity;
}

/** Keeps whoever opens connections and says nothing from taking the place of those who do. */
export function boundConnections(server: Server, most: number): void {
  server.maxConnections = most;
  const silent = new Set<Duplex>();
  let open = 0;
  server.on('connection', (socket: Socket) => {
    open += 1;
    silent.add(socket);
    socket.once('close', () => {
      open -= 1;
      silent.delete(socket);
    });
    const [oldest] = silent;
    if (silent.size > Math.min(MOST_SILENT, most / 2)) oldest?.destroy();
    if (open > most - SPARE) server.closeIdleConnections();
  });
  const speaks = ({ socket }: { readonly socket: Socket }): void => void silent.delete(socket);
  server.on('request', speaks);
  server.on('upgrade', speaks);
}
