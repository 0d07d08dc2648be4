import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RPCHandler } from '@orpc/server/node';
import { PurserError } from '../../../shared/errors.ts';
import type { ContractRouter } from '../implement-contract.ts';
import { createBrowserLogin } from './browser-login.ts';
import { loadAssets } from './load-assets.ts';
import type { ContractServer } from './serve-socket.ts';

export interface DashboardOptions {
  /** Folder of the built dashboard. */
  readonly assetsFolder: string;
  /** Loopback port; 0 picks a free one. */
  readonly port: number;
  readonly random: { bytes(count: number): Uint8Array };
  /** Called with a fresh link after the last one was used: each works once. */
  readonly onNewLink?: (link: string) => void;
}

export interface DashboardServer extends ContractServer {
  readonly url: string;
  /** Opens the dashboard, once. */
  readonly loginLink: string;
}

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/**
 * Serves the dashboard to a browser on its own loopback port: exact Host, same-origin only, no CORS, a one-time
 * link that becomes a strict cookie. @throws PurserError `PORT_TAKEN`, or when the dashboard was not built
 */
export async function serveDashboard(router: ContractRouter, options: DashboardOptions): Promise<DashboardServer> {
  const assets = await loadAssets(options.assetsFolder);
  const handler = new RPCHandler(router);
  let origin = '';
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (!isOurs(request, origin)) return void response.writeHead(403).end('Purser answers only to its own page.');
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    if (pathname === '/login') return login.enter(searchParams.get('token') ?? '', response);
    if (!login.isKnown(request)) {
      return void response.writeHead(401, { 'content-type': 'text/plain; charset=utf-8' }).end('Open the login link that `purser serve --ui` printed. It works once; the newest one is at the end of its output.');
    }
    if (pathname.startsWith('/rpc/')) {
      const { matched } = await handler.handle(request, response, { prefix: '/rpc' });
      if (!matched) response.writeHead(404).end();
      return;
    }
    const asset = assets.get(pathname === '/' ? '/index.html' : pathname);
    if (!asset) return void response.writeHead(404).end('There is nothing here.');
    response.writeHead(200, { 'content-type': asset.type, 'content-length': asset.bytes.length }).end(asset.bytes);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(taken ? new PurserError('PORT_TAKEN', `Port ${options.port} for the dashboard is taken by another program.`, { cause: error }) : error);
    });
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : options.port}`;
  const login = createBrowserLogin({ origin, random: options.random, onNewLink: options.onNewLink ?? (() => undefined) });
  return {
    url: origin,
    loginLink: login.link(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Exact Host (no DNS rebinding), and nothing that another site's page sends, whatever cookie it carries. */
function isOurs(request: IncomingMessage, origin: string): boolean {
  const { host, origin: sender, 'sec-fetch-site': site } = request.headers;
  if (host !== new URL(origin).host) return false;
  if (sender !== undefined && sender !== origin) return false;
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  // A link clicked in mail arrives as "cross-site": it may open the page and nothing else.
  const path = (request.url ?? '').replace(/\?.*$/, '');
  return request.headers['sec-fetch-mode'] === 'navigate' && (path === '/' || path === '/login');
}
