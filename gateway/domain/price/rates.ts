import type { ModelPrice as Rates } from '@pydantic/genai-prices';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { EXTRAS } from '../usage.ts';
import type { Extra, TokenBound, TokenUsage } from '../usage.ts';

export type { ModelPrice as Rates } from '@pydantic/genai-prices';

/**
 * The rate that each kind of token is billed at, and those it falls back to: the price library's names, and two of
 * Purser's own for input that a request has marked for the cache and for the answer of a model that has reasoned.
 */
const RATE_OF = {
  text: ['input_mtok'],
  audio: ['input_audio_mtok', 'input_mtok'],
  image: ['input_image_mtok', 'input_mtok'],
  read: ['cache_read_mtok', 'input_mtok'],
  readAudio: ['cache_audio_read_mtok', 'cache_read_mtok', 'input_audio_mtok', 'input_mtok'],
  readImage: ['cache_image_read_mtok', 'cache_read_mtok', 'input_image_mtok', 'input_mtok'],
  readMarked: ['cache_read_marked_mtok', 'cache_read_mtok', 'input_mtok'],
  write: ['cache_write_mtok', 'input_mtok'],
  writeHour: ['cache_write_1h_mtok', 'cache_write_mtok', 'input_mtok'],
  written: ['output_mtok'],
  writtenAudio: ['output_audio_mtok', 'output_mtok'],
  writtenImage: ['output_image_mtok', 'output_mtok'],
  reasoned: ['output_reasoning_mtok', 'output_mtok'],
  answered: ['output_after_reasoning_mtok', 'output_mtok'],
} as const;
type Kind = keyof typeof RATE_OF;

/**
 * Units that are billed on top of tokens: the name of their rate, and the number of units that it is for. Those from
 * maps on are Purser's own names.
 */
const EXTRA_RATES = {
  webSearches: ['web_searches_kcount', 1_000],
  fileSearches: ['storage_searches_kcount', 1_000],
  requests: ['requests_kcount', 1_000],
  audioSeconds: ['input_audio_hours', 3_600],
  pages: ['input_document_kpages', 1_000],
  mapSearches: ['map_searches_kcount', 1_000],
  codeRuns: ['code_executions_kcount', 1_000],
  containerSeconds: ['container_hours', 3_600],
  characters: ['input_mchars', 1_000_000],
  pictures: ['pictures_kcount', 1_000],
  cacheTokenHours: ['cache_storage_mtok_hours', 1_000_000],
} as const satisfies Readonly<Record<Extra, readonly [rate: string, per: number]>>;

/** Rates are kept in thousandths of a nano-dollar: some of the price book are a third of another. */
const FINE = 1_000n;
/** Parts of one unit: a search of a model that does not reason is billed as two and a half. */
const PARTS = 1_000n;
/**
 * Every amount is summed in parts of a nano-dollar that all the units above divide, so that nothing is rounded before
 * the end.
 */
export const SCALE = 9_000_000n * FINE * PARTS;

/** Splits a usage into kinds that do not overlap, each with its own rate. */
function splitUsage({
  input,
  cacheRead,
  cacheWrite,
  cacheWriteHour,
  output,
  parts = {},
}: TokenUsage): Readonly<Record<Kind, number>> {
  const {
    inputAudio = 0,
    inputImage = 0,
    cacheReadAudio = 0,
    cacheReadImage = 0,
    cacheReadMarked = 0,
    outputAudio = 0,
    outputImage = 0,
    reasoning = 0,
  } = parts;
  const audio = Math.max(0, inputAudio - cacheReadAudio);
  const image = Math.max(0, inputImage - cacheReadImage);
  const hour = Math.min(cacheWriteHour, cacheWrite);
  const text = Math.max(0, output - outputAudio - outputImage - reasoning);
  return {
    text: Math.max(0, input - cacheRead - cacheWrite - audio - image),
    audio,
    image,
    read: Math.max(0, cacheRead - cacheReadAudio - cacheReadImage - cacheReadMarked),
    readMarked: cacheReadMarked,
    readAudio: cacheReadAudio,
    readImage: cacheReadImage,
    write: cacheWrite - hour,
    writeHour: hour,
    written: reasoning > 0 ? 0 : text,
    answered: reasoning > 0 ? text : 0,
    writtenAudio: outputAudio,
    writtenImage: outputImage,
    reasoned: reasoning,
  };
}

