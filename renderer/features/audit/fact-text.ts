import { z } from 'zod';
import { CAP_WINDOWS, nanodollarsSchema } from '../../../shared/cap.ts';
import { capText } from '../../state/time-and-money/cap-text.ts';
import { numberText } from '../../state/time-and-money/number-text.ts';
import { momentText } from '../../state/time-and-money/format.ts';
import { moneyText } from '../../state/time-and-money/money-text.ts';
import { say } from '../../strings/say.ts';

/** Facts that are nano-dollars, wherever they stand. */
const MONEY: readonly string[] = ['cost', 'needed', 'before', 'after', 'extra', 'billed'];
/** Those of a cost that a person has set. */
const CORRECTED: readonly string[] = ['from', 'to'];
/** Facts that are nano-dollars for a million tokens. */
const RATES: readonly string[] = ['input', 'output'];
/** Facts that are epoch milliseconds. */
const MOMENTS: readonly string[] = ['validUntil', 'graceEndsAt', 'until'];

/** Facts whose values are the record's own words; any other value is a name. */
const WORDS: readonly string[] = [
  'reason',
  'why',
  'certainty',
  'answer',
  'outcome',
  'stopsWhenLeft',
  'deploymentType',
  'keyFrom',
];

/** The same, of a clock that went back. */
const STEP: readonly string[] = ['from', 'to'];

/** The kind and the moment of an entry, and the time zone that its moments are told in. */
interface FactSetting {
  readonly kind: string;
  readonly at: number;
  readonly timeZone: string;
}

/** One fact of an entry in words: `input $1.25 per million tokens`, `cut requests 2`. */
export function factText(name: string, value: unknown, { kind, at, timeZone }: FactSetting): string {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  if (name === 'provider' && value === 'every') return say.audit.everyProvider;
  const amount = nanodollarsSchema.safeParse(value).data;
  if (amount === undefined) return say.audit.fact(words, valueText(name, value));
  if (kind === 'price-set' && RATES.includes(name)) return say.audit.rate(words, moneyText(amount));
  const isMoney = MONEY.includes(name) || (kind === 'cost-corrected' && CORRECTED.includes(name));
  if (isMoney) return say.audit.fact(words, moneyText(amount));
  const isMoment = MOMENTS.includes(name) || (kind === 'clock-went-back' && STEP.includes(name));
  return say.audit.fact(words, isMoment ? momentText(amount, at, timeZone) : numberText(amount, 3));
}

/** A word of the record's own, such as why a sub-key was revoked, in the person's language. */
function valueText(name: string, value: unknown): string {
  if (typeof value === 'number') return numberText(value, 3);
  const text = String(value);
  if (name === 'rule') return say.audit.rule(text);
  return typeof value === 'boolean' || WORDS.includes(name) ? say.audit.value(text) : text;
}

const raiseSchema = z.object({ window: z.enum(CAP_WINDOWS), rolling: z.boolean(), extra: nanodollarsSchema });

/**
 * The raise of a cap in words: `by $5.00 a day`. The name of the entry says until when. @returns undefined
 * for other entries
 */
export function raiseText(kind: string, detail: unknown): string | undefined {
  const raise = kind === 'cap-raised' ? raiseSchema.safeParse(detail).data : undefined;
  return raise && say.audit.raisedBy(capText({ ...raise, amount: raise.extra }));
}
