import type { TokenBound, TokenUsage } from '../../domain/usage.ts';
import type { Ask, EventVerdict, Framing, JsonObject, StreamMeter } from '../dialect.ts';
import { isObject, parseObject } from '../json/read-json.ts';
import { createCandidateCount } from './candidate-count.ts';
import { listOf } from './fields.ts';
import { givesReason, readGeminiUsage } from './read-usage.ts';
import { growUsage, isBlocked, refineUsage, usageOfBlocked } from './refine-usage.ts';
import { createSearchCount } from './searches.ts';
import { writeTruncation } from './truncation.ts';

/**
 * Meters a stream of replies, each a piece of the whole. Every piece may report the usage so far; the figure is final
 * when every candidate has a reason why it ended. Nothing marks the last piece, so it is settled when the stream ends.
 */
export function createGeminiMeter(ask: Ask, framing: Framing): StreamMeter {
  const { rounds = 1 } = ask;
  const count = createCandidateCount();
  const searches = createSearchCount(ask);
  let usage: TokenUsage | undefined;
  /** As the provider last wrote it. */
  let usageMetadata: unknown;
  let frame: JsonObject = {};
  let begun = false;
  let blocked = false;
  let failed = false;
  let ended = false;

  /** Every round reads everything anew: the input of one as the provider reports it, and the output since. */
  const inputSoFar = (bound: TokenBound, more: number): number => {
    const round = Math.ceil(bound.input / rounds);
    const made = Math.min(rounds - 1, count.calls() + more);
    const used = ask.usedBy?.(made, bound.output);
    const bare = used?.inputBound === undefined ? round * (made + 1) : used.inputBound * (used.rounds ?? 1);
    if (!usage || usage.input === 0) return Math.min(bound.input, bare);
    const unseen = ask.showsCalls === true && count.calls() <= count.results() ? 0 : round;
    return Math.min(bound.input, (made + 1) * (usage.input + count.outputBytes()) + unseen);
  };

  const see = (data: string): EventVerdict => {
    begun = true;
    const piece = parseObject(data);
    if (!piece) return 'relay';
    if (isObject(piece['error'])) failed = true;
    const candidates = listOf(piece['candidates']).filter(isObject);
    candidates.forEach(count.see);
    searches.see(piece);
    const { modelVersion, responseId } = piece;
    frame = { modelVersion, responseId };
    const reported = readGeminiUsage(piece['usageMetadata'], ask.tier);
    if (reported) usageMetadata = piece['usageMetadata'];
    if (reported) usage = growUsage(usage, reported);
    blocked ||= isBlocked(piece);
    // One may end before another has begun.
    const endsOne = candidates.some(({ finishReason }) => givesReason(finishReason));
    const finished = blocked || (count.closed.size >= ask.choices && endsOne);
    // A piece that still generates says that the one before it was not the last.
    ended = count.open.size === 0 && (finished || (ended && candidates.length === 0));
    return 'relay';
  };

  return {
    see: (event) => see(event.data),
    usage() {
      if (!ended || failed) return undefined;
      if (usage) return searches.addTo(refineUsage(usage, frame, ask));
      return blocked ? usageOfBlocked(ask) : undefined;
    },
    // The cost of hosted tools comes with the last piece: before it, only the bound holds. An input of 0 is no report.
    inputSoFar: () => (rounds > 1 || !usage || usage.input === 0 ? undefined : refineUsage(usage, frame, ask)),
    boundSoFar(bound, more) {
      return rounds === 1 ? bound : { ...bound, input: Math.max(inputSoFar(bound, more), usage?.input ?? 0) };
    },
    outputBytes: count.outputBytes,
    estimateVisible: count.estimateVisible,
    outputEvents: count.outputEvents,
    truncation: () =>
      writeTruncation({ framing, model: ask.model, begun, ended, open: count.open, usageMetadata, frame }),
    failed: () => failed,
  };
}
