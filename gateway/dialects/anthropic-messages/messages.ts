import type { Operation } from '../dialect.ts';
import { countAnthropicInput } from './count-input.ts';
import { createAnthropicMeter } from './meter.ts';
import { readAnthropicAsk } from './read-ask.ts';
import { readAnthropicUsage } from './read-usage.ts';

/** Creating a message. */
export const messages: Operation = {
  readAsk: readAnthropicAsk,
  rewrite: (_body, _ask, outputLimit) => (outputLimit === undefined ? {} : { max_tokens: outputLimit }),
  readUsage: (reply) => readAnthropicUsage(reply['usage']),
  createMeter: createAnthropicMeter,
  countInput: countAnthropicInput,
};
