import { addCounts } from '../../../domain/usage.ts';
import type { TokenUsage } from '../../../domain/usage.ts';
import type { JsonObject, StreamMeter } from '../../dialect.ts';
import { believedInput } from '../../usage/grow-usage.ts';
import { byteLengthOf, isObject, parseObject } from '../../json/read-json.ts';
import { servedModel } from '../../usage/served-model.ts';
import { createVisibleCount } from '../../tokens/visible-count.ts';

interface DoneMeterOptions {
  /** The event that ends one answer and carries its usage: `transcript.text.done`. */
  readonly done: string;
  /** The number of answers that come. */
  readonly answers: number;
  readonly readUsage: (event: JsonObject) => TokenUsage | undefined;
}

/**
 * Meters the streams of pictures, transcripts and speech: typed events, the last of which carries the usage.
 * Source: OpenAI API reference, "Image streaming", "Transcript streaming", "Speech streaming".
 */
export function createDoneMeter({ done, answers, readUsage }: DoneMeterOptions): StreamMeter {
  const usages: TokenUsage[] = [];
  const visible = createVisibleCount();
  let finished = 0;
  let failed = false;
  let outputBytes = 0;
  let outputEvents = 0;
  let text = '';
  return {
    see({ data }) {
      if (data === '[DONE]') return 'last';
      const event = parseObject(data);
      if (!event) return 'relay';
      if (event['type'] === 'error' || isObject(event['error'])) failed = true;
      const { delta } = event;
      if (typeof delta === 'string') {
        outputBytes += byteLengthOf(delta);
        visible.see([delta]);
        outputEvents += 1;
        // Only the text that a truncated answer repeats; a transcript is far smaller.
        if (text.length < MOST_TEXT) text += delta;
      }
      if (event['type'] !== done) return 'relay';
      finished += 1;
      const usage = readUsage(event);
      if (usage) usages.push(usage);
      return finished === answers ? 'last' : 'relay';
    },
    usage: () => (!failed && finished === answers && usages.length === answers ? usages.reduce(addUsage) : undefined),
    inputSoFar: () => believedInput(usages.length > 0 ? usages.reduce(addUsage) : undefined),
    outputBytes: () => outputBytes,
    estimateVisible: visible.tokens,
    outputEvents: () => outputEvents,
    truncation: () => `event: ${done}\ndata: ${JSON.stringify({ type: done, text })}\n\n`,
    failed: () => failed,
  };
}

const MOST_TEXT = 2 ** 20;

function addUsage(left: TokenUsage, right: TokenUsage): TokenUsage {
  const parts: Record<string, number> = { ...left.parts };
  for (const [name, count] of Object.entries(right.parts ?? {})) parts[name] = (parts[name] ?? 0) + count;
  const suspect = left.suspect ?? right.suspect;
  return {
    ...addCounts(left, right),
    parts,
    // One of several that cannot be makes the sum of them one that cannot be.
    ...(suspect !== undefined && { suspect }),
    ...servedModel(right.model ?? left.model),
  };
}
