import type { TokenUsage, UsageParts } from '../../domain/usage.ts';
import type { JsonObject } from '../dialect.ts';
import { isObject, readCount } from '../json/read-json.ts';
import { listOf } from './fields.ts';
import { readTier } from './service-tier.ts';

/**
 * Reads `usageMetadata`. `promptTokenCount` includes cache reads; thoughts and the results of hosted tools are counted
 * apart. Zeros are left out on this wire, so a count that is missing is 0 where another one is there. Source:
 * ai.google.dev, API reference, "UsageMetadata". Where kinds add up to more than their total, or more came from a cache
 * than there was, the larger figure counts, and is marked.
 * @param askedTier the tier of the request: the reply need not repeat it
 */
export function readGeminiUsage(usage: unknown, askedTier: string | undefined): TokenUsage | undefined {
  if (!isObject(usage)) return undefined;
  const counts = readCounts(usage);
  if (counts === undefined || !DETAILS.every((name) => listOf(usage[name]).every(isReadable))) return undefined;
  const { prompt, candidates, thoughts, tools, total, cached } = counts;
  // More from the cache than was read at all: then it stands beside it.
  const input = (cached.most > prompt.most ? prompt.most + cached.most : prompt.most) + tools.most;
  // Some replies count thoughts in the total only.
  const output = Math.max(candidates.most + thoughts.most, total.most - input);
  const served = usage['serviceTier'] ?? onDemandTier(usage['trafficType']);
  // A number repeats the tier that was asked for, or a cheaper one: nobody is served a dearer one.
  const tier = served === undefined || typeof served === 'number' ? askedTier : readTier(served);
  const isOdd =
    cached.most > prompt.most || [prompt, candidates, tools, cached].some(({ most, reported }) => most > reported);
  const suspect = input === 0 ? 'zero-input' : isOdd ? 'share-above-whole' : undefined;
  return {
    input,
    cacheRead: cached.most,
    cacheWrite: 0,
    cacheWriteHour: 0,
    output,
    parts: {
      ...sharesOf(usage, { input, cached: cached.most, candidates: candidates.most }),
      ...(thoughts.most > 0 ? { reasoning: thoughts.most } : {}),
    },
    ...(tier === undefined ? {} : { tier }),
    ...(suspect === undefined ? {} : { suspect }),
  };
}

/**
 * Vertex names the tier that it bills as a kind of traffic. Source: cloud.google.com, "GenerateContentResponse",
 * 2026-11.
 */
function onDemandTier(traffic: unknown): string | undefined {
  return typeof traffic === 'string' ? /^ON_DEMAND_(\w+)$/.exec(traffic)?.[1] : undefined;
}

const DETAILS = [
  'promptTokensDetails',
  'toolUsePromptTokensDetails',
  'cacheTokensDetails',
  'candidatesTokensDetails',
] as const;

interface Count {
  readonly reported: number;
  /** At least what its kinds add up to. */
  readonly most: number;
}

type Counts = Readonly<Record<'prompt' | 'candidates' | 'thoughts' | 'tools' | 'total' | 'cached', Count>>;

/**
 * Reads the counts; the provider leaves out those that are 0.
 * @returns undefined where nothing was counted, or where a value is no count
 */
function readCounts(usage: JsonObject): Counts | undefined {
  const read = (name: string, details?: string): Count => {
    const reported = usage[name] === undefined ? 0 : (readCount(usage[name]) ?? NaN);
    return { reported, most: Math.max(reported, details === undefined ? 0 : sumOf(listOf(usage[details]))) };
  };
  const counts = {
    prompt: read('promptTokenCount', 'promptTokensDetails'),
    candidates: read('candidatesTokenCount', 'candidatesTokensDetails'),
    thoughts: read('thoughtsTokenCount'),
    tools: read('toolUsePromptTokenCount', 'toolUsePromptTokensDetails'),
    total: read('totalTokenCount'),
    cached: read('cachedContentTokenCount', 'cacheTokensDetails'),
  };
  const totals = ['promptTokenCount', 'candidatesTokenCount', 'totalTokenCount'];
  const isCounted = totals.some((name) => usage[name] !== undefined);
  return isCounted && Object.values(counts).every(({ most }) => !Number.isNaN(most)) ? counts : undefined;
}

/** By their numbers. Source: google.ai.generativelanguage.v1beta, `Modality`. */
const MODALITIES: readonly string[] = ['MODALITY_UNSPECIFIED', 'TEXT', 'IMAGE', 'VIDEO', 'AUDIO', 'DOCUMENT'];

function modalityOf({ modality }: JsonObject): string | undefined {
  if (typeof modality === 'number') return MODALITIES[modality];
  return typeof modality === 'string' ? modality : undefined;
}

/** True for a known kind of tokens: only these have a price. */
function isReadable(detail: unknown): boolean {
  return isObject(detail) && (detail['modality'] === undefined || modalityOf(detail) !== undefined);
}

function sumOf(details: readonly unknown[]): number {
  const counts = details.map((detail) => (isObject(detail) ? readCount(detail['tokenCount']) : undefined));
  return counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

interface Wholes {
  readonly input: number;
  readonly cached: number;
  readonly candidates: number;
}

/** Tokens by modality: shares of the totals, and never more than those. */
function sharesOf(usage: JsonObject, { input, cached, candidates }: Wholes): UsageParts {
  const read = [...listOf(usage['promptTokensDetails']), ...listOf(usage['toolUsePromptTokensDetails'])];
  const audio = share(read, ['AUDIO'], input);
  const [fromCache, written] = [listOf(usage['cacheTokensDetails']), listOf(usage['candidatesTokensDetails'])];
  const [cacheAudio, outputAudio] = [share(fromCache, ['AUDIO'], cached), share(written, ['AUDIO'], candidates)];
  const parts = {
    inputAudio: audio,
    inputImage: share(read, PICTURES, input - audio),
    cacheReadAudio: Math.min(cacheAudio, audio),
    cacheReadImage: share(fromCache, PICTURES, cached - cacheAudio),
    outputAudio,
    outputImage: share(written, PICTURES, candidates - outputAudio),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, count]) => count > 0));
}

/** Pages are billed as pictures. */
const PICTURES = ['IMAGE', 'DOCUMENT'] as const;

function share(details: readonly unknown[], modalities: readonly string[], most: number): number {
  let sum = 0;
  for (const detail of details) {
    if (isObject(detail) && modalities.some((modality) => modality === modalityOf(detail)))
      sum += readCount(detail['tokenCount']) ?? 0;
  }
  return Math.min(sum, most);
}

/** Bytes of everything that a piece of a reply has generated, arguments of calls and data included. */
export function outputBytesOf(content: unknown): number {
  let bytes = 0;
  const pending: unknown[] = isObject(content)
    ? listOf(content['parts'])
        .filter(isObject)
        .flatMap((part) => Object.values(part))
    : [];
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

/** True where a reply gives a reason, as a name or as its number. */
export function givesReason(reason: unknown): boolean {
  return typeof reason === 'string' || (typeof reason === 'number' && reason > 0);
}
