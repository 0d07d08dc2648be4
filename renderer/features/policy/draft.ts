import { WEEKDAYS } from '../../../shared/policy.ts';
import type { Policy, Weekday } from '../../../shared/policy.ts';
import { usdText } from '../../../shared/money.ts';
import type { CapRow } from '../caps/read-caps.ts';
import { rowsOf } from '../caps/read-caps.ts';

export type BrakeChoice = '' | 'off' | 'warn' | 'pause';
export type OnCapChoice = '' | NonNullable<Policy['onCap']>;
export type EnvironmentChoice = '' | NonNullable<Policy['environment']>;

/** A policy as it stands in the form: everything as typed, empty where nothing is said. */
export interface PolicyDraft {
  readonly caps: readonly CapRow[];
  readonly onCap: OnCapChoice;
  /** Globs with commas between them. */
  readonly allow: string;
  readonly deny: string;
  /** Names of providers; none means all. */
  readonly providers: readonly string[];
  readonly endpoints: string;
  readonly environment: EnvironmentChoice;
  readonly folder: string;
  readonly requestsPerMinute: string;
  readonly tokensPerMinute: string;
  readonly parallelRequests: string;
  readonly maxCost: string;
  readonly maxOutput: string;
  readonly velocity: BrakeChoice;
  readonly loop: BrakeChoice;
  readonly rotateDays: string;
  /** `2026-11-21`, the last day. */
  readonly lastDay: string;
  readonly hasHours: boolean;
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
}

/** The form for a policy. */
export function draftOf(policy: Policy): PolicyDraft {
  const { models, brake, workingHours } = policy;
  const count = (value: number | undefined): string => (value === undefined ? '' : String(value));
  return {
    caps: rowsOf(policy.caps ?? []),
    onCap: policy.onCap ?? '',
    allow: (models?.allow ?? []).join(', '),
    deny: (models?.deny ?? []).join(', '),
    providers: policy.providers ?? [],
    endpoints: (policy.endpoints ?? []).join(', '),
    environment: policy.environment ?? '',
    folder: policy.folder ?? '',
    requestsPerMinute: count(policy.requestsPerMinute),
    tokensPerMinute: count(policy.tokensPerMinute),
    parallelRequests: count(policy.parallelRequests),
    maxCost: policy.maxCost === undefined ? '' : usdText(policy.maxCost).replace(/\.00$/, ''),
    maxOutput: count(policy.maxOutput),
    velocity: brake?.velocity ?? '',
    loop: brake?.loop ?? '',
    rotateDays: count(policy.rotateDays),
    lastDay: policy.expiresAt === undefined ? '' : lastDayOf(policy.expiresAt),
    hasHours: workingHours !== undefined,
    days: workingHours?.days ?? WEEKDAYS.slice(0, 5),
    from: workingHours?.from ?? '09:00',
    to: workingHours?.to ?? '18:00',
  };
}

/** The day before an instant, on the clock of the person who looks: it works until that day is over. */
export function lastDayOf(instant: number): string {
  const last = new Date(instant - 1);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${last.getFullYear()}-${two(last.getMonth() + 1)}-${two(last.getDate())}`;
}
