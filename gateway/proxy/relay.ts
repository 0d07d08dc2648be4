import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Dispatcher } from 'undici';
import type { Ask, Dialect, StreamMeter } from '../dialects/dialect.ts';
import { parseObject } from '../dialects/read-json.ts';
import { createSseSplitter } from '../dialects/sse-splitter.ts';
import { replyHeaders } from './forward.ts';
import { settleAtBound, settleExact, settleSeen, settleUnused, tokensUnderWay } from './settle-up.ts';
import type { Tab } from './settle-up.ts';
import type { TrackedRequest } from './track-request.ts';

interface Relay {
  readonly response: ServerResponse;
  readonly upstream: Dispatcher.ResponseData;
  readonly dialect: Dialect;
  readonly ask: Ask;
  readonly tab: Tab;
  /** Aborted when the client went away or the request was cut. */
  readonly stopped: AbortSignal;
  readonly endedBy: TrackedRequest['endedBy'];
}

/** One event above this is passed on unread and settled high. No provider sends such events. */
const MAX_EVENT_BYTES = 16 * 2 ** 20;
/** A client that keeps a stream waiting for longer is behind what its provider has made. */
const STALLED_MS = 250;
/** A plain reply above this is passed on unread and settled high. */
const MAX_REPLY_BYTES = 64 * 2 ** 20;

/** Carries a reply to the client, meters it on the way, and settles before its last byte. */
export async function relay(way: Relay): Promise<void> {
  const type = String(way.upstream.headers['content-type'] ?? '');
  const encoding = way.upstream.headers['content-encoding'] ?? 'identity';
  const isStream = way.upstream.statusCode < 300 && type.startsWith('text/event-stream') && encoding === 'identity';
  await (isStream ? relayStream(way) : relayPlain(way));
}

/** Whole first, then settled, then sent: the client cannot use half a JSON document anyway. */
async function relayPlain({ response, upstream, dialect, tab, stopped, endedBy }: Relay): Promise<void> {
  const status = upstream.statusCode;
  let body: Buffer;
  try {
    body = await collect(upstream);
  } catch {
    await settleAtBound(tab, { outcome: endedBy() ?? 'provider-error', status: null });
    // The reply cannot be completed, and the client must not take what it has for the whole.
    response.destroy();
    return;
  }
  const outcome = endedBy() ?? (status < 400 ? 'served' : 'provider-error');
  const reply = parseObject(body.toString('utf8'));
  const usage = reply && dialect.readUsage(reply);
  if (usage) await settleExact(tab, usage, { outcome, status });
  else if (status >= 300) await settleUnused(tab, { outcome, status });
  else await settleAtBound(tab, { outcome, status });
  if (stopped.aborted) return;
  response.writeHead(status, { ...replyHeaders(upstream.headers), 'content-length': body.length });
  response.end(body);
}

async function collect(upstream: Dispatcher.ResponseData): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const pieces: AsyncIterable<Buffer> = upstream.body;
  for await (const bytes of pieces) {
    size += bytes.length;
    if (size > MAX_REPLY_BYTES) throw new Error('the reply is larger than Purser reads');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Event by event, bytes unchanged, so that the stream can be ended rightly between any two. */
async function relayStream({ response, upstream, dialect, ask, tab, stopped, endedBy }: Relay): Promise<void> {
  const status = upstream.statusCode;
  const meter = dialect.createMeter(ask);
  const splitter = createSseSplitter(MAX_EVENT_BYTES);
  let unreadable = false;
  let broken = false;
  let overran = false;
  let finished = false;
  /** While a client reads slowly, its provider may be ahead by whatever fits into the buffers between them. */
  let blocked = false;
  const begun = performance.now();
  const underWay = (): number => {
    if (unreadable || blocked) return Infinity;
    return finished ? 0 : tokensUnderWay(meter.outputBytes(), performance.now() - begun);
  };

  const settle = async (): Promise<void> => {
    const usage = meter.usage();
    const outcome = usage ? 'served' : (endedBy() ?? (broken || meter.failed() ? 'provider-error' : 'served'));
    if (usage) await settleExact(tab, usage, { outcome, status });
    else await settleSeen(tab, meter, underWay(), { outcome, status });
  };

  response.writeHead(status, replyHeaders(upstream.headers));
  response.flushHeaders();
  const pieces: AsyncIterable<Buffer> = upstream.body;
  try {
    for await (const chunk of pieces) {
      const parts: Buffer[] = [];
      for (const event of splitter.push(chunk)) {
        unreadable ||= isLost(event.raw, event.parsed !== undefined);
        const verdict = event.parsed ? seeSafely(meter, event.parsed) : 'relay';
        if (verdict === 'unreadable') unreadable = true;
        if (verdict === 'last') {
          finished = true;
          await settle();
        }
        if (verdict !== 'hide') parts.push(event.raw);
        overran = verdict !== 'last' && meter.usage() === undefined && meter.outputEvents() > tab.bound.output;
        if (overran) break;
      }
      blocked ||= (await write(response, parts, stopped)) > STALLED_MS;
      if (overran) break;
    }
    finished = true;
  } catch {
    broken = !stopped.aborted;
  }
  // Leaving the loop has aborted the provider, which writes more than was asked for and paid.
  if (overran) await settleAtBound(tab, { outcome: 'cut', status });
  else await settle();
  if (broken) response.destroy();
  else if (overran) response.end(meter.truncation());
  else if (!stopped.aborted) response.end(splitter.rest());
}

/** True for an event that was too large to be parsed, as opposed to a comment. */
function isLost(raw: Buffer, parsed: boolean): boolean {
  return !parsed && raw.length > MAX_EVENT_BYTES;
}

/** A parser fault never breaks the stream: the event passes and the request settles high. */
function seeSafely(meter: StreamMeter, event: Parameters<StreamMeter['see']>[0]): ReturnType<StreamMeter['see']> | 'unreadable' {
  try {
    return meter.see(event);
  } catch {
    return 'unreadable';
  }
}

/** @returns how long the client let it wait, in milliseconds */
async function write(response: ServerResponse, parts: readonly Buffer[], stopped: AbortSignal): Promise<number> {
  if (parts.length === 0 || stopped.aborted) return 0;
  const start = performance.now();
  const ready = response.write(parts.length === 1 ? parts[0] : Buffer.concat(parts));
  if (!ready) await once(response, 'drain', { signal: stopped }).catch(() => undefined);
  return performance.now() - start;
}
