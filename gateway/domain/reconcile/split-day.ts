import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { BilledItem, OwnSum } from './bill.ts';
import { createCauses } from './causes.ts';
import type { Candidate, Causes } from './causes.ts';

/** How the two figures of one day come apart. */
export interface DaySplit {
  readonly candidates: readonly Candidate[];
  /** Of the provider's figure: what Purser certainly never saw. */
  readonly past: Nanodollars;
  /** Of the difference: what no candidate can explain. */
  readonly unexplained: Nanodollars;
}

/** What is known of one model on one day. */
interface Pair {
  readonly model: string;
  readonly items: readonly BilledItem[];
  readonly own: OwnSum | undefined;
  /** The provider's figure less ours. */
  gap: number;
}

/**
 * Names every possible cause of the difference of one day, with the most that each can explain. Models are compared one
 * by one, so that too much here does not hide too little there.
 */
export function splitDay(items: readonly BilledItem[], own: readonly OwnSum[], isRegional: boolean): DaySplit {
  const causes = createCauses();
  const named = items.filter(({ model }) => model !== null);
  // A provider that names no models can be compared as a whole only.
  const pairs = named.length > 0 ? pairsOf(named, own) : [wholeOf(items, own)];
  if (named.length > 0) giveToolsToModels(items, pairs, causes);
  let [past, unexplained] = [0, 0];
  for (const pair of pairs) {
    if (pair.gap === 0) continue;
    if (pair.own === undefined && pair.gap > 0) past += pair.gap;
    if (!explain(pair, causes, isRegional)) unexplained += Math.abs(pair.gap);
  }
  return { candidates: causes.all(), past: nanodollarsOf(past), unexplained: nanodollarsOf(unexplained) };
}

function sumOf(amounts: readonly { readonly amount: Nanodollars }[]): number {
  return amounts.reduce((sum, { amount }) => sum + amount, 0);
}

function pairsOf(items: readonly BilledItem[], own: readonly OwnSum[]): readonly Pair[] {
  const models = new Set([...items.flatMap(({ model }) => model ?? []), ...own.map(({ model }) => model)]);
  return [...models].map((model) => {
    const billed = items.filter((item) => item.model === model);
    const mine = own.find((sum) => sum.model === model);
    return { model, items: billed, own: mine, gap: sumOf(billed) - (mine?.cost ?? 0) };
  });
}

/** The whole day as one pair, whose model is nobody's. */
function wholeOf(items: readonly BilledItem[], own: readonly OwnSum[]): Pair {
  const add = (of: keyof Omit<OwnSum, 'day' | 'model' | 'requests'>): Nanodollars =>
    nanodollarsOf(own.reduce((sum, each) => sum + each[of], 0));
  const [first] = own;
  const whole = first && {
    day: first.day,
    model: '',
    requests: own.reduce((sum, { requests }) => sum + requests, 0),
    cost: add('cost'),
    uncertain: add('uncertain'),
    assumedPrice: add('assumedPrice'),
    cacheWrite: add('cacheWrite'),
    tiered: add('tiered'),
    overMidnight: add('overMidnight'),
  };
  return { model: '', items, own: whole, gap: sumOf(items) - (whole?.cost ?? 0) };
}

/**
 * A provider bills the searches and containers of a model beside it; Purser counts them with the model. What a model
 * has too much is therefore what these cost, before it is a difference.
 */
function giveToolsToModels(items: readonly BilledItem[], pairs: readonly Pair[], causes: Causes): void {
  const nameless = items.filter(({ model }) => model === null);
  let tools = sumOf(nameless.filter((item) => item.for === 'tool'));
  for (const pair of pairs) {
    const moved = Math.min(Math.max(0, tools), Math.max(0, -pair.gap));
    pair.gap += moved;
    tools -= moved;
  }
  if (tools > 0) causes.add('hosted-tool', tools, namesOf(nameless, 'tool'));
  for (const kind of ['credit', 'unknown', 'tokens', 'cache-write'] as const) {
    const amount = sumOf(nameless.filter((item) => item.for === kind));
    if (amount !== 0) causes.add(kind === 'credit' ? 'credit' : 'not-a-model', amount, namesOf(nameless, kind));
  }
}

function namesOf(items: readonly BilledItem[], kind: BilledItem['for']): readonly string[] {
  return items.flatMap((item) => (item.for === kind && item.item !== null ? [item.item] : []));
}

/** @returns whether there is a candidate at all */
function explain({ model, items, own, gap }: Pair, causes: Causes, isRegional: boolean): boolean {
  const of = model === '' ? [] : [model];
  if (own === undefined) {
    causes.add('past-purser', gap, of);
    return true;
  }
  const atMost = (limit: number): number => Math.sign(gap) * Math.min(Math.abs(gap), limit);
  const found: boolean[] = [
    causes.add('uncertain', atMost(own.uncertain), of),
    causes.add('assumed-price', atMost(own.assumedPrice), of),
    causes.add('midnight', atMost(own.overMidnight), of),
    causes.add('cache-write', items.some((item) => item.for === 'cache-write') ? gap : atMost(own.cacheWrite), of),
    causes.add('tier', items.some(({ tier }) => tier) ? gap : atMost(own.tiered), of),
    causes.add('region', isRegional || items.some(({ regional }) => regional) ? gap : 0, of),
    causes.add('not-billed', items.length === 0 ? gap : 0, of),
    // The same model may be used with the same account elsewhere, too.
    causes.add('past-purser', gap > 0 ? gap : 0, of),
  ];
  return found.includes(true);
}
