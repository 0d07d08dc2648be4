import { once } from 'node:events';
import { createFrameSplitter } from '../../dialects/bedrock/frames/frame-splitter.ts';
import type { Framing } from '../../dialects/dialect.ts';
import { createArraySplitter } from '../../dialects/json/array-splitter.ts';
import { createLineSplitter } from '../../dialects/json/line-splitter.ts';
import { createSseSplitter } from '../../dialects/json/sse-splitter.ts';
import type { RawEvent, StreamSplitter } from '../../dialects/json/sse-splitter.ts';
import { anySignal } from '../../platform/any-signal.ts';
import { readPieces } from '../../platform/read-pieces.ts';
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

/** Passes the stream on, one chunk at a time. Most of them need no promise: hundreds of streams run at once. */
async function passOn(passage: Passage): Promise<Stop> {
  const { way } = passage;
  const { stopped, hold } = way;
  const hider = way.hider.stream();
  const over = anySignal(stopped, hold.exhausted);
  let stop: Stop | undefined;
  const take = (piece: Buffer): boolean | Promise<boolean> => {
    const { parts, settled } = readChunk(passage, piece);
    hold.look();
    const written = hold.written();
    if (settled ?? written) return takeSlowly(parts, settled, written);
    const start = performance.now();
    return send(parts) ? waitForClient(start) : goesOn();
  };
  /** Sends them when the request is settled, and the cost of everything shown is held, on disk. */
  const takeSlowly = async (
    parts: readonly Buffer[],
    settled: Promise<void> | undefined,
    written: Promise<void> | undefined,
  ): Promise<boolean> => {
    await settled;
    // The provider is not read meanwhile.
    passage.tally.lookAway();
    await written;
    const start = performance.now();
    if (send(parts)) return waitForClient(start);
    passage.tally.lookAgain();
    return goesOn();
  };
  const waitForClient = async (start: number): Promise<boolean> => {
    passage.tally.lookAway();
    await once(way.response, 'drain', { signal: over }).catch(() => undefined);
    if (performance.now() - start > STALLED_MS) passage.tally.block();
    passage.tally.lookAgain();
    return goesOn();
  };
  /** @returns true when the client must take what it has first */
  const send = (parts: readonly Buffer[]): boolean => {
    const [only, ...more] = parts;
    if (only === undefined) return false;
    way.begin();
    if (stopped.aborted) return false;
    return !way.response.write(more.length === 0 ? only : Buffer.concat(parts));
  };
  const goesOn = (): boolean => {
    if (!passage.finished && passage.tally.hasOverrun()) stop = 'overran';
    else if (hold.exhausted.aborted) stop = 'exhausted';
    return stop === undefined;
  };
  const takeHidden = (piece: Buffer): boolean | Promise<boolean> => piece.length === 0 || take(piece);
  try {
    if (await readPieces(way.body, (piece) => takeHidden(hider.push(piece)))) await takeHidden(hider.rest());
    return stop ?? (hold.exhausted.aborted ? 'exhausted' : 'finished');
  } catch {
    if (stopped.aborted) return 'client-stopped';
    return hold.exhausted.aborted ? 'exhausted' : 'broken';
  } finally {
    // Whoever leaves early aborts the provider, whose complaint is then of no interest.
    way.body.on('error', () => undefined).destroy();
  }
}

/** What came in one chunk. */
interface Read {
  /** The bytes for the client. */
  readonly parts: readonly Buffer[];
  /** Resolves when the request is settled, if the last event was among them. */
  readonly settled: Promise<void> | undefined;
}

/** Reads a chunk; if it has the last event, the request is settled before that goes on. */
function readChunk(passage: Passage, chunk: Buffer): Read {
  const { tally, splitter } = passage;
  const parts: Buffer[] = [];
  let settled: Promise<void> | undefined;
  for (const event of splitter.push(chunk)) {
    const kind = kindOf(event);
    passage.readable ||= kind === 'read';
    if (kind === 'unknown') tally.markUnreadable();
    const verdict = event.parsed ? tally.see(event.parsed) : 'relay';
    if (verdict === 'last') {
      passage.finished = true;
      settled ??= settlePassage(passage, false);
    }
    if (verdict !== 'hide') parts.push(event.raw);
    if (!passage.finished && tally.hasOverrun()) break;
  }
  return { parts, settled };
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
