import { z } from 'zod';
import { formatUsd, nanodollarsOf, parseUsd, usdText } from './money.ts';
import type { Nanodollars } from './money.ts';

/** The windows a cap can have: a calendar day in the person's time zone, or the whole life of the sub-key. */
export const CAP_WINDOWS = ['day', 'total'] as const;
export type CapWindow = (typeof CAP_WINDOWS)[number];

/** An amount of money (nano-dollars) and the window it is for. */
export interface Cap {
  readonly window: CapWindow;
  readonly amount: Nanodollars;
}

/** Money on the wire: an integer of nano-dollars. */
export const nanodollarsSchema = z.int().transform(nanodollarsOf);

export const capSchema = z.object({
  window: z.enum(CAP_WINDOWS),
  amount: z.int().positive().transform(nanodollarsOf),
});

/** At least one cap, at most one per window. */
export const capsSchema = z
  .array(capSchema)
  .min(1, 'A sub-key needs at least one cap, such as 5/day.')
  .refine((caps) => new Set(caps.map((cap) => cap.window)).size === caps.length, {
    message: 'Give at most one cap per window.',
  });

/** Reads `5/day` or `20/total` (USD per window). @returns undefined when the text is no such cap. */
export function parseCap(text: string): Cap | undefined {
  const [amountText, windowText, ...rest] = text.split('/');
  const amount = parseUsd(amountText ?? '');
  const window = CAP_WINDOWS.find((known) => known === windowText);
  if (amount === undefined || amount <= 0 || window === undefined || rest.length > 0) return undefined;
  return { window, amount };
}

/** The text that {@link parseCap} reads back: `5.00/day`. */
export function capText(cap: Cap): string {
  return `${usdText(cap.amount)}/${cap.window}`;
}

/** What a person reads: `$5.00 a day`, `$20.00 in total`. */
export function describeCap(cap: Cap): string {
  return `${formatUsd(cap.amount)} ${cap.window === 'day' ? 'a day' : 'in total'}`;
}
