import { NO_USAGE } from '../../domain/usage.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import type { JsonObject } from '../dialect.ts';

/** The state of a stream when it is ended. */
interface BrokenOff {
  readonly model: string;
  /** Whether its first event has come, and its last one. */
  readonly begun: boolean;
  readonly ended: boolean;
  /** Steps that have begun and not ended, by index. */
  readonly open: ReadonlySet<number>;
  /** As the provider last described it. */
  readonly interaction: JsonObject;
  readonly usage: TokenUsage | undefined;
}

/** The events with which the provider itself ends an interaction at its limit. */
export function writeTruncation({ model, begun, ended, open, interaction, usage }: BrokenOff): string {
  if (ended) return '';
  const event = (type: string, fields: JsonObject): string =>
    `event: ${type}\ndata: ${JSON.stringify({ event_type: type, ...fields })}\n\n`;
  const { id = 'truncated', ...known } = { model, object: 'interaction', ...interaction };
  const begin = begun ? '' : event('interaction.created', { interaction: { id, ...known, status: 'in_progress' } });
  const closing = [...open].map((index) => event('step.stop', { index }));
  const end = { id, ...known, status: 'incomplete', usage: figuresOf(usage ?? NO_USAGE) };
  return [
    begin,
    ...closing,
    event('interaction.completed', { interaction: end }),
    'event: done\ndata: [DONE]\n\n',
  ].join('');
}

/** The usage so far, in the shape of the protocol. */
function figuresOf({ input, cacheRead, output, parts }: TokenUsage): JsonObject {
  const thoughts = parts?.reasoning ?? 0;
  return {
    total_input_tokens: input,
    total_cached_tokens: cacheRead,
    total_output_tokens: output - thoughts,
    total_thought_tokens: thoughts,
    total_tokens: input + output,
  };
}
