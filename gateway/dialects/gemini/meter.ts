import type { TokenUsage, UsageParts } from '../../domain/usage.ts';
import type { Ask, EventVerdict, Framing, JsonObject, StreamMeter } from '../dialect.ts';
import { isObject, parseObject } from '../read-json.ts';
import { listOf } from './fields.ts';
import { createVisibleCount } from '../visible-count.ts';
import { groundingOf, outputBytesOf, readGeminiUsage } from './read-usage.ts';
import { seeParts } from './visible-parts.ts';

/**
 * Meters a stream of replies, each a piece of the whole. Every piece may say what was used so far; the figure is final
 * when every candidate has a reason why it ended. Nothing marks the last piece, so it is settled when the stream ends.
 */
export function createGeminiMeter(ask: Ask, framing: Framing): StreamMeter {
  let usage: TokenUsage | undefined;
  /** As the provider last wrote it, for a last piece of our own. */
  let written: unknown;
  let grounding: UsageParts = {};
  const visible = createVisibleCount();
  let outputBytes = 0;
  let outputEvents = 0;
  let failed = false;
  let ended = false;
  let begun = false;
  let frame: JsonObject = {};
  const open = new Set<number>();
  const closed = new Set<number>();

  const seeCandidate = (candidate: JsonObject): void => {
    const bytes = outputBytesOf(candidate['content']);
    outputBytes += bytes;
    seeParts(visible, candidate['content']);
    if (bytes > 0) outputEvents += 1;
    const index = typeof candidate['index'] === 'number' ? candidate['index'] : 0;
    const [into, from] = typeof candidate['finishReason'] === 'string' ? [closed, open] : [open, closed];
    into.add(index);
    from.delete(index);
  };

  const see = (data: string): EventVerdict => {
    begun = true;
    const piece = parseObject(data);
    if (!piece) return 'relay';
    if (isObject(piece['error'])) failed = true;
    const candidates = listOf(piece['candidates']).filter(isObject);
    candidates.forEach(seeCandidate);
    grounding = { ...grounding, ...groundingOf(piece) };
    const { modelVersion, responseId } = piece;
    frame = { modelVersion, responseId };
    const reported = readGeminiUsage(piece['usageMetadata'], grounding, ask.tier);
    if (reported) written = piece['usageMetadata'];
    usage = reported ?? (usage && { ...usage, parts: { ...usage.parts, ...grounding } });
    const blocked = isObject(piece['promptFeedback']) && typeof piece['promptFeedback']['blockReason'] === 'string';
    // One may end before another has begun.
    const finished = blocked || (closed.size >= ask.choices && candidates.some((candidate) => typeof candidate['finishReason'] === 'string'));
    // A piece that still generates says that the one before it was not the last.
    ended = open.size === 0 && (finished || (ended && candidates.length === 0));
    return 'relay';
  };

  return {
    see: (event) => see(event.data),
    usage: () => (ended && !failed ? usage : undefined),
    // What hosted tools cost comes with the last piece: before it, only the bound holds.
    inputSoFar: () => ((ask.rounds ?? 1) > 1 ? undefined : usage),
    outputBytes: () => outputBytes,
    estimateVisible: visible.tokens,
    outputEvents: () => outputEvents,
    truncation() {
      const candidates = [...(open.size > 0 ? open : [0])].map((index) => ({ content: { parts: [{ text: '' }], role: 'model' }, finishReason: 'MAX_TOKENS', index }));
      const piece = JSON.stringify({ candidates, ...(written === undefined ? {} : { usageMetadata: written }), ...frame });
      if (framing === 'events') return `data: ${piece}\n\n`;
      return `${begun ? ',' : '['}${piece}]`;
    },
    failed: () => failed,
  };
}
