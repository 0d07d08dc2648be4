import type { TokenUsage, UsageParts } from '../../domain/usage.ts';
import type { JsonObject } from '../dialect.ts';
import { isObject, readCount } from '../read-json.ts';
import { listOf } from './fields.ts';
import { readTier } from './service-tier.ts';

/**
 * Reads `usageMetadata`. `promptTokenCount` includes what came from a cache; thoughts and the results of hosted tools are
 * counted apart. What is 0 is left out on this wire, so a count that is missing is 0 where another one is there.
 * Source: ai.google.dev, API reference, "UsageMetadata".
 * @param grounding what {@link groundingOf} has found in the reply
 * @param askedTier what the request asked for: the reply need not say it again
 */
export function readGeminiUsage(usage: unknown, grounding: UsageParts, askedTier: string | undefined): TokenUsage | undefined {
  if (!isObject(usage)) return undefined;
  const [prompt, candidates, thoughts, tools, total, cached] = COUNTS.map((name) => (usage[name] === undefined ? 0 : readCount(usage[name])));
  if (prompt === undefined || candidates === undefined || thoughts === undefined || tools === undefined || total === undefined || cached === undefined) return undefined;
  if (usage['promptTokenCount'] === undefined && usage['totalTokenCount'] === undefined) return undefined;
  // Of tokens whose kind nobody can read, nobody knows the price.
  if (DETAILS.some((name) => listOf(usage[name]).some((detail) => !isObject(detail) || (detail['modality'] !== undefined && typeof detail['modality'] !== 'string')))) return undefined;
  const input = prompt + tools;
  // Some replies count thoughts in the total only.
  const output = Math.max(candidates + thoughts, total - input);
  const told = usage['serviceTier'];
  const tier = told === undefined ? askedTier : readTier(told);
  return {
    input,
    cacheRead: Math.min(cached, prompt),
    cacheWrite: 0,
    cacheWriteHour: 0,
    output,
    parts: { ...sharesOf(usage, { input, cached: Math.min(cached, prompt), candidates }), ...(thoughts > 0 ? { reasoning: thoughts } : {}), ...grounding },
    ...(tier === undefined ? {} : { tier }),
  };
}

const DETAILS = ['promptTokensDetails', 'toolUsePromptTokensDetails', 'cacheTokensDetails', 'candidatesTokensDetails'] as const;
const COUNTS = ['promptTokenCount', 'candidatesTokenCount', 'thoughtsTokenCount', 'toolUsePromptTokenCount', 'totalTokenCount', 'cachedContentTokenCount'] as const;

/**
 * What a reply says of searches: they are billed by the prompt that was grounded, however many they were. A search that
 * found nothing is not billed, and is counted: better too high than too low.
 */
export function groundingOf(reply: JsonObject): UsageParts {
  let [webSearches, mapSearches] = [0, 0];
  for (const candidate of listOf(reply['candidates'])) {
    const metadata = isObject(candidate) ? candidate['groundingMetadata'] : undefined;
    if (!isObject(metadata)) continue;
    const chunks = listOf(metadata['groundingChunks']).filter(isObject);
    if (chunks.some((chunk) => chunk['maps'] !== undefined)) mapSearches = 1;
    if (listOf(metadata['webSearchQueries']).length > 0 || chunks.some((chunk) => chunk['web'] !== undefined)) webSearches = 1;
  }
  return { ...(webSearches > 0 ? { webSearches } : {}), ...(mapSearches > 0 ? { mapSearches } : {}) };
}

/** Tokens by modality: shares of the totals, and never more than those. */
function sharesOf(usage: JsonObject, { input, cached, candidates }: { readonly input: number; readonly cached: number; readonly candidates: number }): UsageParts {
  const read = [...listOf(usage['promptTokensDetails']), ...listOf(usage['toolUsePromptTokensDetails'])];
  const audio = share(read, ['AUDIO'], input);
  const [cacheAudio, outputAudio] = [share(listOf(usage['cacheTokensDetails']), ['AUDIO'], cached), share(listOf(usage['candidatesTokensDetails']), ['AUDIO'], candidates)];
  const parts = {
    inputAudio: audio,
    inputImage: share(read, PICTURES, input - audio),
    cacheReadAudio: Math.min(cacheAudio, audio),
    cacheReadImage: share(listOf(usage['cacheTokensDetails']), PICTURES, cached - cacheAudio),
    outputAudio,
    outputImage: share(listOf(usage['candidatesTokensDetails']), PICTURES, candidates - outputAudio),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, count]) => count > 0));
}

/** Pages are billed as pictures. */
const PICTURES = ['IMAGE', 'DOCUMENT'] as const;

function share(details: readonly unknown[], modalities: readonly string[], most: number): number {
  let sum = 0;
  for (const detail of details) {
    if (isObject(detail) && modalities.some((modality) => modality === detail['modality'])) sum += readCount(detail['tokenCount']) ?? 0;
  }
  return Math.min(sum, most);
}

/** Bytes of everything that a piece of a reply has generated, arguments of calls and data included. */
export function outputBytesOf(content: unknown): number {
  let bytes = 0;
  const pending: unknown[] = isObject(content) ? listOf(content['parts']).filter(isObject).flatMap((part) => Object.values(part)) : [];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        bytes += Array.isArray(value) ? 0 : Buffer.byteLength(key);
        pending.push(item);
      }
    } else if (value !== undefined && value !== null) bytes += typeof value === 'string' ? Buffer.byteLength(value) : 1;
  }
  return bytes;
}
