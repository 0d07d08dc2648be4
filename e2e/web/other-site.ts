import { once } from 'node:events';
import { createServer } from 'node:http';

/** An empty page on another port: another origin, whoever's cookies the browser holds. */
interface OtherSite {
  /** On 127.0.0.1: another origin, but the same site, so that strict cookies are sent. */
  readonly sameSite: string;
  /** On localhost: another site altogether. */
  readonly crossSite: string;
  readonly close: () => Promise<void>;
}

/** Serves a page that somebody else wrote. */
export async function openOtherSite(): Promise<OtherSite> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Somebody else</title>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The other site has no port.');
  return {
    sameSite: `http://127.0.0.1:${address.port}`,
    crossSite: `http://localhost:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
