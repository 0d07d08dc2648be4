import type { TokenUsage } from '../../domain/usage.ts';
import type { JsonObject } from '../dialect.ts';
import type { PartialOutput } from './partial-output.ts';

interface BrokenOff {
  /** As the provider last described it. */
  readonly response: JsonObject;
  readonly output: PartialOutput;
  /** Number of the last event. */
  readonly sequence: number;
  readonly usage: TokenUsage | undefined;
  /** At least as many were made. */
  readonly outputTokens: number;
}

/** The events with which the provider itself ends a response at its limit: every open item is closed, and all of it repeated. */
export function writeTruncation({ response, output, sequence, usage, outputTokens }: BrokenOff): string {
  let number = sequence;
  const event = (type: string, fields: JsonObject): string => {
    number += 1;
    return `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: number, ...fields })}\n\n`;
  };
  const closing = output.open().map(([index, item]) => event('response.output_item.done', { output_index: index, item }));
  const written = Math.max(outputTokens, usage?.output ?? 0);
  const input = usage?.input ?? 0;
  const end = {
    ...response,
    status: 'incomplete',
    incomplete_details: { reason: 'max_output_tokens' },
    output: output.items(),
    usage: {
      input_tokens: input,
      input_tokens_details: { cached_tokens: usage?.cacheRead ?? 0, cache_write_tokens: usage?.cacheWrite ?? 0 },
      output_tokens: written,
      output_tokens_details: { reasoning_tokens: usage?.parts?.reasoning ?? 0 },
      total_tokens: input + written,
    },
  };
  return [...closing, event('response.incomplete', { response: end })].join('');
}
