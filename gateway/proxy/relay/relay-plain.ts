import { pipeline } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import type { JsonObject } from '../../dialects/dialect.ts';
import { errorOfReply, firstObjectOf } from '../../dialects/error-reply.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import { collect, MOST_REPLY_BYTES } from './collect.ts';
import type { RelayedReply } from './relayed-reply.ts';
import { endStream } from '../refuse/refusal.ts';
import { settleAtBound, settleExact, settleRefused } from '../settle/settle-up.ts';

/** How gzip begins. Source: RFC 1952, 2.3.1. */
const GZIP = Buffer.from([0x1f, 0x8b]);

/** Whole first, then settled, then sent: the client cannot use half a JSON document anyway. */
export async function relayPlain(way: RelayedReply): Promise<void> {
  const { response, status, headers, heldRequest, stopped, hold } = way;
  // Of a stream that comes as a whole nothing shows before its end.
  heldRequest.watch.lose();
  let body: Buffer;
  try {
    body = way.hider.whole(unpack(await collect(way.body, MOST_REPLY_BYTES), headers));
  } catch {
    const outcome = way.endedBy() ?? (hold.exhausted.aborted ? 'cut' : 'provider-error');
    await settleAtBound(heldRequest, { outcome, status: null });
    // The reply cannot be completed, and the client must not take what it has for the whole.
    response.destroy();
    return;
  }
  await settleReply(way, firstObjectOf(body.toString('utf8')));
  if (stopped.aborted) return;
  if (response.headersSent) return endBegunStream(way, body);
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(body);
}

/** Settles by what the reply says of itself: what was used, that it is an error, or that it goes on by itself. */
function settleReply(way: RelayedReply, reply: JsonObject | undefined): Promise<void> | void {
  const { status, ask, heldRequest } = way;
  const usage = usageOf(way, reply);
  const isNothing = usage === undefined || usage.input + usage.output === 0;
  const error = reply && isNothing ? errorOfReply(reply) : undefined;
  const outcome = way.endedBy() ?? (status < 400 && !error ? 'served' : 'provider-error');
  if (usage && !error) return settleExact(heldRequest, usage, { outcome, status });
  if (status >= 300) return settleRefused(heldRequest, { outcome, status });
  if (error) return settleRefused(heldRequest, { outcome, status }, error.code);
  if (ask.outlivesStream && typeof reply?.['id'] === 'string') return way.follow(reply['id']);
  return settleAtBound(heldRequest, { outcome, status });
}

/** What it says was used; of an operation whose request alone tells, that, where it was served. */
function usageOf({ status, operation, ask }: RelayedReply, reply: JsonObject | undefined): TokenUsage | undefined {
  const reported = reply && operation.readUsage(reply, ask);
  return reported ?? (status < 300 ? operation.usageOfAsk?.(ask) : undefined);
}

/**
 * A reply that is no document (speech): the request alone says what it costs, so it is settled first and passes as it
 * comes.
 */
export async function relayOpaque({
  response,
  status,
  headers,
  body,
  operation,
  ask,
  heldRequest,
  stopped,
}: RelayedReply): Promise<void> {
  const usage = operation.usageOfAsk?.(ask);
  if (usage) await settleExact(heldRequest, usage, { outcome: 'served', status });
  if (stopped.aborted) return;
  response.writeHead(status, headers);
  await pipeline(body, response, { signal: stopped }).catch(() => response.destroy());
}

/**
 * The client was kept waiting with the beginning of a stream, and now there is no stream: its provider's own words end
 * it.
 */
function endBegunStream({ response, status, dialect }: RelayedReply, body: Buffer): void {
  const reply = parseObject(body.toString('utf8'));
  const error = reply?.['error'];
  const message =
    typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
      ? error.message
      : `The provider answered with status ${status}.`;
  endStream(response, dialect, { kind: 'provider-unreachable', code: 'provider-error', message }, false);
}

/** Some relays compress a reply and do not say so: no JSON begins like that, and the client could not read it. */
function unpack(body: Buffer, headers: RelayedReply['headers']): Buffer {
  if (headers['content-encoding'] !== undefined || !body.subarray(0, GZIP.length).equals(GZIP)) return body;
  try {
    return gunzipSync(body, { maxOutputLength: MOST_REPLY_BYTES });
  } catch {
    return body;
  }
}
