import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Dialect, Endpoint } from '../../dialects/dialect.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import { explainUnreachable } from '../../domain/words/unreachable.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import { collect, MOST_REPLY_BYTES } from '../relay/collect.ts';
import { forward } from './forward.ts';
import type { ForwardResult, Target } from './forward.ts';
import { createKeyHider } from '../relay/hide-key.ts';
import type { KeyHider } from '../relay/hide-key.ts';
import { openReply } from '../relay/open-reply.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import { keepOwners, longestPage } from './keep-owners.ts';
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
  readonly endpoint: Endpoint;
  /** The named parameters of its path. */
  readonly params: Readonly<Record<string, string>>;
}

type FreeDeps = Pick<ProxyDeps, 'dispatcher' | 'running' | 'hopTo' | 'background' | 'owned'>;

/** Forwards a call that costs nothing (a model list, a token count): same door and credentials, no reservation. */
export async function passThrough(deps: FreeDeps, call: FreeCall): Promise<void> {
  const { key, provider, target, body, dialect, response, endpoint, params } = call;
  const tracked = trackRequest(deps.running, key, response, dialect);
  try {
    const { kept } = endpoint;
    // The cost of a thing is read before the tool reads it, and before it is gone.
    if (typeof kept?.at === 'string') await deps.background.look(provider.name, params[kept.at] ?? '');
    const result = await forward(deps.dispatcher, {
      ...target,
      url: kept ? longestPage(target.url, kept) : target.url,
      body: body.length > 0 ? body : undefined,
      signal: tracked.stopped,
    });
    if (result.answered) return await relayFree(deps, call, result, tracked.stopped);
    const hop = deps.hopTo(target.url);
    const message = result.sentence ?? explainUnreachable(result.code, provider.name, provider.baseUrl, hop);
    sendRefusal(response, dialect, { kind: 'provider-unreachable', code: result.code, message });
  } catch {
    response.destroy();
  } finally {
    tracked.done();
  }
}

async function relayFree(
  deps: FreeDeps,
  call: FreeCall,
  { upstream, secret }: Extract<ForwardResult, { readonly answered: true }>,
  signal: AbortSignal,
): Promise<void> {
  const { provider, target, response, endpoint } = call;
  const hider = createKeyHider(secret);
  const { body: reply, headers: said, readable } = openReply(upstream);
  const home = `http://${String(target.headers.host)}/${provider.name}`;
  const { 'content-length': length, ...headers } = pointHeaderHome(hider.headers(said), endpoint.linkHeader, home);
  const isGood = upstream.statusCode === 200;
  const id = isGood && isJson(headers['content-type']) ? followedBy(deps, call) : undefined;
  if (id !== undefined) return passStored(deps, { provider: provider.name, id, body: reply, hider, headers, response });
  const pieces = hider.pieces(reply);
  const isList = endpoint.kept?.does === 'list';
  // A list that cannot be read may show everything.
  if (isList && !readable) return void response.destroy();
  const link = readable ? endpoint.link : undefined;
  const isSameLength = link === undefined && length !== undefined && !isList;
  response.writeHead(upstream.statusCode, isSameLength ? { ...headers, 'content-length': length } : headers);
  const own = isGood ? ownOf(deps, call, pieces) : pieces;
  await (link === undefined
    ? pipeline(own, response, { signal })
    : pipeline(own, linkHome(link, home), response, { signal }));
}

/** The id of a response that is fetched while its usage is waited for. */
function followedBy({ background }: FreeDeps, { provider, target, params }: FreeCall): string | undefined {
  const { id } = params;
  return target.method === 'GET' && id !== undefined && background.knows(provider.name, id) ? id : undefined;
}

function ownOf(
  deps: FreeDeps,
  { key, provider, endpoint: { kept }, params }: FreeCall,
  pieces: AsyncIterable<Buffer>,
): AsyncIterable<Buffer> {
  return kept ? keepOwners(deps, { key, provider: provider.name, kept, params }, pieces) : pieces;
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
