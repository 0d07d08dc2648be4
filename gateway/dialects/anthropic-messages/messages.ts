import type { Operation } from '../dialect.ts';
import { countAnthropicInput } from './count-input.ts';
import { createAnthropicMeter } from './meter.ts';
import { readAnthropicAsk } from './read-ask.ts';
import { readReply } from './read-reply.ts';

/** Creating a message. */
export const messages: Operation = {
  readAsk: readAnthropicAsk,
  rewrite: (_body, ask, outputLimit) => ({
    ...(outputLimit === undefined ? {} : { max_tokens: outputLimit }),
    ...ask.fields,
  }),
  readUsage: readReply,
  nestedLimits: true,
  createMeter: createAnthropicMeter,
  countInput: countAnthropicInput,
};
