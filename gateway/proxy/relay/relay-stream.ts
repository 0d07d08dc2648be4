import { once } from 'node:events';
import { createFrameSplitter } from '../../dialects/bedrock/frames/frame-splitter.ts';
import type { Framing } from '../../dialects/dialect.ts';
import { createArraySplitter } from '../../dialects/json/array-splitter.ts';
import { createLineSplitter } from '../../dialects/json/line-splitter.ts';
import { createSseSplitter } from '../../dialects/json/sse-splitter.ts';
import type { RawEvent, StreamSplitter } from '../../dialects/json/sse-splitter.ts';
import { anySignal } from '../../platform/any-signal.ts';
import { settleExact } from '../settle/settle-up.ts';
import { createStreamTally } from '../settle/stream-tally.ts';
import type { StreamTally } from '../settle/stream-tally.ts';
import { beginReply, bytesIn } from './framing.ts';
import type { RelayedReply } from './relayed-reply.ts';

/** A larger event passes unread, and the request settles high. No provider sends such events. In bytes. */
const MAX_EVENT_BYTES = 16 * 2 ** 20;
/** A client that lets a stream wait longer than this, in milliseconds, is behind its provider. */
const STALLED_MS = 250;

const SPLITTER_OF: Readonly<Record<Framing, (maxBytes: number) => StreamSplitter>> = {
  events: createSseSplitter,
  array: createArraySplitter,
  lines: createLineSplitter,
  frames: createFrameSplitter,
};

/** A stream on its way: its account, and the splitter of its bytes. */
interface Passage {
  readonly way: RelayedReply;
  readonly tally: StreamTally;
  readonly splitter: StreamSplitter;
  /** True once an event has come that a meter can read. */
  readable: boolean;
  /** True once the provider has sent its last event. */
  finished: boolean;
}

/** The reason why nothing more is read. */
type Stop = 'finished' | 'client-stopped' | 'overran' | 'exhausted' | 'broken';

/** Relays a stream event by event, bytes unchanged, so that it can be ended properly between any two. */
export async function relayStream(way: RelayedReply): Promise<void> {
  const { response, status, headers, operation, ask, heldRequest, stopped, hold, framing } = way;
  const meter = operation.createMeter?.(ask, framing);
  if (!meter) throw new Error('this operation does not stream');
  const tally = createStreamTally(heldRequest, meter, hold);
  const splitter = SPLITTER_OF[framing](MAX_EVENT_BYTES);
  const passage: Passage = { way, tally, splitter, readable: false, finished: false };

  await heldRequest.reservation.durable;
  // Heartbeats may have begun the stream while a person was asked.
  if (!response.headersSent) beginReply(response, status, headers);
  response.flushHeaders();
  const stop = await passOn(passage);
  const rest = splitter.rest();
  // Bytes came, but none of them formed an event.
  if (!passage.readable && rest.length > 0) tally.markUnreadable();
  passage.finished ||= stop === 'finished';
  // Leaving the loop has aborted the provider, which writes more than was asked for and paid.
  if (stop === 'overran') await tally.settleOverrun(status);
  else await settlePassage(passage, stop === 'broken');
  if (stop === 'broken') response.destroy();
  else if (stopped.aborted) return;
  else response.end(passage.finished ? rest : bytesIn(framing, meter.truncation()));
}

/** Passes the stream on, one chunk at a time. */
async function passOn(passage: Passage): Promise<Stop> {
  const { way, tally } = passage;
  const { stopped, hold } = way;
  const over = anySignal(stopped, hold.exhausted);
  try {
    for await (const chunk of way.body) {
      const parts = await readChunk(passage, chunk);
      hold.look();
      // The provider is not read meanwhile.
      tally.lookAway();
      // The cost of everything shown is held, on disk, before the client gets it.
      await hold.written();
      if (parts.length > 0) way.begin();
      if ((await write(way, parts, over)) > STALLED_MS) tally.block();
      tally.lookAgain();
      if (!passage.finished && tally.hasOverrun()) return 'overran';
      if (hold.exhausted.aborted) return 'exhausted';
    }
    return hold.exhausted.aborted ? 'exhausted' : 'finished';
  } catch {
    if (stopped.aborted) return 'client-stopped';
    return hold.exhausted.aborted ? 'exhausted' : 'broken';
  }
}

/**
 * Reads a chunk; if it has the last event, the request is settled before that goes on.
 * @returns the bytes for the client
 */
async function readChunk(passage: Passage, chunk: Buffer): Promise<readonly Buffer[]> {
  const { tally, splitter } = passage;
  const parts: Buffer[] = [];
  for (const event of splitter.push(chunk)) {
    const kind = kindOf(event);
    passage.readable ||= kind === 'read';
    if (kind === 'unknown') tally.markUnreadable();
    const verdict = event.parsed ? tally.see(event.parsed) : 'relay';
    if (verdict === 'last') {
      passage.finished = true;
      await settlePassage(passage, false);
    }
    if (verdict !== 'hide') parts.push(event.raw);
    if (!passage.finished && tally.hasOverrun()) break;
  }
  return parts;
}

async function settlePassage({ way, tally, finished }: Passage, broken: boolean): Promise<void> {
  const { dialect, ask, heldRequest, endedBy, status } = way;
  const { meter } = tally;
  const id = meter.usage() || meter.failed() ? undefined : meter.responseId?.();
  // The response goes on without its stream.
  if (id !== undefined && ask.outlivesStream) return way.follow(id);
  if (id !== undefined && !finished) {
    const usage = await way.afterwards?.(id);
    if (usage) return settleExact(heldRequest, usage, { outcome: endedBy() ?? 'provider-error', status });
    if (heldRequest.stops === 'yes' && dialect.id === 'openai-responses') way.askAgainLater(id);
  }
  await tally.settle({ endedBy: endedBy(), broken, status, finished });
}

/** Matches lines without content: a comment, the name or number of an event, a retry time. */
const EMPTY = /^\ufeff?(:|event:|id:|retry:|\s*$)/;
const TELLING_BYTES = 64;

/** Tells whether a meter can read an event: it cannot if the event is too large, or no event at all. */
function kindOf({ raw, parsed }: RawEvent): 'read' | 'empty' | 'unknown' {
  if (parsed) return parsed.data === '' ? 'empty' : /^\s*(\{|\[DONE\])/.test(parsed.data) ? 'read' : 'unknown';
  if (raw.length > MAX_EVENT_BYTES) return 'unknown';
  return EMPTY.test(raw.subarray(0, TELLING_BYTES).toString('utf8')) ? 'empty' : 'unknown';
}

/**
 * @param over aborted when nothing waits for the client any longer
 * @returns how long the client let it wait, in milliseconds
 */
async function write(
  { response, stopped }: RelayedReply,
  parts: readonly Buffer[],
  over: AbortSignal,
): Promise<number> {
  const [only, ...more] = parts;
  if (only === undefined || stopped.aborted) return 0;
  const start = performance.now();
  const ready = response.write(more.length === 0 ? only : Buffer.concat(parts));
  if (!ready) await once(response, 'drain', { signal: over }).catch(() => undefined);
  return performance.now() - start;
}
