import type { TokenUsage } from '../../domain/usage.ts';
import type { JsonObject } from '../dialect.ts';
import type { PartialOutput } from './partial-output.ts';

interface BrokenOff {
  readonly model: string;
  /** As the provider last described it; undefined before it has. */
  readonly response: JsonObject | undefined;
  /** Whether its first event has come, and its last one. */
  readonly begun: boolean;
  readonly ended: boolean;
  readonly output: PartialOutput;
  /** Number of the last event. */
  readonly sequence: number;
  readonly usage: TokenUsage | undefined;
  /** At least as many were made. */
  readonly outputTokens: number;
}

/**
 * The events with which the provider itself ends a response at its limit: every open item is closed, and all of it
 * repeated.
 */
export function writeTruncation(cut: BrokenOff): string {
  const { model, begun, ended, output, sequence, usage, outputTokens } = cut;
  if (ended) return '';
  const response = cut.response ?? (begun ? {} : emptyResponse(model));
  let number = sequence;
  const event = (type: string, fields: JsonObject): string => {
    number += 1;
    return `event: ${type}\ndata: ${JSON.stringify({ type, sequence_number: number, ...fields })}\n\n`;
  };
  const begin = begun ? '' : event('response.created', { response });
  const closing = output
    .open()
    .map(([index, item]) => event('response.output_item.done', { output_index: index, item }));
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
  return [begin, ...closing, event('response.incomplete', { response: end })].join('');
}

/** A response of which nothing has come. */
function emptyResponse(model: string): JsonObject {
  const nothing = { error: null, incomplete_details: null, instructions: null, metadata: {}, tools: [], usage: null };
  const id = 'resp_truncated';
  return { id, object: 'response', created_at: 0, status: 'in_progress', model, output: [], ...nothing };
}
