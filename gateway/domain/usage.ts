import type { Nanodollars } from '../../shared/money.ts';

/**
 * The usage of a request as its provider reports it. `input` and `output` are all tokens, whatever their kind; the
 * cache parts are shares of `input`, never on top. 0 means that the provider said 0.
 */
export interface TokenUsage {
  readonly input: number;
  readonly cacheRead: number;
  /** All cache writes, of which {@link cacheWriteHour} were written for one hour. */
  readonly cacheWrite: number;
  readonly cacheWriteHour: number;
  /** Everything generated, reasoning included. */
  readonly output: number;
  /** Finer shares, and units billed on top of tokens; left out where there are none. */
  readonly parts?: UsageParts;
  /** The service tier that the provider says it served. */
  readonly tier?: string;
  /** The charge that the provider itself reports, where it does. */
  readonly reportedCost?: Nanodollars;
  /** The model that the reply says it served, where it names one. */
  readonly model?: string;
  /**
   * Why these figures contradict themselves or cannot be; left out where they hold. `zero-input`: nothing was read,
   * although there was something to read. `share-above-whole`: parts that do not fit into their total; the figures are
   * then the dearest of all readings. `uncounted-pictures`: pictures were drawn and not counted; they are then the most
   * that they can have used.
   */
  readonly suspect?: string;
  /** The usage of other models, and of passes at another price. Billed on top: none of it is in the figures above. */
  readonly others?: readonly OtherUsage[];
}

/** The usage of one more model for a request: an adviser, or a model that stood in for another. */
export interface OtherUsage {
  readonly model: string;
  readonly usage: TokenUsage;
}

/**
 * Tokens by kind: each is a share of a total. Cached audio counts in `inputAudio` and in `cacheReadAudio`; reads from a
 * cache that a request had marked, where these have a price of their own, in `cacheReadMarked`.
 */
export const SHARES = [
  'inputAudio',
  'inputImage',
  'cacheReadAudio',
  'cacheReadImage',
  'cacheReadMarked',
  'outputAudio',
  'outputImage',
  'reasoning',
] as const;
/**
 * Units that are billed on top of tokens: calls of hosted tools, seconds of a container or of audio, pages, characters,
 * pictures, an hour of a cache for a token, or the request as such.
 */
export const EXTRAS = [
  'webSearches',
  'mapSearches',
  'fileSearches',
  'codeRuns',
  'containerSeconds',
  'audioSeconds',
  'pages',
  'characters',
  'pictures',
  'cacheTokenHours',
  'requests',
] as const;
/** The name of a unit that is billed on top of tokens. */
export type Extra = (typeof EXTRAS)[number];
/** Counts by share or unit; a missing one is 0. */
export type UsageParts = Partial<Readonly<Record<(typeof SHARES)[number] | Extra, number>>>;

/** A request that used nothing. */
export const NO_USAGE: TokenUsage = { input: 0, cacheRead: 0, cacheWrite: 0, cacheWriteHour: 0, output: 0 };

type Counts = Pick<TokenUsage, 'input' | 'cacheRead' | 'cacheWrite' | 'cacheWriteHour' | 'output'>;

/** The tokens of two passes together; the caller joins the other fields of their usages. */
export function addCounts(left: Counts, right: Counts): Counts {
  return {
    input: left.input + right.input,
    cacheRead: left.cacheRead + right.cacheRead,
    cacheWrite: left.cacheWrite + right.cacheWrite,
    cacheWriteHour: left.cacheWriteHour + right.cacheWriteHour,
    output: left.output + right.output,
  };
}

/**
 * Everything in a usage that has no column of its own in the ledger: writes to the cache for an hour, and the parts.
 */
export function usagePartsOf({ cacheWriteHour, parts = {} }: TokenUsage): Readonly<Record<string, number>> {
  const all = { ...parts, cacheWriteHour };
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}

/** Reads back what {@link usagePartsOf} wrote. A name of another version of Purser is left out. */
export function readUsageParts(all: Readonly<Record<string, number>>): {
  readonly cacheWriteHour: number;
  readonly parts: UsageParts;
} {
  const known = [...SHARES, ...EXTRAS].filter((name) => all[name] !== undefined);
  return {
    cacheWriteHour: all['cacheWriteHour'] ?? 0,
    parts: Object.fromEntries(known.map((name) => [name, all[name]])),
  };
}

/** Kinds of tokens beside text. */
export type Media = 'audio' | 'image';

/** The kinds beside text that were used. */
export function mediaOf({ parts = {} }: TokenUsage): readonly Media[] {
  const { inputAudio = 0, outputAudio = 0, inputImage = 0, outputImage = 0 } = parts;
  return [
    ...(inputAudio + outputAudio > 0 ? (['audio'] as const) : []),
    ...(inputImage + outputImage > 0 ? (['image'] as const) : []),
  ];
}

/** The most that a request can use. */
export interface TokenBound {
  /** In tokens, like {@link output}. */
  readonly input: number;
  readonly output: number;
  /** The dearest way in which input can be written to a cache; left out: for an hour, the dearest there is. */
  readonly cacheWrites?: CacheWrites;
  /** Media that it may read and write beside text; left out: none. */
  readonly media?: readonly Media[];
  /** Most of the input that can be media: the rest is text. Left out: all of it. */
  readonly mediaInput?: number;
  readonly extras?: Partial<Readonly<Record<Extra, number>>>;
  /** Units that each token of output may bring on top: a search that the model writes; left out: none. */
  readonly extrasPerOutput?: Partial<Readonly<Record<Extra, number>>>;
  /** The service tier that was asked for. */
  readonly tier?: string;
}

/** The cache writes that a request asks its provider for: nothing, the ordinary lifetime, or up to an hour. */
export type CacheWrites = 'none' | 'short' | 'hour';
