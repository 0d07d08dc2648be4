import type { Cap, CapWindow } from '../../../shared/cap.ts';
import { usdText } from '../../../shared/money.ts';
import { readMoney } from '../../state/time-and-money/money-text.ts';
import { say } from '../../strings/say.ts';
import { holdsInFull } from './hold-in-full.ts';

/** A window that a cap can be for. What it is called is up to the language. */
export interface CapChoice<Value extends string = `${'' | 'rolling-'}${CapWindow}`> {
  readonly value: Value;
  readonly window: CapWindow;
  readonly rolling: boolean;
}

/** The windows most caps have, the commonest first: further caps are offered in this order. */
export const CALENDAR_CHOICES = [
  { value: 'day', window: 'day', rolling: false },
  { value: 'week', window: 'week', rolling: false },
  { value: 'month', window: 'month', rolling: false },
  { value: 'total', window: 'total', rolling: false },
  { value: 'hour', window: 'hour', rolling: false },
] as const satisfies readonly CapChoice[];

/** For those who think in them: the last so many hours or days at any moment. */
export const ROLLING_CHOICES = [
  { value: 'rolling-hour', window: 'hour', rolling: true },
  { value: 'rolling-day', window: 'day', rolling: true },
  { value: 'rolling-week', window: 'week', rolling: true },
  { value: 'rolling-month', window: 'month', rolling: true },
] as const satisfies readonly CapChoice[];

const CHOICES = [...CALENDAR_CHOICES, ...ROLLING_CHOICES];
export type CapChoiceValue = (typeof CHOICES)[number]['value'];

/** One line of the form: dollars as typed, and per what. */
export interface CapRow {
  readonly id: number;
  readonly amount: string;
  readonly choice: CapChoiceValue;
  readonly hold?: NonNullable<Cap['hold']>;
}

export const FIRST_CAP: CapRow = { id: 0, amount: '5', choice: 'day' };

/** A further row, for the commonest window that has no cap yet, as strict as the others. */
export function nextRow(rows: readonly CapRow[]): CapRow {
  const free = CHOICES.find(({ value }) => rows.every((row) => row.choice !== value));
  const id = Math.max(0, ...rows.map((row) => row.id)) + 1;
  return { id, amount: '', choice: free?.value ?? 'day', ...(holdsInFull(rows) && { hold: 'full' }) };
}

/** Caps as they are typed. */
export function rowsOf(caps: readonly Cap[]): readonly CapRow[] {
  return caps.flatMap((cap, id) => {
    const choice = CHOICES.find(({ window, rolling }) => window === cap.window && rolling === cap.rolling);
    if (choice === undefined) return [];
    const amount = usdText(cap.amount).replace(/\.00$/, '');
    return [{ id, amount, choice: choice.value, ...(cap.hold && { hold: cap.hold }) }];
  });
}

type CapsRead = { readonly caps: readonly Cap[] } | { readonly problem: string };

/** Reads caps. A sub-key needs at least one: without a cap is what Purser is against. */
export function readCaps(rows: readonly CapRow[], mayBeNone = false): CapsRead {
  const caps: Cap[] = [];
  for (const row of rows.filter(({ amount }) => amount.trim() !== '')) {
    const choice = CHOICES.find(({ value }) => value === row.choice);
    const amount = readMoney(row.amount);
    if (choice === undefined || amount === undefined || amount <= 0) {
      return { problem: say.caps.noAmount(row.amount.trim()) };
    }
    const { window, rolling } = choice;
    if (caps.some((cap) => cap.window === window && cap.rolling === rolling)) {
      return { problem: say.caps.twice(choice) };
    }
    caps.push({ window, rolling, amount, ...(row.hold && { hold: row.hold }) });
  }
  // The row that was held in full may be the one that was emptied.
  if (holdsInFull(rows) && !holdsInFull(caps)) return { caps: caps.map((cap) => ({ ...cap, hold: 'full' })) };
  return caps.length > 0 || mayBeNone ? { caps } : { problem: say.caps.none };
}
