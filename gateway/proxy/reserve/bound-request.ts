import type { Ask } from '../../dialects/dialect.ts';
import type { ModelLimits } from '../../domain/model/model-limits.ts';
import { leastUsefulOutput } from '../../domain/caps/plan-hold.ts';
import type { ModelPrice } from '../../domain/price/price.ts';
import type { RatedLevel } from '../../domain/caps/rate-book.ts';
import type { TokenBound } from '../../domain/usage.ts';
import type { ProviderSpec } from '../../providers/provider-spec.ts';

/** The most that a request can use, before money limits it. */
export interface RequestBound {
  /** The bound of everything except the output. */
  readonly read: Omit<TokenBound, 'output'>;
  /** The most output possible, summed over all answers; Infinity if unknown. */
  readonly wanted: number;
  /** True if a policy allows less than the request asks for. */
  readonly mustLimit: boolean;
  /** The least useful output, summed over all answers. */
  readonly floor: number;
  /** The model's own maximum, over all rounds and answers. */
  readonly limits: ModelLimits;
}

/** The window that `anthropic-beta: context-1m-...` opens. Source: platform.claude.com, "1M token context window". */
const LARGE_CONTEXT = 1_000_000;
/** Free requests need no limit; this one is for the rates that count tokens. */
const FREE_OUTPUT = 1_000_000;

interface Bounded {
  readonly ask: Ask;
  readonly price: ModelPrice;
  readonly spec: Pick<ProviderSpec, 'limitsOf'>;
  /** True if a header asks for the model's million-token window. */
  readonly largeContext: boolean;
  readonly under: readonly RatedLevel[];
}

/** @returns undefined when the input has no bound */
export function boundRequest({ ask, price, spec, largeContext, under }: Bounded): RequestBound | undefined {
  const known = limitsOfAny([ask.model, ...(ask.insteadModels ?? [])].map((model) => spec.limitsOf?.(model)));
  const certain = known?.secondHand === true ? undefined : known;
  const window = windowOf(certain, price, largeContext);
  const rounds = ask.rounds ?? 1;
  const input = inputBound(ask, price, window);
  if (input === Infinity) return undefined;
  const most = (known?.output ?? Infinity) * ask.choices;
  const { wanted, mustLimit } = outputWanted(ask, price.free ? FREE_OUTPUT * ask.choices : most, under);
  const perAnswer = Math.max(ask.smallestOutputLimit, leastUsefulOutput(input / rounds));
  return {
    read: readOf(ask, input),
    wanted,
    mustLimit,
    floor: ask.fixedOutput ? wanted : Math.min(wanted, perAnswer * ask.choices),
    limits: {
      input: window * (ask.windows ?? 1) * rounds,
      output: certain ? Math.max(most, wanted) * rounds : Infinity,
      ...sharedWindow(certain),
    },
  };
}

/** Everything of a bound but the output. */
function readOf(ask: Ask, input: number): RequestBound['read'] {
  return {
    input,
    cacheWrites: ask.cacheWrites,
    media: ask.media ?? [],
    ...(ask.mediaInput === undefined ? {} : { mediaInput: ask.mediaInput }),
    extras: { requests: 1, ...ask.extras },
    ...(ask.extrasPerOutput && { extrasPerOutput: ask.extrasPerOutput }),
    ...(ask.tier === undefined ? {} : { tier: ask.tier }),
  };
}

/** The largest maxima of several models; undefined where one of them is not known. */
function limitsOfAny(all: readonly (ModelLimits | undefined)[]): ModelLimits | undefined {
  const known = all.filter((limits) => limits !== undefined);
  if (known.length < all.length) return undefined;
  const [first] = known;
  if (known.length <= 1) return first;
  const most = (name: 'context' | 'input' | 'output'): Partial<ModelLimits> => {
    const limits = known.map((one) => one[name]);
    return limits.every((limit) => limit !== undefined) ? { [name]: Math.max(...limits) } : {};
  };
  const isSecondHand = known.some(({ secondHand }) => secondHand === true);
  return { ...most('context'), ...most('input'), ...most('output'), ...(isSecondHand && { secondHand: true }) };
}

/** The window that input and output share, if the model has one for both. */
function sharedWindow(known: ModelLimits | undefined): Pick<ModelLimits, 'context'> {
  return known?.context === undefined || known.input !== undefined ? {} : { context: known.context };
}

/** The most that all rounds can read; Infinity if unknown. */
function inputBound({ inputBound: own, windows = 1, rounds = 1 }: Ask, price: ModelPrice, window: number): number {
  return price.free ? (own ?? 0) : Math.min(own ?? Infinity, window * windows) * rounds;
}

/** The most that the model reads at once; Infinity if unknown. */
function windowOf(known: ModelLimits | undefined, price: ModelPrice, largeContext: boolean): number {
  const window = known?.input ?? known?.context ?? price.contextWindow;
  return window === undefined ? Infinity : largeContext ? Math.max(window, LARGE_CONTEXT) : window;
}

/** The most output possible: the request's own limit, else the model's maximum; never more than a policy allows. */
function outputWanted(
  ask: Ask,
  most: number,
  levels: readonly RatedLevel[],
): Pick<RequestBound, 'wanted' | 'mustLimit'> {
  const own = ask.outputLimit ?? most;
  const allowed = Math.min(...levels.map(({ policy }) => policy.maxOutput ?? Infinity));
  if (allowed >= own) return { wanted: own, mustLimit: false };
  return { wanted: Math.max(ask.choices, Math.floor(allowed / ask.choices) * ask.choices), mustLimit: true };
}
