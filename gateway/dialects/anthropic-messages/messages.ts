import type { Operation } from '../dialect.ts';
import { countAnthropicInput } from './count-input.ts';
import { createAnthropicMeter } from './meter.ts';
import { readAnthropicAsk } from './read-ask.ts';
import { readReply } from './read-reply.ts';
import { limitServerTools } from './server-tools.ts';

/** Creating a message. */
export const messages: Operation = {
  readAsk: readAnthropicAsk,
  rewrite: (body, ask, outputLimit) => ({
    ...(outputLimit === undefined ? {} : { max_tokens: outputLimit }),
    ...limitServerTools(body, (ask.rounds ?? 1) - 1),
  }),
  readUsage: readReply,
  nestedLimits: true,
  createMeter: createAnthropicMeter,
  countInput: countAnthropicInput,
};
