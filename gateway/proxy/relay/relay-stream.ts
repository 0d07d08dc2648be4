import { once } from 'node:events';
import { createArraySplitter } from '../../dialects/json/array-splitter.ts';
import { createSseSplitter } from '../../dialects/json/sse-splitter.ts';
import type { RawEvent, StreamSplitter } from '../../dialects/json/sse-splitter.ts';
import { settleExact } from '../settle/settle-up.ts';
import { createStreamTally } from '../settle/stream-tally.ts';
import type { StreamTally } from '../settle/stream-tally.ts';
import { beginReply } from './framing.ts';
import type { RelayedReply } from './relayed-reply.ts';

/** One event above this is passed on unread and settled high. No provider sends such events. */
const MAX_EVENT_BYTES = 16 * 2 ** 20;
/** A client that keeps a stream waiting for longer is behind what its provider has made. */
const STALLED_MS = 250;

/** A stream on its way: its account, and where its bytes are cut. */
interface Passage {
  readonly way: RelayedReply;
  readonly tally: StreamTally;
  readonly splitter: StreamSplitter;
  /** An event has come that a meter can read. */
  readable: boolean;
  /** The provider has sent its last event. */
  finished: boolean;
}

/** Why nothing more is read. */
type Stop = 'finished' | 'client-stopped' | 'overran' | 'exhausted' | 'broken';

/** Event by event, bytes unchanged, so that the stream can be ended rightly between any two. */
export async function relayStream(way: RelayedReply): Promise<void> {
  const { response, status, headers, operation, ask, heldRequest, stopped, hold, framing } = way;
  const meter = operation.createMeter?.(ask, framing);
  if (!meter) throw new Error('this operation does not stream');
  const tally = createStreamTally(heldRequest, meter, hold);
  const splitter = framing === 'events' ? createSseSplitter(MAX_EVENT_BYTES) : createArraySplitter(MAX_EVENT_BYTES);
  const passage: Passage = { way, tally, splitter, readable: false, finished: false };

  // Heartbeats may have begun the stream while a person was asked.
  if (!response.headersSent) beginReply(response, status, headers);
  response.flushHeaders();
  const stop = await passOn(passage);
  const rest = splitter.rest();
  // Something came, and none of it was an event.
  if (!passage.readable && rest.length > 0) tally.markUnreadable();
  passage.finished ||= stop === 'finished';
  // Leaving the loop has aborted the provider, which writes more than was asked for and paid.
  if (stop === 'overran') await tally.settleOverrun(status);
  else await settlePassage(passage, stop === 'broken');
  if (stop === 'broken') response.destroy();
  else if (stopped.aborted) return;
  else response.end(passage.finished ? rest : meter.truncation());
}

/** Passes the stream on, a chunk at a time. */
async function passOn(passage: Passage): Promise<Stop> {
  const { way, tally } = passage;
  const { stopped, hold } = way;
  const over = AbortSignal.any([stopped, hold.exhausted]);
  try {
    for await (const chunk of way.body) {
      const parts = await readChunk(passage, chunk);
      hold.look();
      // Nobody reads on meanwhile.
      tally.lookAway();
      // What has shown is held, on disk, before anybody is sent it.
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

/** @returns what the client gets of it. Before the last event goes on, the request is settled. */
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
    if (verdict !== 'last' && tally.hasOverrun()) break;
  }
  return parts;
}

async function settlePassage({ way, tally, finished }: Passage, broken: boolean): Promise<void> {
  const { dialect, ask, heldRequest, endedBy, status } = way;
  const { meter } = tally;
  const id = meter.usage() || meter.failed() ? undefined : meter.responseId?.();
  // It goes on without its stream.
  if (id !== undefined && ask.outlivesStream) return way.follow(id);
  if (id !== undefined && !finished) {
    const usage = await way.afterwards?.(id);
    if (usage) return settleExact(heldRequest, usage, { outcome: endedBy() ?? 'provider-error', status });
    if (heldRequest.stops === 'yes' && dialect.id === 'openai-responses') way.askAgainLater(id);
  }
  await tally.settle({ endedBy: endedBy(), broken, status, finished });
}

/** Lines that carry nothing: a comment, the name or number of an event, a time to wait. */
const EMPTY = /^\ufeff?(:|event:|id:|retry:|\s*$)/;
const TELLING_BYTES = 64;

/** Can a meter read it? An event that is too large, or that is no event at all, it cannot. */
function kindOf({ raw, parsed }: RawEvent): 'read' | 'empty' | 'unknown' {
  if (parsed) return parsed.data === '' ? 'empty' : /^\s*(\{|\[DONE\])/.test(parsed.data) ? 'read' : 'unknown';
  if (raw.length > MAX_EVENT_BYTES) return 'unknown';
  return EMPTY.test(raw.subarray(0, TELLING_BYTES).toString('utf8')) ? 'empty' : 'unknown';
}

/** @param over nobody waits for its client any longer @returns how long the client let it wait, in milliseconds */
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
