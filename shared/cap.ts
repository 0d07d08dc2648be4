import { z } from 'zod';
import { formatUsd, nanodollarsOf, parseUsd, usdText } from './money.ts';
import type { Nanodollars } from './money.ts';

/** The windows a cap can have; `total` is the whole life of what it is on. */
export const CAP_WINDOWS = ['hour', 'day', 'week', 'month', 'total'] as const;
export type CapWindow = (typeof CAP_WINDOWS)[number];

/**
 * An amount of money (nano-dollars) and the window it is for: a calendar one in the person's time zone, or, when
 * `rolling`, the last hour, 24 hours, 7 days or 30 days at any moment.
 */
export interface Cap {
  readonly window: CapWindow;
  readonly rolling: boolean;
  readonly amount: Nanodollars;
  /**
   * `full`: every request under it is held at the most that it can cost, also where it could be stopped before. Left
   * out: only what can be spent before it is stopped.
   */
  readonly hold?: 'full';
}

/** Money on the wire: an integer of nano-dollars. */
export const nanodollarsSchema = z.int().transform(nanodollarsOf);

export const capSchema = z
  .object({
    window: z.enum(CAP_WINDOWS),
    rolling: z.boolean().default(false),
    amount: z.int().positive('Enter an amount above $0, such as 5/day.').transform(nanodollarsOf),
    hold: z.literal('full').exactOptional(),
  })
  .refine((cap) => !(cap.rolling && cap.window === 'total'), { message: 'A total cannot be rolling. Write 20/total.' });

/** Any number of caps, at most one per window and kind. */
export const capListSchema = z.array(capSchema).refine((caps) => new Set(caps.map(windowText)).size === caps.length, {
  message: 'Give at most one cap per window.',
});

/** The same, and at least one: a sub-key without a cap is not issued. */
export const capsSchema = capListSchema.min(1, 'A sub-key needs at least one cap, such as 5/day.');

/** So many requests in a window, whatever they cost. */
export const callLimitSchema = z
  .object({
    window: z.enum(CAP_WINDOWS),
    rolling: z.boolean().default(false),
    count: z.int().positive('Enter a whole number above 0, such as 100/day.'),
  })
  .refine((limit) => !(limit.rolling && limit.window === 'total'), {
    message: 'A total cannot be rolling. Write 100/total.',
  });
export type CallLimit = Readonly<z.infer<typeof callLimitSchema>>;

/** At most one limit per window and kind. */
export const callLimitsSchema = z
  .array(callLimitSchema)
  .refine((limits) => new Set(limits.map(windowText)).size === limits.length, {
    message: 'Give at most one limit per window.',
  });

/** Reads `100/day` or `30/rolling-hour` (requests per window). @returns undefined when the text is no such limit */
export function parseCallLimit(text: string): CallLimit | undefined {
  const [countText = '', windowPart = '', ...rest] = text.split('/');
  const count = /^[1-9]\d{0,8}$/.test(countText.trim()) ? Number(countText) : undefined;
  const window = readWindow(windowPart);
  return count === undefined || window === undefined || rest.length > 0 ? undefined : { ...window, count };
}

/** The text that {@link parseCallLimit} reads back: `100/day`. */
export function callLimitText(limit: CallLimit): string {
  return `${limit.count}/${windowText(limit)}`;
}

/**
 * Reads `5/day`, `20/total`, `3/rolling-hour` or `5/day/full` (USD per window). @returns undefined when the text is no
 * such cap.
 */
export function parseCap(text: string): Cap | undefined {
  const [amountText, windowPart = '', hold, ...rest] = text.split('/');
  const amount = parseUsd(amountText ?? '');
  const window = readWindow(windowPart);
  if (
    amount === undefined ||
    amount <= 0 ||
    window === undefined ||
    rest.length > 0 ||
    (hold !== undefined && hold !== 'full')
  )
    return undefined;
  return { ...window, amount, ...(hold === 'full' && { hold }) };
}

function readWindow(text: string): Pick<Cap, 'window' | 'rolling'> | undefined {
  const rolling = text.startsWith('rolling-');
  const window = CAP_WINDOWS.find((known) => known === text.replace(/^rolling-/, ''));
  return window === undefined || (rolling && window === 'total') ? undefined : { window, rolling };
}

/** The text that {@link parseCap} reads back: `5.00/day`, `5.00/day/full`. */
export function capText(cap: Cap): string {
  return `${usdText(cap.amount)}/${windowText(cap)}${cap.hold === 'full' ? '/full' : ''}`;
}

/** The cap for people: `$5.00 a day`, `$20.00 in total`, `$3.00 in any hour (held in full)`. */
export function describeCap(cap: Cap): string {
  const each = cap.window === 'hour' ? 'an hour' : `a ${cap.window}`;
  const window = cap.window === 'total' ? 'in total' : cap.rolling ? `in any ${ROLLING[cap.window]}` : each;
  return `${formatUsd(cap.amount)} ${window}${cap.hold === 'full' ? ' (held in full)' : ''}`;
}

/** Which window is meant, after an amount: `today`, `this week`, `in the last 24 hours`, `in total`. */
export function windowWords(cap: Pick<Cap, 'window' | 'rolling'>): string {
  if (cap.window === 'total') return 'in total';
  if (cap.rolling) return `in the last ${ROLLING[cap.window]}`;
  return cap.window === 'day' ? 'today' : `this ${cap.window}`;
}

const ROLLING = { hour: 'hour', day: '24 hours', week: '7 days', month: '30 days' } as const;

function windowText({ window, rolling }: Pick<Cap, 'window' | 'rolling'>): string {
  return `${rolling ? 'rolling-' : ''}${window}`;
}
