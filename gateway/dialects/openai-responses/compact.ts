import { countByTokenizer } from '../tokens/count-tokens.ts';
import type { Ask, AskFault, Call, Operation } from '../dialect.ts';
import { mostOutput, showsAllOutput } from '../openai-models.ts';
import { boundInput } from './bound-input.ts';
import { readModel, readTier } from './read-ask.ts';
import { readResponsesUsage } from './read-usage.ts';

/**
 * Compacting a conversation: one pass over all of it that no field can limit, with the usage in its reply.
 * Source: OpenAI API reference, "Compact a response".
 */
export const compact: Operation = {
  readAsk,
  rewrite: () => ({}),
  readUsage: readResponsesUsage,
  countInput: (call, _askProvider, countTokens) => countByTokenizer(readAsk, call, countTokens),
};

function readAsk(call: Call): Ask | AskFault {
  const { body } = call;
  const model = readModel(body);
  if (typeof model !== 'string') return model;
  return {
    model,
    stream: false,
    inputBound: boundInput(call),
    cacheWrites: 'hour',
    outputLimit: mostOutput(model),
    choices: 1,
    smallestOutputLimit: mostOutput(model),
    fixedOutput: true,
    hiddenOutput: !showsAllOutput(model),
    hideUsage: false,
    ...readTier(body),
  };
}
