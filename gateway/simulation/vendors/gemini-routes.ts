import { GEMINI_PATH } from './gemini-replies.ts';
import { pricesOf, SIMULATED_MODELS } from '../price-table.ts';

/**
 * A reply that comes at once, without generating: a list, a count or embeddings, of which only the last cost anything.
 */
export interface GeminiReply {
  readonly body: unknown;
  /** In nano-dollars. */
  readonly cost: number;
}

/** @param tokens of the request's input. @returns undefined for any other route */
export function geminiReplyAtOnce(
  route: string,
  body: Readonly<Record<string, unknown>>,
  tokens: number,
): GeminiReply | undefined {
  const [verb = '', path = ''] = route.split(' ');
  if (verb === 'GET' && /^\/v1(beta|alpha)?\/models$/.test(path)) return { body: { models: geminiModels() }, cost: 0 };
  const [, model = '', method] = GEMINI_PATH.exec(path) ?? [];
  const cost = tokens * (pricesOf(model)?.input ?? 0);
  const usageMetadata = { promptTokenCount: tokens, promptTokenDetails: [{ modality: 'TEXT', tokenCount: tokens }] };
  if (method === 'countTokens')
    return { body: { totalTokens: tokens, promptTokensDetails: [{ modality: 'TEXT', tokenCount: tokens }] }, cost: 0 };
  if (method === 'embedContent') return { body: { embedding: VECTOR, usageMetadata }, cost };
  if (method !== 'batchEmbedContents') return undefined;
  const requests: readonly unknown[] = Array.isArray(body['requests']) ? body['requests'] : [];
  return { body: { embeddings: requests.map(() => VECTOR), usageMetadata }, cost };
}

const VECTOR = { values: [0.25, -0.5, 0.125] };

function geminiModels(): readonly unknown[] {
  const ids = [...SIMULATED_MODELS.keys()].filter((id) => id.startsWith('gemini'));
  return ids.map((id) => ({
    name: `models/${id}`,
    displayName: `${id} (simulated)`,
    inputTokenLimit: 1_048_576,
    outputTokenLimit: 65_536,
    supportedGenerationMethods: ['generateContent', 'countTokens'],
  }));
}
