import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Dialect, Endpoint } from '../../dialects/dialect.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import { explainUnreachable } from '../../domain/words/unreachable.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import { collect, MOST_REPLY_BYTES } from '../relay/collect.ts';
import { forward } from './forward.ts';
import type { Target } from './forward.ts';
import { createKeyHider } from '../relay/hide-key.ts';
import type { KeyHider } from '../relay/hide-key.ts';
import { openReply } from '../relay/open-reply.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import { linkHome, pointHeaderHome } from './link-home.ts';
import { sendRefusal } from '../refuse/refusal.ts';
import { trackRequest } from '../running/track-request.ts';

interface FreeCall {
  readonly key: SubKeyRecord;
  readonly provider: ProviderRecord;
  readonly target: Target;
  readonly body: Buffer;
  readonly dialect: Dialect;
  readonly response: ServerResponse;
  readonly endpoint: Pick<Endpoint, 'link' | 'linkHeader'>;
  /** The named parameters of its path. */
  readonly params: Readonly<Record<string, string>>;
}

/** Forwards a call that costs nothing (a model list, a token count): same door and credentials, no reservation. */
export async function passThrough(
  deps: Pick<ProxyDeps, 'dispatcher' | 'running' | 'hopTo' | 'background'>,
  { key, provider, target, body, dialect, response, endpoint, params }: FreeCall,
): Promise<void> {
  const tracked = trackRequest(deps.running, key, response, dialect);
  try {
    const result = await forward(deps.dispatcher, {
      ...target,
      body: body.length > 0 ? body : undefined,
      signal: tracked.stopped,
    });
    if (!result.answered) {
      const hop = deps.hopTo(target.url);
      const message = result.sentence ?? explainUnreachable(result.code, provider.name, provider.baseUrl, hop);
      return sendRefusal(response, dialect, { kind: 'provider-unreachable', code: result.code, message });
    }
    const hider = createKeyHider(result.secret);
    const { body: reply, headers: said, readable } = openReply(result.upstream);
    const home = `http://${String(target.headers.host)}/${provider.name}`;
    const { 'content-length': length, ...headers } = pointHeaderHome(hider.headers(said), endpoint.linkHeader, home);
    const stored = params['id'];
    const isReply = target.method === 'GET' && result.upstream.statusCode === 200 && isJson(headers['content-type']);
    if (stored !== undefined && isReply && deps.background.knows(provider.name, stored)) {
      return await passStored(deps, { provider: provider.name, id: stored, body: reply, hider, headers, response });
    }
    const pieces = hider.pieces(reply);
    const linked = readable ? endpoint.link : undefined;
    response.writeHead(
      result.upstream.statusCode,
      linked !== undefined || length === undefined ? headers : { ...headers, 'content-length': length },
    );
    await (linked === undefined
      ? pipeline(pieces, response, { signal: tracked.stopped })
      : pipeline(pieces, linkHome(linked, home), response, { signal: tracked.stopped }));
  } catch {
    response.destroy();
  } finally {
    tracked.done();
  }
}

interface Stored {
  readonly provider: ProviderRecord['name'];
  readonly id: string;
  /** In it, the key is still to be hidden. */
  readonly body: Readable;
  readonly hider: KeyHider;
  readonly headers: OutgoingHttpHeaders;
  readonly response: ServerResponse;
}

/**
 * Passes on a response that was made in the background: its bytes unchanged, and its cost to the code that waits for
 * it.
 */
async function passStored(
  { background }: Pick<ProxyDeps, 'background'>,
  { provider, id, body, hider, headers, response }: Stored,
): Promise<void> {
  const whole = hider.whole(await collect(body, MOST_REPLY_BYTES));
  const reply = parseObject(whole.toString('utf8'));
  if (reply) await background.heard(provider, id, reply);
  response.writeHead(200, { ...headers, 'content-length': whole.length });
  response.end(whole);
}

function isJson(type: unknown): boolean {
  return typeof type === 'string' && type.startsWith('application/json');
}
