import { NO_USAGE } from '../../domain/usage.ts';
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
  const end = {
    ...response,
    status: 'incomplete',
    incomplete_details: { reason: 'max_output_tokens' },
    output: output.items(),
    usage: figuresOf(usage, outputTokens),
  };
  return [begin, ...closing, event('response.incomplete', { response: end })].join('');
}

/** The usage so far, in the shape of the protocol. */
function figuresOf(usage: TokenUsage | undefined, outputTokens: number): JsonObject {
  const { input, cacheRead, cacheWrite, output, parts } = usage ?? NO_USAGE;
  const written = Math.max(outputTokens, output);
  return {
    input_tokens: input,
    input_tokens_details: { cached_tokens: cacheRead, cache_write_tokens: cacheWrite },
    output_tokens: written,
    output_tokens_details: { reasoning_tokens: parts?.reasoning ?? 0 },
    total_tokens: input + written,
  };
}

/** A response before anything of it has come. */
function emptyResponse(model: string): JsonObject {
  const nothing = { error: null, incomplete_details: null, instructions: null, metadata: {}, tools: [], usage: null };
  const id = 'resp_truncated';
  return { id, object: 'response', created_at: 0, status: 'in_progress', model, output: [], ...nothing };
}
