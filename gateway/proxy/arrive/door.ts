import type { IncomingMessage, ServerResponse } from 'node:http';
import { tell } from '../../domain/words/tell.ts';
import type { Told } from '../../domain/words/tell.ts';

/** A refusal at the door, before the caller is identified. */
export interface DoorRefusal extends Told {
  readonly status: 403 | 421;
  readonly code: 'host-not-allowed' | 'browser-not-allowed';
}

/**
 * Keeps web pages out. A page can make a browser call loopback, under our address or under a name that points there
 * (DNS rebinding): so the Host must be exactly ours, and requests from a browser's page are refused.
 * @param port the port the gateway listens on
 */
export function checkDoor(request: IncomingMessage, port: number): DoorRefusal | undefined {
  const { host, origin, 'sec-fetch-site': site } = request.headers;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  if (host === undefined || !hosts.includes(host.toLowerCase())) {
    return { status: 421, code: 'host-not-allowed', ...tell({ code: 'host-not-allowed', port }) };
  }
  if (origin !== undefined || (typeof site === 'string' && site !== 'none')) {
    return { status: 403, code: 'browser-not-allowed', ...tell({ code: 'browser-not-allowed' }) };
  }
  return undefined;
}

const NAME = /^\/[a-z][a-z0-9-]{0,31}$/;
const HELLO = '/api/hello';

/**
 * True for a tool's question, without a key, whether its base URL is reachable: Claude Code asks before it starts. The
 * answer is the same for every name, so that it reveals nothing.
 */
export function isReachabilityProbe({ method, url = '' }: IncomingMessage): boolean {
  if (method !== 'HEAD') return false;
  const path = url.replace(/\?.*$/s, '');
  const base = path.endsWith(HELLO) ? path.slice(0, -HELLO.length) : path.replace(/\/$/, '');
  return base === '' || NAME.test(base);
}

/** Answers yes, and nothing else. */
export function answerProbe(response: ServerResponse): void {
  response.writeHead(200, { 'content-length': 0 });
  response.end();
}
