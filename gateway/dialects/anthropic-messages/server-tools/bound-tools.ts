import type { Ask, OtherPass } from '../../dialect.ts';
import { CONTAINER_SECONDS } from '../../../domain/stream/container-time.ts';
import type { ContainerUse } from './container.ts';
import type { ServerTool, ServerTools, ToolLimits } from './server-tools.ts';

/**
 * Rounds of one request: after ten the provider pauses the turn, and one more is held. A call beyond the limit of its
 * tool brings an error and a round all the same. Source: platform.claude.com (2026-08), "Stop reasons: pause_turn".
 */
export const MOST_ROUNDS = 11;
/** The largest window of any Claude model. Source: platform.claude.com, "Pricing: long context pricing". */
export const LARGEST_WINDOW = 1_000_000;
/** The longest answer of any Claude model. Source: platform.claude.com, "Thinking: output limits". */
const LONGEST_ANSWER = 128_000;
/**
 * Most that one search brings to read: three times the most that was seen, 10,700 tokens for ten results of 4,000 bytes
 * each in replies of 2025 and 2026. How much it may be at most is written nowhere.
 */
const SEARCH_TOKENS = 32_000;
/**
 * Most that one run of code, one call of an MCP server, or the list of a server's tools brings to read while it can
 * still be stopped. How much it may be at most is written nowhere: outputs of 300,000 characters were seen. A stream
 * shows what they really bring as soon as they have.
 */
export const OPEN_RESULT_TOKENS = 100_000;
/** The limit of a page is called approximate. Source: platform.claude.com, "Web fetch tool: content limits". */
const PAGE_MARGIN = 1.25;
/** Least tokens that a call takes to write: its block and its query. */
const CALL_OUTPUT = 16;
/** The tokens that an adviser reads beside the conversation: 1,280 tokens were seen. */
const ADVISER_FRAME = 3_000;

/** The tokens that a request reads and writes without its tools. */
export interface Base {
  readonly input: number | undefined;
  readonly output: number;
  readonly tier: string | undefined;
}

/** The most that the tools of a request may add under these limits. */
export interface ToolBound {
  /** Calls that bring something to read. */
  readonly calls: number;
  /** Tokens that all of them bring; undefined where only the window bounds a page. */
  readonly brought: number | undefined;
  /** The most that one of them brings. */
  readonly perCall: number | undefined;
  readonly searches: number;
  /** Most that a call brings that a stream has shown and that has not come back; undefined for a page of any length. */
  readonly open: number | undefined;
  /** Some of the calls are not shown in the reply. */
  readonly hidden: boolean;
  readonly container: ContainerUse;
  readonly advice: readonly OtherPass[];
}

export function boundTools({ tools, container }: ServerTools, limits: ToolLimits, base: Base): ToolBound {
  const most = Math.ceil(base.output / CALL_OUTPUT);
  const callsOf = ({ kind, uses }: ServerTool): number => {
    const allowed = isUnlimited(kind) && !limits.watched ? Infinity : limits.uses;
    return Math.min(uses, allowed, kind === 'advisor' ? MOST_ROUNDS - 1 : Infinity, most);
  };
  const perCall = tools.map((tool) => broughtByOne(tool, limits));
  const open = tools.map((tool) => (isUnlimited(tool.kind) ? OPEN_RESULT_TOKENS : broughtByOne(tool, limits)));
  const sumOf = (count: (tool: ServerTool) => number): number => tools.reduce((sum, tool) => sum + count(tool), 0);
  const brought = sumOf((tool) => (callsOf(tool) === 0 ? 0 : callsOf(tool) * (broughtByOne(tool, limits) ?? Infinity)));
  const read = Math.min(LARGEST_WINDOW, (base.input ?? Infinity) + base.output + brought + ADVISER_FRAME);
  return {
    calls: sumOf(callsOf),
    brought: Number.isFinite(brought) ? Math.ceil(brought) : undefined,
    perCall: largest(perCall),
    open: largest(open),
    container,
    searches: sumOf((tool) => (tool.kind === 'search' ? callsOf(tool) : 0)),
    hidden: tools.some(({ hidden }) => hidden),
    advice: tools
      .filter(({ kind }) => kind === 'advisor')
      .flatMap((tool) => Array.from({ length: callsOf(tool) }, () => adviceOf(tool, limits, read, base.tier))),
  };
}

/** Nothing in a request limits how often these are called, or what they bring. */
function isUnlimited(kind: ServerTool['kind']): boolean {
  return kind === 'code' || kind === 'server';
}

function largest(counts: readonly (number | undefined)[]): number | undefined {
  return counts.includes(undefined) ? undefined : Math.ceil(Math.max(0, ...counts.map((one) => one ?? 0)));
}

type UsedByTools = Pick<Ask, 'inputBound' | 'rounds' | 'extras'>;

/**
 * The usage of a request with these tools when so many calls are made and so much is written. Every round reads
 * everything anew, with all earlier output and findings, so the mean of the rounds is below the last one.
 */
export function usedByTools(bound: ToolBound, base: Base, calls: number, output: number): UsedByTools {
  const rounds = Math.min(MOST_ROUNDS, calls + 1);
  const brought = calls === 0 ? 0 : Math.min(bound.brought ?? Infinity, calls * (bound.perCall ?? Infinity));
  const added = calls === 0 ? 0 : output + Math.ceil((brought * (rounds - 1)) / rounds);
  const mean = (base.input ?? Infinity) + added;
  const searches = bound.hidden ? bound.searches : Math.min(calls, bound.searches);
  return {
    rounds,
    inputBound: Number.isFinite(mean) ? mean : undefined,
    ...extrasOf(searches, bound.container === 'always' || (bound.container === 'when-used' && calls > 0)),
  };
}

function extrasOf(searches: number, contained: boolean): Pick<Ask, 'extras'> {
  if (searches === 0 && !contained) return {};
  return {
    extras: {
      ...(searches > 0 ? { webSearches: searches } : {}),
      ...(contained ? { containerSeconds: CONTAINER_SECONDS.most } : {}),
    },
  };
}

/** The most that one call brings to read; undefined for any length. */
function broughtByOne({ kind, tokens }: ServerTool, { page, advice, watched }: ToolLimits): number | undefined {
  if (kind === 'search') return SEARCH_TOKENS;
  if (isUnlimited(kind)) return watched ? page : undefined;
  if (kind === 'advisor') return Math.min(tokens ?? LONGEST_ANSWER, advice ?? Infinity);
  const limit = Math.min(tokens ?? Infinity, page ?? Infinity);
  return limit === Infinity ? undefined : limit * PAGE_MARGIN;
}

function adviceOf(tool: ServerTool, { advice }: ToolLimits, input: number, tier: string | undefined): OtherPass {
  const { model, tokens, cacheWrites } = tool;
  const output = Math.min(tokens ?? LONGEST_ANSWER, advice ?? Infinity);
  // An adviser has no fast form; where the request is served counts for it too.
  const place = tier?.split('+').includes('us') === true ? { tier: 'us' } : {};
  return { kind: 'advisor', model, input, output, cacheWrites, ...place };
}
