import { Readable } from 'node:stream';
import type { ProviderName } from '../../../shared/ids.ts';
import type { JsonObject, KeptThing } from '../../dialects/dialect.ts';
import { isObject, parseObject } from '../../dialects/json/read-json.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import { collect, MOST_REPLY_BYTES } from '../relay/collect.ts';

/** A free call about a thing that the provider keeps. */
export interface KeptCall {
  readonly key: SubKeyRecord;
  readonly provider: ProviderName;
  readonly kept: KeptThing;
  /** The named parameters of its path. */
  readonly params: Readonly<Record<string, string>>;
}

/** Notes who made what a good reply tells of, and leaves out of a list what others have made. */
export async function* keepOwners(
  { owned }: Pick<ProxyDeps, 'owned'>,
  { key, provider, kept, params }: KeptCall,
  pieces: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  if (kept.does === 'remove' && typeof kept.at === 'string') await owned.forget(provider, params[kept.at] ?? '');
  if (kept.does !== 'make' && kept.does !== 'list') {
    for await (const piece of pieces) yield piece;
    return;
  }
  const whole = await collect(Readable.from(pieces, { objectMode: false }), MOST_REPLY_BYTES);
  const reply = parseObject(whole.toString('utf8'));
  if (kept.does === 'list') {
    yield listOwn(whole, reply, (id) => owned.isOwn(key, provider, id));
    return;
  }
  const id = reply?.['id'];
  if (typeof id === 'string') await owned.note(provider, id, key.id);
  yield whole;
}

/** The address of a list, with a page as long as the provider has: most things on it may be left out. */
export function longestPage(url: URL, { does, at }: KeptThing): URL {
  if (does !== 'list' || typeof at !== 'number') return url;
  const longer = new URL(url);
  longer.searchParams.set('limit', String(at));
  return longer;
}

/** A list that nobody can read is not passed on: it may show everything. */
function listOwn(whole: Buffer, reply: JsonObject | undefined, isOwn: (id: string) => boolean): Buffer {
  const data = reply?.['data'];
  if (!reply || !Array.isArray(data)) return Buffer.from(JSON.stringify({ data: [], has_more: false }));
  const own = data.filter((item) => isObject(item) && (isOwn(String(item['id'])) || item['source'] === 'anthropic'));
  return own.length === data.length ? whole : Buffer.from(JSON.stringify({ ...reply, data: own }));
}
