import { request } from 'undici';
import type { Dispatcher } from 'undici';

/** A `fetch` that takes the gateway's own way out. */
export function fetchBy(dispatcher: Dispatcher): typeof fetch {
  return async (input, init) => {
    const asked = new Request(input, init);
    const body = asked.body === null ? null : Buffer.from(await asked.arrayBuffer());
    const { method, url, signal } = asked;
    const reply = await request(url, { dispatcher, method, headers: Object.fromEntries(asked.headers), body, signal });
    const bytes = await reply.body.arrayBuffer();
    return new Response(bytes.byteLength === 0 ? null : bytes, {
      status: reply.statusCode,
      headers: Object.entries(reply.headers).map(([name, value]) => [name, String(value)]),
    });
  };
}

/** A request as AWS's clients hand it over. */
interface AwsRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly query?: Readonly<Record<string, string | string[] | null>>;
  readonly headers: Record<string, string>;
  readonly body?: unknown;
}

interface AwsReply {
  readonly response: { statusCode: number; headers: Record<string, string>; body: unknown };
}

/** Sends the requests of AWS's clients for credentials (a login, a role) on the gateway's own way out. */
export function createAwsHandler(dispatcher: Dispatcher): { handle(asked: AwsRequest): Promise<AwsReply> } {
  return {
    async handle({ method, protocol, hostname, port, path, query = {}, headers, body }) {
      const url = new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`);
      for (const [name, value] of Object.entries(query))
        for (const one of [value].flat()) url.searchParams.append(name, one ?? '');
      const sent = typeof body === 'string' || body instanceof Uint8Array ? Buffer.from(body) : null;
      const reply = await request(url, { dispatcher, method, headers, body: sent });
      const said = Object.entries(reply.headers).map(([name, value]) => [name, String(value)] as const);
      return { response: { statusCode: reply.statusCode, headers: Object.fromEntries(said), body: reply.body } };
    },
  };
}
