import type { Ask, JsonObject, OtherPass } from '../dialect.ts';
import { isObject } from '../json/read-json.ts';
import { mostOutput } from '../openai-models.ts';

/** More than any of the provider's models reads at once. Source: developers.openai.com/api/docs/models, 2026-11. */
const LARGEST_WINDOW = 1_050_000;

/** What the rounds of a request may add to its input. */
interface Rounds {
  readonly calls: number;
  /** Tokens that the calls bring. */
  readonly content: number;
}

/**
 * Passes that shorten a conversation within a response: each reads all of it once more and writes a summary that no
 * field limits, and each can only follow on so many tokens more. What they used is in the response's own usage. Source:
 * developers.openai.com, "Compaction" (2026-11); recorded by pydantic-ai, test_openai_responses_compact_stateful_mode.
 */
export function compactionPasses(ask: Ask, body: JsonObject, { calls, content }: Rounds): readonly OtherPass[] {
  const threshold = thresholdOf(body['context_management']);
  if (threshold === undefined) return [];
  const output = mostOutput(ask.model);
  const input = ask.inputBound ?? Infinity;
  const added = (ask.outputLimit ?? output) + content;
  const whole = input + added;
  // What is there begins one at once; what is added begins another with each threshold that it passes.
  const times = input < threshold ? Math.floor(whole / threshold) : 1 + Math.floor(added / threshold);
  const pass: OtherPass = {
    kind: 'compaction',
    model: ask.model,
    input: Math.min(whole, LARGEST_WINDOW),
    output,
    cacheWrites: ask.cacheWrites,
    ...(ask.tier !== undefined && { tier: ask.tier }),
  };
  return Array.from({ length: Math.min(calls + 2, times) }, () => pass);
}

/** From so many tokens on it begins; undefined where nothing is shortened. */
function thresholdOf(management: unknown): number | undefined {
  const entries: readonly unknown[] = Array.isArray(management) ? management : [];
  const thresholds = entries.filter(isObject).map(({ compact_threshold: threshold }) => threshold);
  if (thresholds.length === 0) return undefined;
  return Math.min(...thresholds.map((threshold) => (typeof threshold === 'number' ? Math.max(1, threshold) : 1)));
}
