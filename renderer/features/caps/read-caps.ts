import type { Cap } from '../../../shared/cap.ts';
import { usdText } from '../../../shared/money.ts';
import { readMoney } from '../../state/time-and-money/money-text.ts';
import { say } from '../../strings/say.ts';
import { CHOICES } from './cap-row.ts';
import type { CapRow } from './cap-row.ts';
import { holdsInFull } from './hold-in-full.ts';

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
      return { problem: say.caps.noAmount };
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
