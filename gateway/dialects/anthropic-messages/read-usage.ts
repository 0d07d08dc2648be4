import { NO_USAGE } from '../../domain/usage.ts';
import type { CacheWrites, TokenUsage } from '../../domain/usage.ts';
import type { JsonObject } from '../dialect.ts';
import { isObject, readCount } from '../json/read-json.ts';
import { reportedCostOf } from '../usage/reported-cost.ts';
import { tierOfUsage } from './read-tier.ts';

/** Figures of one report that do not overlap. */
interface Split {
  readonly plain: number;
  readonly cacheRead: number;
  readonly cacheWrite: number;
}

interface Read extends Split {
  /** It reports less than before, and not nothing. */
  readonly shrunk: boolean;
}

/**
 * Reads the `usage` object of a message. `input_tokens` leaves out cache reads and writes, so the parts add up to the
 * whole. Source: Anthropic API reference, "Prompt caching: tracking cache performance". Searches of the web are billed
 * by the call. Source: "Web search tool: usage and pricing".
 * @param before an earlier figure of the same stream; a later event need not repeat every field, and no figure shrinks
 * @param askedTier the tier of the request
 * @param asked the cache lifetime of the request: writes without a reported lifetime count as that
 */
export function readAnthropicUsage(
  usage: unknown,
  before?: TokenUsage,
  askedTier?: string,
  asked: CacheWrites = 'short',
): TokenUsage | undefined {
  if (!isObject(usage)) return undefined;
  const read = readSplit(usage, before);
  const output = larger(readCount(usage['output_tokens']), before?.output);
  if (read === undefined || output === undefined) return undefined;
  const hour = readHourWrites(usage, read.cacheWrite, before, asked);
  const tools = usage['server_tool_use'];
  const searched = isObject(tools) ? readCount(tools['web_search_requests']) : undefined;
  const webSearches = larger(searched, before?.parts?.webSearches) ?? 0;
  const tier = tierOfUsage(usage, before ? before.tier : askedTier);
  // The writes of each lifetime cannot exceed all writes: where they do, they are the truer figure.
  const cacheWrite = Math.max(read.cacheWrite, hour.atLeast);
  return {
    input: read.plain + read.cacheRead + cacheWrite,
    cacheRead: read.cacheRead,
    cacheWrite,
    cacheWriteHour: Math.min(hour.written, cacheWrite),
    output,
    ...(webSearches > 0 ? { parts: { webSearches } } : {}),
    ...(tier === undefined ? {} : { tier }),
    ...suspectOf(cacheWrite > read.cacheWrite, read.shrunk, before),
    ...reportedCostOf(usage),
  };
}

/** A later report counts alone where it is no smaller as a whole; else each figure is its largest. */
function readSplit(usage: JsonObject, before: TokenUsage | undefined): Read | undefined {
  const plain = readCount(usage['input_tokens']);
  if (plain === undefined && before === undefined) return undefined;
  const earlier = splitOf(before ?? NO_USAGE);
  const later = {
    plain: plain ?? earlier.plain,
    cacheRead: readCount(usage['cache_read_input_tokens']) ?? earlier.cacheRead,
    cacheWrite: readCount(usage['cache_creation_input_tokens']) ?? earlier.cacheWrite,
  };
  if (wholeOf(later) >= wholeOf(earlier)) return { ...later, shrunk: false };
  return {
    shrunk: wholeOf(later) > 0,
    plain: Math.max(later.plain, earlier.plain),
    cacheRead: Math.max(later.cacheRead, earlier.cacheRead),
    cacheWrite: Math.max(later.cacheWrite, earlier.cacheWrite),
  };
}

function suspectOf(isOdd: boolean, shrunk: boolean, before: TokenUsage | undefined): Pick<TokenUsage, 'suspect'> {
  if (isOdd || before?.suspect === 'share-above-whole') return { suspect: 'share-above-whole' };
  return shrunk ? { suspect: 'shrunk' } : {};
}

function splitOf({ input, cacheRead, cacheWrite }: TokenUsage): Split {
  return { plain: input - cacheRead - cacheWrite, cacheRead, cacheWrite };
}

interface HourWrites {
  readonly written: number;
  /** The least that all writes together are. */
  readonly atLeast: number;
}

function readHourWrites(
  usage: JsonObject,
  cacheWrite: number,
  before: TokenUsage | undefined,
  asked: CacheWrites,
): HourWrites {
  const byLifetime = usage['cache_creation'];
  const hour = isObject(byLifetime) ? readCount(byLifetime['ephemeral_1h_input_tokens']) : undefined;
  const short = isObject(byLifetime) ? readCount(byLifetime['ephemeral_5m_input_tokens']) : undefined;
  const known = before?.cacheWriteHour ?? 0;
  if (hour !== undefined) return { written: Math.max(hour, known), atLeast: hour + (short ?? 0) };
  // The end of a stream counts all writes and need not say again for how long.
  const since = cacheWrite - (before?.cacheWrite ?? 0);
  return { written: known + (asked === 'hour' ? Math.max(0, since) : 0), atLeast: known };
}

function wholeOf({ plain, cacheRead, cacheWrite }: Split): number {
  return plain + cacheRead + cacheWrite;
}

function larger(left: number | undefined, right: number | undefined): number | undefined {
  return left === undefined ? right : Math.max(left, right ?? 0);
}
