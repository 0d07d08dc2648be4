import { NO_USAGE } from '../../domain/usage.ts';
import { findUnboundedFeature } from '../usage/unbounded-feature.ts';
import type { Ask, AskFault, Call, Operation } from '../dialect.ts';
import { FRAME_TOKENS } from '../openai-models.ts';
import { isObject, readCount } from '../json/read-json.ts';
import { reportedCostOf } from '../usage/reported-cost.ts';
import { servedModel } from '../usage/served-model.ts';
import { malformed, modelOf, NO_MODEL, unbounded } from './body-fields.ts';
import { countTexts } from './completions.ts';

/**
 * Embeddings: every text has a context window of its own, and nothing is generated. Source: OpenAI API reference,
 * "Embeddings".
 */
export const embeddings: Operation = {
  readAsk,
  rewrite: () => ({}),
  // A search that is switched off is so deeper down.
  nestedLimits: true,
  readUsage({ usage, model }) {
    if (!isObject(usage)) return undefined;
    const input = readCount(usage['prompt_tokens']) ?? readCount(usage['total_tokens']);
    if (input === undefined) return undefined;
    const suspect = input === 0 && { suspect: 'zero-input' };
    return { ...NO_USAGE, input, ...reportedCostOf(usage), ...servedModel(model), ...suspect };
  },
};

function readAsk({ body, byteLength }: Call): Ask | AskFault {
  const model = modelOf(body);
  if (model === undefined) return malformed(NO_MODEL);
  const feature = findUnboundedFeature(model, body);
  if (feature !== undefined) return unbounded(feature);
  const { input } = body;
  if (typeof input !== 'string' && !Array.isArray(input))
    return malformed('The field "input" must be a text or a list.');
  return {
    model,
    stream: false,
    // Pictures to embed (some servers take them) are no text, and may be named by their address alone.
    inputBound: Array.isArray(input) && input.some(isObject) ? undefined : byteLength + FRAME_TOKENS,
    windows: Math.max(1, countTexts(input)),
    cacheWrites: 'none',
    outputLimit: 0,
    choices: 1,
    smallestOutputLimit: 0,
    fixedOutput: true,
    hiddenOutput: false,
    hideUsage: false,
  };
}
