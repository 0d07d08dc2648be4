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

/** A request to it: the path, and headers by their names in small letters. */
interface Received {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Serves a page that somebody else wrote. @param onRequest told what each request brought */
export async function openOtherSite(onRequest: (request: Received) => void = () => undefined): Promise<OtherSite> {
  const server = createServer((request, response) => {
    onRequest({
      url: request.url ?? '',
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    });
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