/** The cost of the tokens that were used, in {@link SCALE}ths of a nano-dollar. */
export function sumTokens(rates: Rates, usage: TokenUsage): bigint {
  const split = splitUsage(usage);
  let total = 0n;
  for (const kind of KINDS) if (split[kind] > 0) total += BigInt(split[kind]) * tokenRate(rates, kind, usage.input);
  return total + sumRouting(rates, usage.input);
}

/** Kinds of tokens, as a bill names them. */
const PARTS_OF_BILL = {
  input: ['text', 'audio', 'image'],
  cache_read: ['read', 'readAudio', 'readImage', 'readMarked'],
  cache_write: ['write', 'writeHour'],
  output: ['written', 'writtenAudio', 'writtenImage', 'reasoned', 'answered'],
} as const satisfies Readonly<Record<string, readonly Kind[]>>;

/** The cost of the tokens of each part of a bill, in {@link SCALE}ths of a nano-dollar. */
export function sumByPart(rates: Rates, usage: TokenUsage): readonly (readonly [part: string, sum: bigint])[] {
  const split = splitUsage(usage);
  const costOf = (kind: Kind): bigint => BigInt(split[kind]) * tokenRate(rates, kind, usage.input);
  const parts = Object.entries(PARTS_OF_BILL).map(
    ([part, kinds]) => [part, kinds.reduce((sum, kind) => sum + costOf(kind), 0n)] as const,
  );
  return [...parts, ['routing', sumRouting(rates, usage.input)]];
}

/**
 * The fee for the choice of a model, which is for all input whatever its kind, in {@link SCALE}ths of a nano-dollar.
 * Its rate is a name of Purser's own: `routing_mtok`.
 */
export function sumRouting(rates: Rates, input: number): bigint {
  return BigInt(input) * fineRate(rates['routing_mtok'], 0) * (SCALE / FINE / 1_000_000n);
}

/** The most that so many tokens can cost, whatever their kinds, in {@link SCALE}ths of a nano-dollar. */
export function sumWorstTokens(rates: Rates, bound: TokenBound): bigint {
  const { input, output, mediaInput = input } = bound;
  const media = Math.min(input, mediaInput);
  const readAs = (tokens: number, kinds: readonly Kind[]): bigint =>
    tokens > 0 ? BigInt(tokens) * dearest(rates, kinds, input) : 0n;
  const read = readAs(media, inputKinds(bound)) + readAs(input - media, inputKinds({ ...bound, media: [] }));
  return read + sumRouting(rates, input) + BigInt(output) * worstOutputRate(rates, bound);
}

/** The cost of units billed on top of tokens, in {@link SCALE}ths of a nano-dollar. */
export function sumExtras(rates: Rates, parts: TokenUsage['parts'] & {}): bigint {
  let total = 0n;
  for (const extra of EXTRAS) {
    const count = parts[extra] ?? 0;
    const [name, per] = EXTRA_RATES[extra];
    if (count > 0) total += partsOf(extra, count) * fineRate(rates[name], 0) * (SCALE / FINE / PARTS / BigInt(per));
  }
  return total;
}

/** In thousandths, up to the next one; a second that has begun counts in full. */
function partsOf(extra: Extra, count: number): bigint {
  if (extra === 'audioSeconds' || extra === 'containerSeconds') return BigInt(Math.ceil(count)) * PARTS;
  // Nothing that is counted is finer than a millionth: the rest of a double is noise.
  return BigInt(Math.ceil(Math.round(count * 1e6) / 1e3));
}

/** The dearest rate of one token of output. */
export function worstOutputRate(rates: Rates, { input, media = [] }: Omit<TokenBound, 'output'>): bigint {
  return dearest(
    rates,
    [
      'written',
      'reasoned',
      'answered',
      ...(media.includes('audio') ? AUDIO_OUT : []),
      ...(media.includes('image') ? IMAGE_OUT : []),
    ],
    input,
  );
}

/** Measures of media that one model bills by themselves and another in tokens: a price for one of the two is enough. */
const MEASURES: readonly Extra[] = ['audioSeconds', 'characters', 'pictures', 'pages'];

