import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Protocol } from 'electron';
import { APP_SCHEME } from './pages.ts';

/** Nothing from anywhere but our own bundle; charts set inline style attributes. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready: Electron fixes the privileges of schemes at start. */
export function declareAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true } }]);
}

/** Serves the files of `folder` as `purser-app://dashboard/...`, with the content security policy. */
export function serveAppScheme(protocol: Pick<Protocol, 'handle'>, folder: string): void {
  protocol.handle(APP_SCHEME, (request) => answer(folder, request.url));
}

/** @returns 404 for another host, a path outside the folder, an unknown kind of file or a missing one. */
export async function answer(folder: string, url: string): Promise<Response> {
  const { host, pathname } = new URL(url);
  const type = CONTENT_TYPES[extname(pathname)];
  const segments = pathname.split('/').slice(1);
  // Segments of plain characters only: neither `..` nor an encoded slash can leave the folder.
  if (host !== 'dashboard' || !type || !segments.every((segment) => /^[\w-][\w.-]*$/.test(segment))) {
    return new Response('Not found', { status: 404 });
  }
  try {
    const body = await readFile(join(folder, ...segments));
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': type,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
      },
    });
  } catch {
    return new Response('Not found', { status: 404 });
  }
}
