import { pipeline } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import type { JsonObject } from '../../dialects/dialect.ts';
import { errorOfReply, firstObjectOf } from '../../dialects/error-reply.ts';
import { parseObject } from '../../dialects/json/read-json.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import { collect, MOST_REPLY_BYTES } from './collect.ts';
import type { RelayedReply } from './relayed-reply.ts';
import { endStream } from '../refuse/refusal.ts';
import { MOST_ANSWER_BYTES, readAnswer } from '../settle/read-answer.ts';
import { settleAtBound, settleExact, settleRefused } from '../settle/settle-up.ts';

/** The first bytes of gzip. Source: RFC 1952, 2.3.1. */
const GZIP = Buffer.from([0x1f, 0x8b]);

/**
 * Reads the whole reply first, then settles, then sends it: the client cannot use half a JSON document anyway.
 */
export async function relayPlain(way: RelayedReply): Promise<void> {
  const { response, status, headers, heldRequest, stopped, hold } = way;
  // A stream that arrives as a whole shows nothing before its end.
  heldRequest.watch.lose();
  let body: Buffer;
  try {
    body = way.hider.whole(unpack(await collect(way.body, MOST_REPLY_BYTES), headers));
  } catch {
    const outcome = way.endedBy() ?? (hold.exhausted.aborted ? 'cut' : 'provider-error');
    await settleAtBound(heldRequest, { outcome, status: null });
    // The reply cannot be completed, and the client must not mistake its part for the whole.
    response.destroy();
    return;
  }
  await settleReply(way, firstObjectOf(body.toString('utf8')), body);
  await heldRequest.reservation.durable;
  if (stopped.aborted) return;
  if (response.headersSent) return endBegunStream(way, body);
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(body);
}

/** Settles by the content of the reply: its usage, an error, or a response that goes on in the background. */
function settleReply(way: RelayedReply, reply: JsonObject | undefined, body: Buffer): Promise<void> | void {
  const { status, ask, heldRequest } = way;
  const usage = usageOf(way, reply);
  const isNothing = usage === undefined || usage.input + usage.output === 0;
  const error = reply && isNothing ? errorOfReply(reply) : undefined;
  const outcome = way.endedBy() ?? (status < 400 && !error ? 'served' : 'provider-error');
  if (usage && !error) return settleExact(heldRequest, usage, { outcome, status });
  const answered = (): string | undefined => readAnswer(body.toString('utf8', 0, MOST_ANSWER_BYTES));
  if (status >= 300) return settleRefused(heldRequest, { outcome, status, answered: answered() });
  if (error) return settleRefused(heldRequest, { outcome, status, answered: answered() }, error.code);
  if (ask.outlivesStream && typeof reply?.['id'] === 'string') return way.follow(reply['id']);
  return settleAtBound(heldRequest, { outcome, status });
}

/** The usage that the reply reports; if the request alone determines it, that of a served request. */
function usageOf({ status, operation, ask }: RelayedReply, reply: JsonObject | undefined): TokenUsage | undefined {
  const reported = reply && operation.readUsage(reply, ask);
  return reported ?? (status < 300 ? operation.usageOfAsk?.(ask) : undefined);
}

/**
 * Relays a reply that is no document (speech): the request alone determines its cost, so it is settled first and then
 * passes unchanged.
 */
export async function relayOpaque({
  response,
  status,
  headers,
  body,
  hider,
  operation,
  ask,
  heldRequest,
  stopped,
  endedBy,
}: RelayedReply): Promise<void> {
  const usage = operation.usageOfAsk?.(ask);
  if (usage) await settleExact(heldRequest, usage, { outcome: endedBy() ?? 'served', status });
  await heldRequest.reservation.durable;
  if (stopped.aborted) return;
  response.writeHead(status, headers);
  await pipeline(hider.pieces(body), response, { signal: stopped }).catch(() => response.destroy());
}

/**
 * Ends a stream that was begun only to keep the client waiting, with the provider's own words, because no stream came.
 */
function endBegunStream({ response, status, dialect }: RelayedReply, body: Buffer): void {
  const reply = parseObject(body.toString('utf8'));
  const message = messageOf(reply?.['error']) ?? `The provider answered with status ${status}.`;
  endStream(response, dialect, { kind: 'provider-unreachable', code: 'provider-error', message }, false);
}

/** The provider's own words: in most protocols inside the error, in Ollama's the error itself. */
function messageOf(error: unknown): string | undefined {
  const message: unknown = typeof error === 'object' ? Reflect.get(Object(error), 'message') : error;
  return typeof message === 'string' ? message : undefined;
}

/**
 * Decompresses a reply that some relays compress without saying so: no JSON begins like that, and the client could not
 * read it.
 */
function unpack(body: Buffer, headers: RelayedReply['headers']): Buffer {
  if (headers['content-encoding'] !== undefined || !body.subarray(0, GZIP.length).equals(GZIP)) return body;
  try {
    return gunzipSync(body, { maxOutputLength: MOST_REPLY_BYTES });
  } catch {
    return body;
  }
}
