import type { RefusalFact, Whose } from '../../../shared/refusals/refusal-facts.ts';
import { WEEKDAYS } from '../../../shared/policy.ts';
import type { Policy } from '../../../shared/policy.ts';
import type { RuleRefusal } from './decide.ts';
import { matchesGlob } from './glob.ts';
import { tell } from '../words/tell.ts';
import type { Told } from '../words/tell.ts';

/** One policy and whom it is on, as a sentence names it: `Claude Code`, `openai`, `everything`. */
export interface PolicyLevel {
  readonly kind: 'everything' | 'provider' | 'agent' | 'key';
  readonly whose: string;
  /** The agent's name where it is on a sub-key, else as `whose`. */
  readonly name?: string;
  readonly policy: Policy;
}

/** The same as values. */
export function whoseOf({ kind, whose, name = whose }: Omit<PolicyLevel, 'policy'>): Whose {
  return { kind, name };
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

/** Checks what holds for every call, of models or of tools: expiry, working hours, environment. */
export function checkStandingRules(
  levels: readonly PolicyLevel[],
  facts: Pick<RequestFacts, 'provider' | 'now' | 'timeZone'>,
): RuleRefusal | undefined {
  for (const level of levels) {
    const refusal = checkExpiry(level, facts) ?? checkWorkingHours(level, facts);
    if (refusal) return refusal;
  }
  return checkEnvironment(levels, facts);
}

/** Checks the endpoint alone: for a call that is known by other names otherwise. */
export function checkEndpoints(levels: readonly PolicyLevel[], endpoint: string): RuleRefusal | undefined {
  for (const level of levels) {
    const refusal = checkEndpoint(level, { endpoint });
    if (refusal) return refusal;
  }
  return undefined;
}

type Check = (level: PolicyLevel, facts: RequestFacts) => RuleRefusal | undefined;
type CheckTime = (level: PolicyLevel, facts: Pick<RequestFacts, 'now' | 'timeZone'>) => RuleRefusal | undefined;

const checkExpiry: CheckTime = (level, { now, timeZone }) => {
  const { expiresAt } = level.policy;
  return expiresAt === undefined || now < expiresAt
    ? undefined
    : { rule: 'expired', ...tell({ code: 'expired', whose: whoseOf(level), at: expiresAt }, timeZone) };
};

const checkWorkingHours: CheckTime = (level, { now, timeZone }) => {
  const hours = level.policy.workingHours;
  if (!hours || isWithin(hours, now, timeZone)) return undefined;
  const { days, from, to } = hours;
  const told = tell({ code: 'working-hours', whose: whoseOf(level), days: [...days], from, to });
  return { rule: 'working-hours', ...told, ...opensIn(hours, now, timeZone) };
};

const checkProvider: Check = (level, { provider }) => {
  const { providers } = level.policy;
  return !providers || providers.includes(provider)
    ? undefined
    : { rule: 'providers', ...notAmong(level, 'provider', provider, providers) };
};

const checkEndpoint = (level: PolicyLevel, { endpoint }: Pick<RequestFacts, 'endpoint'>): RuleRefusal | undefined => {
  const { endpoints } = level.policy;
  return !endpoints || endpoints.some((glob) => matchesGlob(glob, endpoint))
    ? undefined
    : { rule: 'endpoints', ...notAmong(level, 'endpoint', endpoint, endpoints) };
};

const checkModel: Check = (level, { model }) => {
  const { models } = level.policy;
  if (model === undefined || !models) return undefined;
  const denied = models.deny?.find((glob) => matchesGlob(glob, model));
  if (denied !== undefined) {
    const told = tell({ code: 'denied', whose: whoseOf(level), what: 'model', name: model, by: denied });
    return { rule: 'models', ...told };
  }
  const { allow } = models;
  return !allow || allow.some((glob) => matchesGlob(glob, model))
    ? undefined
    : { rule: 'models', ...notAmong(level, 'model', model, allow) };
};

type What = Extract<RefusalFact, { code: 'not-among' }>['what'];

function notAmong(level: PolicyLevel, what: What, name: string, allowed: readonly string[]): Told {
  return tell({ code: 'not-among', whose: whoseOf(level), what, name, allowed: [...allowed] });
}

/** A provider that is for one environment serves only those who are for the same; the narrowest level says for what. */
function checkEnvironment(
  levels: readonly PolicyLevel[],
  { provider }: Pick<RequestFacts, 'provider'>,
): RuleRefusal | undefined {
  const providerEnvironment = levels.find(({ kind }) => kind === 'provider')?.policy.environment;
  if (providerEnvironment === undefined) return undefined;
  const own = levels.findLast(({ kind, policy }) => kind !== 'provider' && policy.environment !== undefined);
  if (own?.policy.environment === providerEnvironment) return undefined;
  const fact = { provider, environment: providerEnvironment, own: own?.policy.environment ?? null };
  return { rule: 'environment', ...tell({ code: 'environment', ...fact }) };
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
