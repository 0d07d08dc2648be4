import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { StreamMeter } from '../../dialects/dialect.ts';
import { createArraySplitter } from '../../dialects/json/array-splitter.ts';
import { createSseSplitter } from '../../dialects/json/sse-splitter.ts';
import type { RawEvent } from '../../dialects/json/sse-splitter.ts';
import { beginReply } from './framing.ts';
import type { Relay } from './relay.ts';
import { settleAtBound, settleExact, settleStream } from '../settle/settle-up.ts';

/** One event above this is passed on unread and settled high. No provider sends such events. */
const MAX_EVENT_BYTES = 16 * 2 ** 20;
/** A client that keeps a stream waiting for longer is behind what its provider has made. */
const STALLED_MS = 250;

/** Event by event, bytes unchanged, so that the stream can be ended rightly between any two. */
export async function relayStream(way: Relay): Promise<void> {
  const {
    response,
    status,
    headers,
    body,
    dialect,
    operation,
    ask,
    heldRequest,
    stopped,
    endedBy,
    begin,
    hold,
    framing,
  } = way;
  const meter = operation.createMeter?.(ask, framing);
  if (!meter) throw new Error('this operation does not stream');
  hold.follow(meter);
  const splitter = framing === 'events' ? createSseSplitter(MAX_EVENT_BYTES) : createArraySplitter(MAX_EVENT_BYTES);
  let readable = false;
  let unreadable = false;
  let broken = false;
  let overran = false;
  let finished = false;
  const over = AbortSignal.any([stopped, hold.exhausted]);
  /** While a client reads slowly, its provider may be ahead by whatever fits into the buffers between them. */
  let blocked = false;
  const settle = async (): Promise<void> => {
    const id = meter.usage() || meter.failed() ? undefined : meter.responseId?.();
    // It goes on without its stream.
    if (id !== undefined && ask.outlivesStream) return way.follow(id);
    const told = id === undefined || finished ? undefined : await way.afterwards?.(id);
    if (told) return settleExact(heldRequest, told, { outcome: endedBy() ?? 'provider-error', status });
    if (id !== undefined && !finished && heldRequest.stops === 'yes' && dialect.id === 'openai-responses')
      way.askAgainLater(id);
    await settleStream(heldRequest, meter, {
      endedBy: endedBy() ?? (hold.exhausted.aborted ? 'cut' : undefined),
      broken,
      status,
      finished,
      unreadable,
      blocked,
    });
  };

  // Heartbeats may have begun the stream while a person was asked.
  if (!response.headersSent) beginReply(response, status, headers);
  response.flushHeaders();
  try {
    for await (const chunk of body) {
      const parts: Buffer[] = [];
      for (const event of splitter.push(chunk)) {
        const kind = kindOf(event);
        readable ||= kind === 'read';
        unreadable ||= kind === 'unknown';
        const verdict = event.parsed ? seeSafely(meter, event.parsed) : 'relay';
        if (verdict === 'unreadable') unreadable = true;
        if (unreadable) heldRequest.watch.lose();
        heldRequest.watch.saw(performance.now(), meter.estimateVisible(), meter.hides?.() ?? false);
        if (verdict === 'last') {
          finished = true;
          await settle();
        }
        if (verdict !== 'hide') parts.push(event.raw);
        overran = verdict !== 'last' && meter.usage() === undefined && meter.outputEvents() > heldRequest.bound.output;
        if (overran) break;
      }
      hold.look();
      // Nobody reads on meanwhile.
      heldRequest.watch.lookAway(performance.now());
      // What has shown is held, on disk, before anybody is sent it.
      await hold.written();
      if (parts.length > 0) begin();
      blocked ||= (await write(response, parts, stopped, over)) > STALLED_MS;
      heldRequest.watch.lookAgain(performance.now());
      if (overran || hold.exhausted.aborted) break;
    }
    finished = !hold.exhausted.aborted;
  } catch {
    broken = !stopped.aborted && !hold.exhausted.aborted;
  }
  const rest = splitter.rest();
  // Something came, and none of it was an event.
  unreadable ||= !readable && rest.length > 0;
  // Leaving the loop has aborted the provider, which writes more than was asked for and paid.
  if (overran) await settleAtBound(heldRequest, { outcome: 'cut', status });
  else await settle();
  if (broken) response.destroy();
  else if (stopped.aborted) return;
  else if (overran || hold.exhausted.aborted) response.end(meter.truncation());
  else response.end(rest);
}

/** Lines that carry nothing: a comment, the name or number of an event, a time to wait. */
const EMPTY = /^\ufeff?(:|event:|id:|retry:|\s*$)/;

/** Can a meter read it? An event that is too large, or that is no event at all, it cannot. */
function kindOf({ raw, parsed }: RawEvent): 'read' | 'empty' | 'unknown' {
  if (parsed) return parsed.data === '' ? 'empty' : /^\s*(\{|\[DONE\])/.test(parsed.data) ? 'read' : 'unknown';
  if (raw.length > MAX_EVENT_BYTES) return 'unknown';
  return EMPTY.test(raw.subarray(0, TELLING_BYTES).toString('utf8')) ? 'empty' : 'unknown';
}

const TELLING_BYTES = 64;

/** A parser fault never breaks the stream: the event passes and the request settles high. */
export function seeSafely(
  meter: StreamMeter,
  event: Parameters<StreamMeter['see']>[0],
): ReturnType<StreamMeter['see']> | 'unreadable' {
  try {
    return meter.see(event);
  } catch {
    return 'unreadable';
  }
}

/** @param over nobody waits for its client any longer @returns how long the client let it wait, in milliseconds */
async function write(
  response: ServerResponse,
  parts: readonly Buffer[],
  stopped: AbortSignal,
  over: AbortSignal,
): Promise<number> {
  if (parts.length === 0 || stopped.aborted) return 0;
  const start = performance.now();
  const ready = response.write(parts.length === 1 ? parts[0] : Buffer.concat(parts));
  if (!ready) await once(response, 'drain', { signal: over }).catch(() => undefined);
  return performance.now() - start;
}
