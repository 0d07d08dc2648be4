import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';

/** A request of Node whose body has been read, as the web's own. It is aborted when its client goes away. */
export function webRequestOf(request: IncomingMessage, response: ServerResponse, body: Buffer): Request {
  const { method = 'GET', url = '/', headers } = request;
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort();
  });
  const sent = new Headers();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !name.startsWith(':')) sent.set(name, Array.isArray(value) ? value.join(', ') : value);
  // The body is as it was before it was packed.
  sent.delete('content-encoding');
  return new Request(new URL(url, 'http://127.0.0.1'), {
    method,
    headers: sent,
    signal: gone.signal,
    ...(method !== 'GET' && method !== 'HEAD' && { body: new Uint8Array(body) }),
  });
}

/** Sends a response of the web, piece by piece. A client that is gone ends it. */
export async function sendWebResponse(answer: Response, response: ServerResponse): Promise<void> {
  if (response.destroyed) return;
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (!answer.body) {
    response.end();
    return;
  }
  response.flushHeaders();
  await pipeline(answer.body, response).catch(() => undefined);
}
