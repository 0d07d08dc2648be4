import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Dialect } from '../dialects/dialect.ts';
import type { ProviderRecord, SubKeyRecord } from '../ledger/records.ts';
import { forward, rawReplyHeaders } from './forward.ts';
import type { Target } from './forward.ts';
import type { ProxyDeps } from './proxy-deps.ts';
import { linkHome } from './link-home.ts';
import { deny } from './reply.ts';
import { trackRequest } from './track-request.ts';

interface FreeCall {
  readonly key: SubKeyRecord;
  readonly provider: ProviderRecord;
  readonly target: Target;
  readonly body: Buffer;
  readonly dialect: Dialect;
  readonly response: ServerResponse;
  /** A field of the reply that holds an address at the provider. */
  readonly link: string | undefined;
}

/** Carries a call that costs nothing (a model list, a token count): same door and credentials, no reservation. */
export async function passThrough(deps: ProxyDeps, { key, provider, target, body, dialect, response, link }: FreeCall): Promise<void> {
  const tracked = trackRequest(deps.running, key, response, dialect);
  try {
    const result = await forward(deps.dispatcher, { ...target, body: body.length > 0 ? body : undefined, signal: tracked.stopped });
    if (!result.answered) {
      return deny(response, dialect, { kind: 'provider-unreachable', code: result.code, message: `${provider.name} did not answer (${result.code}). Check the network and its base URL, ${provider.baseUrl}.` });
    }
    const { 'content-length': length, ...headers } = rawReplyHeaders(result.upstream.headers);
    const readable = link !== undefined && headers['content-encoding'] === undefined;
    response.writeHead(result.upstream.statusCode, readable || length === undefined ? headers : { ...headers, 'content-length': length });
    const home = `http://${String(target.headers.host)}/${provider.name}`;
    await (readable ? pipeline(result.upstream.body, linkHome(link, home), response, { signal: tracked.stopped }) : pipeline(result.upstream.body, response, { signal: tracked.stopped }));
  } catch {
    response.destroy();
  } finally {
    tracked.done();
  }
}
