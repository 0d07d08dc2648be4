import type { TokenUsage } from '../../domain/usage.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import type { Ask, AskFault, Call, JsonObject } from '../dialect.ts';
import { readCount } from '../json/read-json.ts';
import { modelOf } from './model-id.ts';

/** Reads a body of Titan's. Source: docs.aws.amazon.com, "Amazon Titan Embeddings Text"; 2026-11. */
export function readEmbeddingAsk({ params, byteLength }: Call): Ask | AskFault {
  return {
    model: modelOf(params['model'] ?? ''),
    stream: false,
    inputBound: byteLength,
    cacheWrites: 'none',
    outputLimit: 0,
    choices: 1,
    smallestOutputLimit: 0,
    hiddenOutput: false,
    hideUsage: false,
  };
}

export function readEmbeddingUsage({ inputTextTokenCount: count }: JsonObject): TokenUsage | undefined {
  const input = readCount(count);
  return input === undefined ? undefined : { ...NO_USAGE, input };
}

/** True for a body that embeds a text. */
export function isEmbedding({ inputText }: JsonObject, model: string): boolean {
  return typeof inputText === 'string' && model.includes('titan-embed-text');
}
