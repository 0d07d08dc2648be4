import { addMoney, nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { laterUtcDay, startOfUtcDay } from './bill.ts';
import type { Bill, BilledItem, OwnSum } from './bill.ts';
import { createCauses } from './causes.ts';
import type { Candidate } from './causes.ts';
import { splitDay } from './split-day.ts';

/** Two figures of the same thing. */
export interface Figures {
  readonly billed: Nanodollars;
  readonly own: Nanodollars;
}

/** What a provider says and what Purser says, side by side. */
export interface BillComparison {
  /** Of the days that are final. */
  readonly total: Figures;
  /** The share of the provider's figure that Purser has recorded, from 0 to 1; null where nothing was billed. */
  readonly covered: number | null;
  readonly days: readonly (Figures & { readonly day: string; readonly isFinal: boolean })[];
  readonly models: readonly (Figures & { readonly model: string })[];
  readonly keys: readonly { readonly key: string; readonly billed: Nanodollars }[];
  readonly candidates: readonly Candidate[];
  readonly unexplained: Nanodollars;
}

interface Circumstances {
  /** Epoch milliseconds. */
  readonly now: number;
  /** Hours after the end of a day until the provider's figure for it is final. */
  readonly finalAfterHours: number;
  /** The provider is used at the address of a region, where it may cost more. */
  readonly isRegional: boolean;
}

/** Is the provider's figure for a UTC day final? */
export function isFinalDay(day: string, { now, finalAfterHours }: Omit<Circumstances, 'isRegional'>): boolean {
  return now >= startOfUtcDay(laterUtcDay(day, 1)) + finalAfterHours * 3_600_000;
}

/**
 * Compares a bill with the ledger, day by day and model by model. Days that are not final are listed and left out of
 * every total: what is late is no difference.
 */
export function compareBill(bill: Bill, own: readonly OwnSum[], circumstances: Circumstances): BillComparison {
  const days = daysOf(bill).map((day) => ({
    day,
    isFinal: isFinalDay(day, circumstances),
    items: bill.items.filter((item) => item.day === day),
    mine: own.filter((sum) => sum.day === day),
  }));
  const causes = createCauses();
  let [unexplained, covered] = [0, 0];
  const final = days.filter(({ isFinal }) => isFinal);
  for (const { items, mine } of final) {
    const split = splitDay(items, mine, circumstances.isRegional);
    for (const { cause, amount, names } of split.candidates) causes.add(cause, amount, names);
    unexplained += split.unexplained;
    const { billed, own: ours } = figuresOf(items, mine);
    covered += Math.max(0, Math.min(billed - split.past, ours));
  }
  const items = final.flatMap((day) => day.items);
  const mine = final.flatMap((day) => day.mine);
  const total = figuresOf(items, mine);
  return {
    total,
    covered: total.billed > 0 ? covered / total.billed : null,
    days: days.map(({ day, isFinal, ...of }) => ({ day, isFinal, ...figuresOf(of.items, of.mine) })),
    models: modelsOf(items, mine),
    keys: keysOf(items),
    candidates: causes.all(),
    unexplained: nanodollarsOf(unexplained),
  };
}

function daysOf({ from, to }: Bill): readonly string[] {
  const days: string[] = [];
  for (let day = from; day < to; day = laterUtcDay(day, 1)) days.push(day);
  return days;
}

function figuresOf(items: readonly BilledItem[], own: readonly OwnSum[]): Figures {
  return {
    billed: addMoney(ZERO, ...items.map(({ amount }) => amount)),
    own: addMoney(ZERO, ...own.map(({ cost }) => cost)),
  };
}

/** Empty where the provider names no models. What it bills beside them stands under its own words. */
function modelsOf(items: readonly BilledItem[], own: readonly OwnSum[]): BillComparison['models'] {
  if (!items.some(({ model }) => model !== null)) return [];
  const nameOf = ({ model, item }: BilledItem): string => model ?? item ?? '';
  const names = new Set([...items.map(nameOf), ...own.map(({ model }) => model)]);
  return [...names]
    .map((model) => ({
      model,
      ...figuresOf(
        items.filter((item) => nameOf(item) === model),
        own.filter((sum) => sum.model === model),
      ),
    }))
    .toSorted((left, right) => right.billed - left.billed || right.own - left.own);
}

function keysOf(items: readonly BilledItem[]): BillComparison['keys'] {
  const keys = new Set(items.flatMap(({ key }) => key ?? []));
  return [...keys]
    .map((key) => ({
      key,
      billed: figuresOf(
        items.filter((item) => item.key === key),
        [],
      ).billed,
    }))
    .toSorted((left, right) => right.billed - left.billed);
}
