import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** One-time links that become a strict cookie. Sessions live as long as the server. */
export interface BrowserLogin {
  /** The link that works now. */
  link(): string;
  enter(token: string, response: ServerResponse): void;
  isKnown(request: IncomingMessage): boolean;
}

interface BrowserLoginOptions {
  readonly origin: string;
  readonly random: { bytes(count: number): Uint8Array };
  readonly onNewLink: (link: string) => void;
}

export function createBrowserLogin({ origin, random, onNewLink }: BrowserLoginOptions): BrowserLogin {
  const secret = (): string => Buffer.from(random.bytes(32)).toString('base64url');
  // Cookies do not know ports: two dashboards on one machine must not log each other out.
  const cookieName = `purser-${new URL(origin).port}`;
  const sessions: string[] = [];
  let token = secret();
  const link = (): string => `${origin}/login?token=${token}`;

  return {
    link,
    enter(offered, response) {
      if (!isSame(offered, token)) {
        response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end('This login link was used already or is not from this Purser. The newest one is at the end of its output.');
        return;
      }
      token = secret();
      const session = secret();
      sessions.push(session);
      response.writeHead(303, { location: '/', 'set-cookie': `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/` }).end();
      onNewLink(link());
    },
    isKnown(request) {
      const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
      const offered = pairs.find(([name]) => name === cookieName)?.[1];
      return offered !== undefined && sessions.some((session) => isSame(offered, session));
    },
  };
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
