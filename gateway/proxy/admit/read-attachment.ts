import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Attachment, AttachedLine } from '../../dialects/dialect.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import { readText } from '../../dialects/json/read-text.ts';
import type { Room } from '../../domain/caps/byte-budget.ts';
import { findEndpoint, upstreamUrl } from '../../providers/providers.ts';
import { forward } from '../forward/forward.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import { collect } from '../relay/collect.ts';
import type { Refusal } from '../refuse/refusal.ts';
import type { Route } from './check-route.ts';
import { readRequest } from './read-request.ts';

/** The largest file that Purser reads, in bytes, and the longest that it waits for it, in milliseconds. */
const MOST_FILE = 32 * 2 ** 20;
const PATIENCE_MS = 60_000;
/** Lines that are read before other requests get their turn. */
const AT_ONCE = 20;

interface Attached {
  readonly attachment: Attachment;
  readonly route: Pick<Route, 'provider' | 'spec' | 'target'>;
  readonly body: Buffer;
  readonly room: Room;
}

/**
 * Fetches the file that says what a request asks for, which costs nothing, and reads each of its lines like a request.
 * @returns undefined lines where the file cannot be had
 */
export async function readAttachment(
  deps: Pick<ProxyDeps, 'dispatcher'>,
  attached: Attached,
): Promise<{ readonly lines: readonly AttachedLine[] | undefined } | { readonly refusal: Refusal }> {
  const bytes = await fetchFile(deps, attached).catch(() => undefined);
  if (bytes === undefined) return { lines: undefined };
  if (!attached.room.take(bytes.length * 2))
    return { refusal: { kind: 'rate-limited', code: 'memory', message: 'Purser has no room for this file now.' } };
  const lines: AttachedLine[] = [];
  for (const text of readText(bytes)?.split('\n') ?? []) {
    if (text.trim() === '') continue;
    if (lines.length % AT_ONCE === 0) await nextTurn();
    const call = { params: {}, query: new URLSearchParams() };
    const read = await readRequest(attached.attachment.line, Buffer.from(text), call);
    if (!read.ok) return { refusal: { ...read.refusal, message: `Line ${lines.length + 1}: ${read.refusal.message}` } };
    lines.push({ path: String(read.call.body['url']), ask: read.ask });
  }
  return { lines };
}

async function fetchFile(
  { dispatcher }: Pick<ProxyDeps, 'dispatcher'>,
  { attachment, route: { provider, spec, target }, body }: Attached,
): Promise<Buffer | undefined> {
  const path = attachment.pathOf(parseObject(body.toString('utf8')) ?? {});
  const found = path === undefined ? undefined : findEndpoint(spec, 'GET', path);
  if (!found || found.endpoint.operation) return undefined;
  const { 'content-type': _type, ...headers } = target.headers;
  const result = await forward(dispatcher, {
    ...target,
    url: upstreamUrl(spec, provider.baseUrl, found, { version: undefined, search: '' }),
    method: 'GET',
    headers,
    body: undefined,
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!result.answered) return undefined;
  const bytes = await collect(result.upstream.body, MOST_FILE);
  return result.upstream.statusCode === 200 ? bytes : undefined;
}
