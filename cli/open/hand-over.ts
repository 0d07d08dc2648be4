import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { randomBytes } from 'node:crypto';
import { browserCommand } from './browser-command.ts';
import { isOurConnection } from './whose-connection.ts';

/** A browser that has not come after this many milliseconds does not come. */
const WAIT_MS = 20_000;

interface HandOver {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** Makes the login link; called only when the person's own browser is there. */
  readonly link: () => Promise<string>;
  readonly waitMs?: number;
}

/**
 * Opens the browser and hands it a login link. Everybody on the computer can read the arguments of a program, and
 * whoever opens the link first is in: so the browser is given an address of this process, which sends on to the link
 * only who belongs to the same user.
 * @returns whether the browser came
 */
export async function handOver({ env, platform, link, waitMs = WAIT_MS }: HandOver): Promise<boolean> {
  const path = `/${randomBytes(8).toString('hex')}`;
  let came: (is: boolean) => void = () => undefined;
  const arrival = new Promise<boolean>((resolve) => (came = resolve));
  const server = createServer((request, response) => {
    const answer = async (): Promise<void> => {
      if (request.url !== path || request.method !== 'GET') return void response.writeHead(404).end();
      if (!(await isOurConnection(request.socket, platform)))
        return void response.writeHead(403).end('This address is for the person who ran `purser open`.');
      const location = await link();
      response
        .writeHead(302, {
          location,
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
          connection: 'close',
        })
        .end(() => came(true));
    };
    answer().catch(() => {
      response.writeHead(500).end('Purser does not answer.');
      came(false);
    });
  });
  const port = await listen(server);
  const opener = browserCommand(`http://127.0.0.1:${port}${path}`, { env, platform });
  const timer = setTimeout(() => came(false), waitMs);
  if (opener === undefined) came(false);
  else {
    const child = spawn(opener.command, opener.args, { stdio: 'ignore', detached: true, env });
    child.once('error', () => came(false));
    child.once('exit', (code) => {
      if (code !== 0) came(false);
    });
    child.unref();
  }
  const done = await arrival;
  clearTimeout(timer);
  server.close();
  server.closeIdleConnections();
  return done;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
}
