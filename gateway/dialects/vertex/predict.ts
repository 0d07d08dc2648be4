import { NO_USAGE } from '../../domain/usage.ts';
import type { TokenUsage } from '../../domain/usage.ts';
import type { Ask, AskFault, Call, JsonObject, Operation } from '../dialect.ts';
import { byteLengthOf, isObject, readCount } from '../json/read-json.ts';

/** Models that embed text; every other one of `predict` makes pictures or film. */
const EMBEDS = /^(text-(multilingual-)?embedding|textembedding-gecko|gemini-embedding)/;

/**
 * Embedding texts with the older method. Google bills Gemini's by the token and the rest by the character. Source:
 * docs.cloud.google.com, "Text embeddings API"; 2026-11.
 */
export const predict: Operation = {
  readAsk: readPredictAsk,
  rewrite: () => ({}),
  readUsage: readPredictUsage,
  nestedLimits: true,
};

function readPredictAsk({ body, params, byteLength }: Call): Ask | AskFault {
  const model = params['model'] ?? '';
  const { instances } = body;
  if (!EMBEDS.test(model))
    return {
      fault: 'unbounded',
      message: `Purser does not know what a prediction of "${model}" costs. It meters embeddings of text.`,
    };
  if (!Array.isArray(instances) || !instances.every((one) => isObject(one) && typeof one['content'] === 'string'))
    return { fault: 'malformed', message: 'The field "instances" must be a list of objects with a "content".' };
  return {
    model,
    stream: false,
    inputBound: byteLength,
    windows: instances.length,
    cacheWrites: 'none',
    outputLimit: 0,
    choices: 1,
    smallestOutputLimit: 0,
    hiddenOutput: false,
    hideUsage: false,
    ...(isByCharacter(model) ? { extras: { characters: instances.reduce(addCharacters, 0) } } : {}),
  };
}

function addCharacters(sum: number, instance: unknown): number {
  return sum + (isObject(instance) ? byteLengthOf(instance['content']) + byteLengthOf(instance['title']) : 0);
}

function readPredictUsage({ predictions, metadata }: JsonObject, { model }: Ask): TokenUsage | undefined {
  if (isByCharacter(model)) {
    const characters = isObject(metadata) ? readCount(metadata['billableCharacterCount']) : undefined;
    return characters === undefined ? undefined : { ...NO_USAGE, parts: { characters } };
  }
  if (!Array.isArray(predictions)) return undefined;
  const counts = predictions.map(countOf);
  const input = counts.reduce((sum: number, count) => sum + (count ?? NaN), 0);
  return Number.isSafeInteger(input) ? { ...NO_USAGE, input } : undefined;
}

function countOf(prediction: unknown): number | undefined {
  const embeddings = isObject(prediction) ? prediction['embeddings'] : undefined;
  const statistics = isObject(embeddings) ? embeddings['statistics'] : undefined;
  return isObject(statistics) ? readCount(statistics['token_count']) : undefined;
}

function isByCharacter(model: string): boolean {
  return !model.startsWith('gemini-');
}
