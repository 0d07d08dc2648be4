import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { RPCHandler } from '@orpc/server/node';
import { PurserError } from '../../../shared/errors.ts';
import type { ContractRouter } from '../implement-contract.ts';
import type { BrowserAccess } from './browser-access.ts';
import { bearerOf, logIn } from './browser-login.ts';
import type { BrowserSession } from './browser-sessions.ts';
import { loadAssets } from './load-assets.ts';
import type { ContractServer } from './serve-socket.ts';

export interface DashboardOptions {
  /** Folder of the built dashboard. */
  readonly assetsFolder: string;
  /** Loopback port; 0 picks a free one. */
  readonly port: number;
  /** Called with the name of a browser that logged in. */
  readonly onLogin?: (browser: string) => void;
}

export interface DashboardServer extends ContractServer {
  readonly url: string;
}

const SECURITY_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src " +
    "'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

/** The time for answering a session's own logout, in milliseconds: it ends the session that it is part of. */
const ANSWER_MS = 1_000;

/**
 * Serves the dashboard to a browser on its own loopback port: exact Host, same-origin only, no CORS, no cookie. The
 * page itself contains nothing secret and is served to anybody; every call needs the bearer of a session. Cookies do
 * not know ports: any loopback server that the person visits would get them.
 * @throws PurserError `PORT_TAKEN`, or when the dashboard was not built
 */
export async function serveDashboard(
  router: ContractRouter,
  access: BrowserAccess,
  options: DashboardOptions,
): Promise<DashboardServer> {
  const assets = await loadAssets(options.assetsFolder);
  const handler = new RPCHandler(router);
  let origin = '';
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    if (!isOurs(request, origin)) return void response.writeHead(403).end('Purser answers only to its own page.');
    const { pathname } = new URL(request.url ?? '/', origin);
    if (pathname === '/login') return logIn(access, request, response, options.onLogin ?? (() => undefined));
    if (pathname.startsWith('/rpc/')) {
      const session = access.find(bearerOf(request));
      if (!session)
        return void response
          .writeHead(401, { 'content-type': 'text/plain; charset=utf-8' })
          .end('Log in first: run `purser open` in a terminal.');
      endWith(session, response);
      const { matched } = await handler.handle(request, response, { prefix: '/rpc', context: { browser: session.id } });
      if (!matched) response.writeHead(404).end();
      return;
    }
    const asset = assets.get(pathname === '/' ? '/index.html' : pathname);
    if (!asset) return void response.writeHead(404).end('There is nothing here.');
    for (const cookie of oldCookies(request))
      response.appendHeader('set-cookie', `${cookie}=; Max-Age=0; HttpOnly; SameSite=Strict; Path=/`);
    response.writeHead(200, { 'content-type': asset.type, 'content-length': asset.bytes.length }).end(asset.bytes);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new PurserError('PORT_TAKEN', `Port ${options.port} for the dashboard is taken by another program.`, {
              cause: error,
            })
          : error,
      );
    });
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : options.port}`;
  access.servesAt(origin);
  return {
    url: origin,
    close: () =>
      new Promise((resolve) => {
        access.servesAt(undefined);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Ends a response together with its session. */
function endWith(session: BrowserSession, response: ServerResponse): void {
  const forget = session.onEnd(() => {
    if (response.headersSent) response.destroy();
    else setTimeout(() => response.destroy(), ANSWER_MS).unref();
  });
  response.once('close', forget);
}

/** Requires the exact Host (against DNS rebinding), and refuses anything from another site's page. */
function isOurs(request: IncomingMessage, origin: string): boolean {
  const { host, origin: sender, 'sec-fetch-site': site } = request.headers;
  if (host !== new URL(origin).host) return false;
  if (sender !== undefined && sender !== origin) return false;
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  // A link clicked in a mail arrives as "cross-site": it may open the page and nothing else.
  return request.headers['sec-fetch-mode'] === 'navigate' && /^\/(\?|$)/.test(request.url ?? '');
}

/**
 * Names of the cookies that an older Purser used for logins. They are worthless here, but go to every loopback server.
 */
function oldCookies(request: IncomingMessage): readonly string[] {
  const names = (request.headers.cookie ?? '').split(';').map((pair) => pair.split('=')[0]?.trim() ?? '');
  return names.filter((name) => /^purser-\d{1,5}$/.test(name));
}
