import type { Cap, CapWindow } from '../../../shared/cap.ts';

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

export const CHOICES = [...CALENDAR_CHOICES, ...ROLLING_CHOICES];
export type CapChoiceValue = (typeof CHOICES)[number]['value'];

/** One line of the form: dollars as typed, and per what. */
export interface CapRow {
  readonly id: number;
  readonly amount: string;
  readonly choice: CapChoiceValue;
  readonly hold?: NonNullable<Cap['hold']>;
}
