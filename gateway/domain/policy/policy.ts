import { tellDays } from '../../../shared/day-row.ts';
import { WEEKDAYS } from '../../../shared/policy.ts';
import type { Policy, Weekday } from '../../../shared/policy.ts';
import type { RuleRefusal } from './decide.ts';
import { matchesGlob } from './glob.ts';
import { inSentence } from '../words/sentences.ts';

/** One policy and whom it is on, as a sentence names it: `Claude Code`, `openai`, `everything`. */
export interface PolicyLevel {
  readonly kind: 'everything' | 'provider' | 'agent' | 'key';
  readonly whose: string;
  readonly policy: Policy;
}

/** The facts of a request that policy looks at. */
export interface RequestFacts {
  readonly provider: string;
  readonly endpoint: string;
  /** Not known for calls that have none, such as a model list. */
  readonly model: string | undefined;
  readonly now: number;
  readonly timeZone: string;
}

/** Checks every level, widest first. @returns the first rule that refuses, or undefined. */
export function checkPolicy(levels: readonly PolicyLevel[], facts: RequestFacts): RuleRefusal | undefined {
  for (const level of levels) {
    const refusal = checkLevel(level, facts);
    if (refusal) return refusal;
  }
  return checkEnvironment(levels, facts);
}

/** The rules of one level, in the order in which they are checked. */
function checkLevel(level: PolicyLevel, facts: RequestFacts): RuleRefusal | undefined {
  return (
    checkExpiry(level, facts) ??
    checkWorkingHours(level, facts) ??
    checkProvider(level, facts) ??
    checkEndpoint(level, facts) ??
    checkModel(level, facts)
  );
}

type Check = (level: PolicyLevel, facts: RequestFacts) => RuleRefusal | undefined;

const checkExpiry: Check = ({ whose, policy: { expiresAt } }, { now, timeZone }) =>
  expiresAt === undefined || now < expiresAt
    ? undefined
    : {
        rule: 'expired',
        message:
          `The allowance of ${inSentence(whose)} expired on ${dayOf(expiresAt, timeZone)}. Issue a new ` +
          `sub-key, or move the date.`,
      };

const checkWorkingHours: Check = ({ whose, policy: { workingHours: hours } }, { now, timeZone }) =>
  !hours || isWithin(hours, now, timeZone)
    ? undefined
    : {
        rule: 'working-hours',
        message: `${whose} may spend only ${dayWords(hours.days)} from ${hours.from} to ${hours.to}.`,
        ...opensIn(hours, now, timeZone),
      };

const checkProvider: Check = ({ whose, policy: { providers } }, { provider }) =>
  !providers || providers.includes(provider)
    ? undefined
    : { rule: 'providers', message: `${whose} may not use ${provider}. ${allowedWords(providers)}` };

const checkEndpoint: Check = ({ whose, policy: { endpoints } }, { endpoint }) =>
  !endpoints || endpoints.some((glob) => matchesGlob(glob, endpoint))
    ? undefined
    : { rule: 'endpoints', message: `${whose} may not call ${endpoint}. ${allowedWords(endpoints)}` };

const checkModel: Check = ({ whose, policy: { models } }, { model }) => {
  if (model === undefined || !models) return undefined;
  const denied = models.deny?.find((glob) => matchesGlob(glob, model));
  if (denied !== undefined)
    return { rule: 'models', message: `${whose} may not use the model "${model}" (denied by ${denied}).` };
  const { allow } = models;
  return !allow || allow.some((glob) => matchesGlob(glob, model))
    ? undefined
    : { rule: 'models', message: `${whose} may not use the model "${model}". ${allowedWords(allow)}` };
};

function allowedWords(names: readonly string[]): string {
  return `Allowed: ${names.join(', ') || 'none'}.`;
}

/** `on Mon, Wed`, `Mon to Fri`: as the dashboard writes them. */
function dayWords(days: readonly Weekday[]): string {
  const nameOf = (day: Weekday): string => `${day.charAt(0).toUpperCase()}${day.slice(1)}`;
  const named = tellDays(days);
  return 'first' in named
    ? `${nameOf(named.first)} to ${nameOf(named.last)}`
    : `on ${named.days.map(nameOf).join(', ')}`;
}

/** A provider that is for one environment serves only those who are for the same; the narrowest level says for what. */
function checkEnvironment(levels: readonly PolicyLevel[], { provider }: RequestFacts): RuleRefusal | undefined {
  const providerEnvironment = levels.find(({ kind }) => kind === 'provider')?.policy.environment;
  if (providerEnvironment === undefined) return undefined;
  const own = levels.findLast(({ kind, policy }) => kind !== 'provider' && policy.environment !== undefined);
  if (own?.policy.environment === providerEnvironment) return undefined;
  const has = own === undefined ? 'has no environment' : `is for ${own.policy.environment}`;
  return { rule: 'environment', message: `${provider} is for ${providerEnvironment} only, and this sub-key ${has}.` };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Slow to make, and asked for at each request. */
function weekClock(timeZone: string): Intl.DateTimeFormat {
  const made =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  clocks.set(timeZone, made);
  return made;
}

/** True within working hours. A stretch over midnight belongs to the day it begins on. */
function isWithin({ days, from, to }: WorkingHours, now: number, timeZone: string): boolean {
  const parts = weekClock(timeZone).formatToParts(now);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  const time = `${part('hour')}:${part('minute')}`;
  const today = WEEKDAYS.findIndex((day) => day === part('weekday').toLowerCase());
  const works = (day: number): boolean => days.some((one) => one === WEEKDAYS[(day + 7) % 7]);
  if (from < to) return works(today) && time >= from && time < to;
  return (works(today) && time >= from) || (works(today - 1) && time < to);
}

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
const LONGEST_REST_MS = 8 * 86_400_000;

type WorkingHours = NonNullable<Policy['workingHours']>;

/** `opens` is the next opening as seen from any moment between `from` and it. */
const openings = new WeakMap<
  WorkingHours,
  { readonly timeZone: string; readonly from: number; readonly opens: number }
>();

/**
 * The time until the next working hour. Computed once in each rest: it takes milliseconds, and refused tools ask again
 * and again.
 */
function opensIn(hours: WorkingHours, now: number, timeZone: string): Pick<RuleRefusal, 'opensInS'> {
  const known = openings.get(hours);
  const isValid = known !== undefined && known.timeZone === timeZone && known.from <= now && now < known.opens;
  const opens = isValid ? known.opens : nextOpening(hours, now, timeZone);
  if (opens === undefined) return {};
  if (!isValid) openings.set(hours, { timeZone, from: now, opens });
  return { opensInS: Math.ceil((opens - now) / 1_000) };
}

/** Looked for in steps: clocks change, and hours may begin at any minute. */
function nextOpening(hours: WorkingHours, now: number, timeZone: string): number | undefined {
  const minute = now - (now % MINUTE_MS);
  for (let at = minute + QUARTER_MS; at < now + LONGEST_REST_MS; at += QUARTER_MS) {
    if (!isWithin(hours, at, timeZone)) continue;
    let first = at;
    while (isWithin(hours, first - MINUTE_MS, timeZone)) first -= MINUTE_MS;
    return first;
  }
  return undefined;
}

function dayOf(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long' }).format(instant);
}
