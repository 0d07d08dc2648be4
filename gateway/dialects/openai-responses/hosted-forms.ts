import type { Extra } from '../../domain/usage.ts';
import type { Ask, AskFault, JsonObject } from '../dialect.ts';
import { mostOutput } from '../openai-models.ts';
import { boundCall, findHostedTools } from './hosted-tools.ts';
import type { CallBound } from './hosted-tools.ts';

/** The provider's instructions about a hosted tool. */
const HOSTED_TOOL_TOKENS = 5_000;
/** Calls that a request without a limit of its own is held for. Nine were the most that were seen in one response. */
const CALLS = 16;
/** The same where calls cost nothing but the round that they make. */
const FREE_CALLS = 4;
/** Limits on calls that are tried in turn where there is too little money for all of them. */
const FEWER = [8, 4, 2, 1] as const;

/**
 * The request in all of its forms, the dearest first: as it is, and limited to fewer and fewer calls. A tool is never
 * left out: the sender counts on it.
 */
export function withHostedTools(plain: Ask, body: JsonObject): Ask | AskFault {
  const { tools, inInput } = findHostedTools(body);
  const bounds: CallBound[] = [];
  for (const tool of [...tools, ...inInput]) {
    const bound = boundCall(tool, plain.model);
    if ('fault' in bound) return bound;
    bounds.push(bound);
  }
  return bounds.length === 0 ? plain : formsOf(plain, bounds, body['max_tool_calls']);
}

function formsOf(plain: Ask, bounds: readonly CallBound[], own: unknown): Ask {
  const isFree = bounds.every(({ extras, content }) => content === 0 && Object.keys(extras).length === 0);
  const most = typeof own === 'number' ? own : isFree ? FREE_CALLS : CALLS;
  const fewer = FEWER.filter((calls) => calls < most).toReversed();
  const least = fewer.reduce<Ask | undefined>((cheaper, calls) => {
    return { ...withCalls(plain, bounds, calls), callLimit: calls, ...(cheaper && { cheaper }) };
  }, undefined);
  const withInput = (input: number): Ask => formsOf({ ...plain, inputBound: input }, bounds, own);
  return { ...withCalls(plain, bounds, most), withInput, ...(least && { cheaper: least }) };
}

/**
 * Each round reads everything before it again: the input, the output so far, and the findings of the calls. The input
 * is the mean of the rounds: where the window cuts some of them, cutting the mean cuts less.
 */
function withCalls(plain: Ask, bounds: readonly CallBound[], calls: number): Ask {
  const usedBy = (made: number, output: number): Pick<Ask, 'inputBound' | 'rounds' | 'extras'> => {
    const written = (made / (made + 1)) * output;
    const instructed = (plain.inputBound ?? Infinity) + bounds.length * HOSTED_TOOL_TOKENS;
    const mean = instructed + written + inputOfCalls(bounds, made);
    const inputBound = Number.isFinite(mean) ? Math.ceil(mean) : undefined;
    return { rounds: made + 1, inputBound, extras: sumExtras(bounds, made) };
  };
  return { ...plain, ...usedBy(calls, plain.outputLimit ?? mostOutput(plain.model)), usedBy };
}

/**
 * The tokens that so many calls bring, in the mean of the rounds: none before the first call, then more with each of
 * them, up to their own window.
 */
function inputOfCalls(bounds: readonly CallBound[], made: number): number {
  if (made === 0) return 0;
  const most = (some: readonly CallBound[]): number => Math.max(0, ...some.map(({ content }) => content ?? Infinity));
  const each = most(bounds.filter(({ ofAllCalls }) => !ofAllCalls));
  const together = most(bounds.filter(({ ofAllCalls }) => ofAllCalls));
  return (made / 2) * each + (made / (made + 1)) * together;
}

function sumExtras(bounds: readonly CallBound[], calls: number): Partial<Readonly<Record<Extra, number>>> {
  const entries = bounds.flatMap(({ extras }) => Object.entries(extras));
  const most: Record<string, number> = {};
  // Every call may be of the dearest tool of its kind.
  for (const [extra, count] of entries) most[extra] = Math.max(most[extra] ?? 0, count * calls);
  return most;
}
