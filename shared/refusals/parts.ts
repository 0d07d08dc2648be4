import { windowWords } from '../cap.ts';
import type { CapFact } from '../contract/notice-facts.ts';
import type { Whose } from './refusal-facts.ts';
import type { Nanodollars } from '../money.ts';
import type { Writing } from './writing.ts';

/** Who has a policy, at the beginning of an English sentence: `Claude Code`, `This sub-key of Claude Code`. */
export function subject({ kind, name }: Whose): string {
  if (kind === 'everything') return 'Everything together';
  return kind === 'key' ? `This sub-key of ${name}` : name;
}

/** The same inside a sentence: what is ours begins with a small letter, and nobody's name. */
export function subjectInside(whose: Whose): string {
  if (whose.kind === 'everything') return 'everything together';
  return whose.kind === 'key' ? `this sub-key of ${whose.name}` : whose.name;
}

/** `Claude Code has used $4.75 of its $5.00 for today; this request could cost $0.50.` */
export function fullText(cap: CapFact, needed: Nanodollars, write: Writing): string {
  const { owner, amount, spent, reserved } = cap;
  const whose = owner ?? 'Everything together';
  const window = cap.window === 'day' && !cap.rolling ? 'for today' : windowWords(cap);
  if (spent >= amount) return `${whose} has used ${write.usd(spent)} of its ${write.usd(amount)} ${window}.`;
  const usd = usdOfFull(cap, needed, write);
  const held = reserved > 0 ? ` and holds ${usd(reserved)} for running requests` : '';
  return (
    `${whose} has used ${usd(spent)} of its ${usd(amount)} ${window}${held}; this request could cost ` +
    `${usd(needed)}.`
  );
}

/** Writes the amounts of a cap that has no room so that the figures show that it has none. */
export function usdOfFull(
  { spent, amount, reserved }: CapFact,
  needed: Nanodollars,
  write: Writing,
): (amount: Nanodollars) => string {
  const isFull = (used: number, all: number, more: number): boolean => used < all && used + more > all;
  return write.usdSo((see) => isFull(see(spent), see(amount), see(reserved) + see(needed)));
}

/** When a cap has room again: `Resets at 00:00.` */
export function resetText(
  { window, rolling, resetsAt }: Pick<CapFact, 'window' | 'rolling' | 'resetsAt'>,
  write: Writing,
): string {
  if (rolling) return 'Room comes back as earlier spending drops out of the window.';
  // A total on everybody is not escaped by another sub-key, but it can be raised like every cap.
  if (resetsAt === null) return 'Raise the cap with `purser policy`, or issue another sub-key.';
  if (window === 'week' || window === 'month') return `Resets on ${write.weekday(resetsAt)}.`;
  return `Resets at ${write.clock(resetsAt)}.`;
}