/** Names something that was or may be used and that has no rate: it must not pass for free. */
export function findUnpriced(
  rates: Rates,
  { input, output, extras = {}, extrasPerOutput = {} }: TokenBound,
): string | undefined {
  const used = EXTRAS.filter((extra) => (extras[extra] ?? 0) > 0 || (extrasPerOutput[extra] ?? 0) > 0);
  const priced = (extra: Extra): boolean => rates[EXTRA_RATES[extra][0]] !== undefined;
  const reads = rateOf(rates, 'text') !== undefined || rateOf(rates, 'audio') !== undefined;
  const writes = rateOf(rates, 'written') !== undefined;
  const measured = used.some((extra) => MEASURES.includes(extra) && priced(extra));
  if (input > 0 && !reads && !measured) return 'input';
  if (output > 0 && !writes && !measured) return 'output';
  const billedInTokens = (input > 0 && reads) || (output > 0 && writes);
  return used.find((extra) => !priced(extra) && !(billedInTokens && MEASURES.includes(extra)));
}

/** Shares of plain input at which its cache is billed, in percent; undefined where they are not known. */
interface CacheShares {
  readonly read: number | undefined;
  readonly writeHour: number | undefined;
}

/** Adds the rates of a cache where only their shares of the plain one are known. */
export function withCacheShares(rates: Rates, { read, writeHour }: CacheShares): Rates {
  const { input_mtok: input, cache_read_mtok: ownRead, cache_write_mtok: short, cache_write_1h_mtok: ownHour } = rates;
  if (input === undefined) return rates;
  return {
    ...rates,
    ...(read !== undefined && ownRead === undefined && { cache_read_mtok: shareOf(input, read) }),
    // A model without a price for writing at all has no cache of that kind.
    ...(writeHour !== undefined &&
      ownHour === undefined &&
      short !== undefined && { cache_write_1h_mtok: shareOf(input, writeHour) }),
  };
}

function shareOf(rate: NonNullable<Rates[string]>, percent: number): NonNullable<Rates[string]> {
  const share = (usd: number): number => (usd * percent) / 100;
  if (typeof rate === 'number') return share(rate);
  return { base: share(rate.base), tiers: rate.tiers.map(({ start, price }) => ({ start, price: share(price) })) };
}

/** True when audio has a rate of its own. Where audio costs many times what text does, the rate of text is none. */
export function hasAudioRate(rates: Rates): boolean {
  return ['input_audio_mtok', 'output_audio_mtok', 'input_audio_hours'].some((name) => rates[name] !== undefined);
}

/**
 * Up to the next nano-dollar, and never above `most`. @param sum in ten-thousandths of a {@link SCALE}th: tiers and
 * hosts are in percent
 */
export function roundUp(sum: bigint, most: bigint): Nanodollars {
  const unit = SCALE * 10_000n;
  const amount = (sum + unit - 1n) / unit;
  return nanodollarsOf(Number(amount > most ? most : amount));
}

const KINDS: readonly Kind[] = [
  'text',
  'audio',
  'image',
  'read',
  'readAudio',
  'readImage',
  'readMarked',
  'write',
  'writeHour',
  'written',
  'writtenAudio',
  'writtenImage',
  'reasoned',
  'answered',
];
const AUDIO_OUT: readonly Kind[] = ['writtenAudio'];
const IMAGE_OUT: readonly Kind[] = ['writtenImage'];

function inputKinds({ cacheWrites = 'hour', media = [] }: TokenBound): readonly Kind[] {
  const kinds: Kind[] = ['text', 'read'];
  if (cacheWrites !== 'none') kinds.push('write');
  if (cacheWrites === 'hour') kinds.push('writeHour');
  if (media.includes('audio')) kinds.push('audio', 'readAudio');
  if (media.includes('image')) kinds.push('image', 'readImage');
  return kinds;
}

function dearest(rates: Rates, kinds: readonly Kind[], input: number): bigint {
  return kinds.map((kind) => tokenRate(rates, kind, input)).reduce((most, next) => (next > most ? next : most));
}

function rateOf(rates: Rates, kind: Kind): Rates[string] {
  const name = RATE_OF[kind].find((candidate) => rates[candidate] !== undefined);
  return name === undefined ? undefined : rates[name];
}

/** The rate of one token, in {@link SCALE}ths of a nano-dollar. */
function tokenRate(rates: Rates, kind: Kind, input: number): bigint {
  return fineRate(rateOf(rates, kind), input) * (SCALE / FINE / 1_000_000n);
}

/** The rate that applies to a request with this much input, in {@link FINE}ths of a nano-dollar. */
function fineRate(rate: Rates[string], input: number): bigint {
  const reached =
    typeof rate === 'object'
      ? rate.tiers.filter((tier) => input > tier.start).toSorted((left, right) => right.start - left.start)[0]
      : undefined;
  const usd = reached?.price ?? (typeof rate === 'object' ? rate.base : (rate ?? 0));
  return BigInt(Math.round(usd * 1e12));
}
