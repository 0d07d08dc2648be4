import type { TokenBound, TokenUsage, UsageParts } from '../../domain/usage.ts';
import type { Ask, EventVerdict, Framing, JsonObject, StreamMeter } from '../dialect.ts';
import { isObject, parseObject } from '../json/read-json.ts';
import { createVisibleCount } from '../tokens/visible-count.ts';
import { listOf, pick } from './fields.ts';
import { groundingOf, outputBytesOf, readGeminiUsage } from './read-usage.ts';
import { growUsage, isBlocked, refineUsage, usageOfBlocked } from './refine-usage.ts';
import { seeParts } from './visible-parts.ts';

const CALLS = ['executableCode', 'toolCall'] as const;
const RESULTS = ['codeExecutionResult', 'toolResponse'] as const;

/**
 * Meters a stream of replies, each a piece of the whole. Every piece may say what was used so far; the figure is final
 * when every candidate has a reason why it ended. Nothing marks the last piece, so it is settled when the stream ends.
 */
export function createGeminiMeter(ask: Ask, framing: Framing): StreamMeter {
  const { rounds = 1 } = ask;
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
  let blocked = false;
  /** Calls of hosted tools that the stream has shown, and what they brought. */
  let [calls, results] = [0, 0];
  const open = new Set<number>();
  const closed = new Set<number>();

  const seeCandidate = (candidate: JsonObject): void => {
    const bytes = outputBytesOf(candidate['content']);
    outputBytes += bytes;
    seeParts(visible, candidate['content']);
    if (bytes > 0) outputEvents += 1;
    for (const part of partsOf(candidate['content'])) {
      if (CALLS.some((name) => pick(part, name) !== undefined)) calls += 1;
      if (RESULTS.some((name) => pick(part, name) !== undefined)) results += 1;
    }
    const index = typeof candidate['index'] === 'number' ? candidate['index'] : 0;
    const [into, from] = typeof candidate['finishReason'] === 'string' ? [closed, open] : [open, closed];
    into.add(index);
    from.delete(index);
  };

  /** Every round reads all anew: as much as was said of one, and what came since. */
  const inputSoFar = (bound: TokenBound, more: number): number => {
    const round = Math.ceil(bound.input / rounds);
    const made = Math.min(rounds - 1, calls + more);
    const used = ask.usedBy?.(made, bound.output);
    const bare = used?.inputBound === undefined ? round * (made + 1) : used.inputBound * (used.rounds ?? 1);
    if (!usage || usage.input === 0) return Math.min(bound.input, bare);
    const unseen = ask.showsCalls === true && calls <= results ? 0 : round;
    return Math.min(bound.input, (made + 1) * (usage.input + outputBytes) + unseen);
  };

  const see = (data: string): EventVerdict => {
    begun = true;
    const piece = parseObject(data);
    if (!piece) return 'relay';
    if (isObject(piece['error'])) failed = true;
    const candidates = listOf(piece['candidates']).filter(isObject);
    candidates.forEach(seeCandidate);
    grounding = { ...grounding, ...groundingOf(piece, ask) };
    const { modelVersion, responseId } = piece;
    frame = { modelVersion, responseId };
    const reported = readGeminiUsage(piece['usageMetadata'], grounding, ask.tier);
    if (reported) written = piece['usageMetadata'];
    usage = reported ? growUsage(usage, reported) : usage && { ...usage, parts: { ...usage.parts, ...grounding } };
    blocked ||= isBlocked(piece);
    // One may end before another has begun.
    const endsOne = candidates.some(({ finishReason }) => typeof finishReason === 'string');
    const finished = blocked || (closed.size >= ask.choices && endsOne);
    // A piece that still generates says that the one before it was not the last.
    ended = open.size === 0 && (finished || (ended && candidates.length === 0));
    return 'relay';
  };

  return {
    see: (event) => see(event.data),
    usage() {
      if (!ended || failed) return undefined;
      if (usage) return refineUsage(usage, frame, ask);
      return blocked ? usageOfBlocked(ask) : undefined;
    },
    // What hosted tools cost comes with the last piece: before it, only the bound holds. An input of 0 tells nothing.
    inputSoFar: () => (rounds > 1 || !usage || usage.input === 0 ? undefined : refineUsage(usage, frame, ask)),
    boundSoFar(bound, more) {
      return rounds === 1 ? bound : { ...bound, input: Math.max(inputSoFar(bound, more), usage?.input ?? 0) };
    },
    outputBytes: () => outputBytes,
    estimateVisible: visible.tokens,
    outputEvents: () => outputEvents,
    truncation() {
      if (ended) return framing === 'events' ? '' : ']';
      const content = { parts: [{ text: '' }], role: 'model' };
      const unfinished = open.size > 0 ? [...open] : [0];
      const candidates = unfinished.map((index) => ({ content, finishReason: 'MAX_TOKENS', index }));
      const usageMetadata = written === undefined ? {} : { usageMetadata: written };
      const { modelVersion = ask.model, responseId } = frame;
      const piece = JSON.stringify({ candidates, ...usageMetadata, modelVersion, responseId });
      if (framing === 'events') return `data: ${piece}\n\n`;
      return `${begun ? ',' : '['}${piece}]`;
    },
    failed: () => failed,
  };
}

function partsOf(content: unknown): readonly JsonObject[] {
  return isObject(content) ? listOf(content['parts']).filter(isObject) : [];
}
