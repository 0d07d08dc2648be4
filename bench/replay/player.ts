import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { buildConnector } from 'undici';

/** One request as it arrived at the provider, and the reply to write. */
export interface Arrival {
  readonly method: string;
  /** Where it was sent, as its `host` header says. */
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly response: ServerResponse;
  /** On the clock of `performance.now()`. */
  readonly at: number;
}

/** Answers what arrives for one session. */
export type Scene = (arrival: Arrival) => Promise<void> | void;

/** A server at the address of every vendor: what is sent there arrives here. */
export interface Player {
  /** Opens the gateway's connections: whatever host is meant, here they lead, without TLS. */
  readonly connect: buildConnector.connector;
  /** Secrets that came where they must not, and requests that nobody expected. */
  readonly faults: readonly string[];
  /** From now on this scene answers what the tool of this session asks. */
  stage(session: string, scene: Scene): void;
  close(): Promise<void>;
}

/** The header by which Purser knows a conversation goes on to the provider: it finds the scene here, and the row. */
export const SESSION_HEADER = 'x-session-id';

/**
 * Starts one.
 * @param providerKey the only secret that may arrive
 * @param subKeys what the agents were given: never to be seen here
 * @param elsewhere answers what belongs to no session
 */
export async function startPlayer(providerKey: string, subKeys: readonly string[], elsewhere: Scene): Promise<Player> {
  const scenes = new Map<string, Scene>();
  const faults: string[] = [];
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => {
      faults.push(`${request.method ?? ''} ${request.url ?? ''}: ${String(error)}`);
      response.destroy();
    });
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = performance.now();
    const body = await read(request);
    const { headers, method = '', url = '/' } = request;
    faults.push(
      ...secretFaults({ headers, url, body }, providerKey, subKeys).map((fault) => `${method} ${url}: ${fault}`),
    );
    const session = headers[SESSION_HEADER];
    const scene = (typeof session === 'string' ? scenes.get(session) : undefined) ?? elsewhere;
    await scene({ method, url: new URL(url, `https://${headers.host ?? 'nowhere'}`), headers, body, response, at });
  };
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    faults,
    connect(_options, callback) {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', (error) => callback(error, null));
      socket.once('connect', () => callback(null, socket));
    },
    stage: (session, scene) => void scenes.set(session, scene),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const KEY_HEADERS = ['authorization', 'x-api-key', 'x-goog-api-key', 'api-key'];

interface Seen {
  readonly headers: IncomingHttpHeaders;
  readonly url: string;
  readonly body: Buffer;
}

function secretFaults(
  { headers, url, body }: Seen,
  providerKey: string,
  subKeys: readonly string[],
): readonly string[] {
  const keys = KEY_HEADERS.flatMap((name) => headers[name] ?? []);
  const right = keys.length === 1 && String(keys[0]).replace(/^Bearer /, '') === providerKey;
  const everything = `${url} ${JSON.stringify(headers)} ${body.toString('latin1')}`;
  const leaked = subKeys.some((subKey) => everything.includes(subKey));
  return [...(right ? [] : ['not exactly the key of the provider']), ...(leaked ? ['a sub-key'] : [])];
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const pieces: AsyncIterable<Buffer> = request;
  for await (const piece of pieces) chunks.push(piece);
  return Buffer.concat(chunks);
}
