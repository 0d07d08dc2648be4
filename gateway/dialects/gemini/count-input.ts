import type { AskProvider, Call } from '../dialect.ts';
import { namesAddress } from '../names-address.ts';
import { readCount } from '../json/read-json.ts';
import { pick } from './fields.ts';

/** The figure is for the request as it is; its cost may differ by a little. */
const MARGIN = 1.02;
const MARGIN_TOKENS = 200;

/**
 * Asks the provider's free count method, which does not count the content of a cache. Source: Gemini API reference,
 * "models.countTokens".
 */
export async function countGeminiInput({ body, params }: Call, askProvider: AskProvider): Promise<number | undefined> {
  const model = params['model'];
  if (model === undefined || pick(body, 'cachedContent') !== undefined || namesAddress(body)) return undefined;
  const reply = await askProvider(`models/${model}:countTokens`, {
    generateContentRequest: { ...body, model: `models/${model}` },
  });
  const counted = readCount(reply?.['totalTokens']);
  return counted === undefined ? undefined : Math.ceil(counted * MARGIN) + MARGIN_TOKENS;
}
