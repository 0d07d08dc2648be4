import type { Policy } from '../../../shared/policy.ts';
import { say } from '../../strings/say.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export const EXPIRY_CHOICES = [
  { value: 'never', ms: undefined },
  { value: '8h', ms: 8 * HOUR_MS },
  { value: '7d', ms: 7 * DAY_MS },
  { value: '30d', ms: 30 * DAY_MS },
  { value: 'date', ms: undefined },
] as const;
export type ExpiryChoice = (typeof EXPIRY_CHOICES)[number]['value'];

/** The folded part of the form, as typed. */
export interface LimitTexts {
  readonly expiry: ExpiryChoice;
  /** `2026-11-21`, the last day. */
  readonly lastDay: string;
  /** Globs with commas between them. */
  readonly models: string;
  /** Names of providers; none means all. */
  readonly providers: readonly string[];
  /** A request that does not fit waits for the person. */
  readonly asks: boolean;
  /** Whole days, or nothing. */
  readonly rotateDays: string;
  /** The folder whose spending it is, as a full path, or nothing. */
  readonly project: string;
}

export const NO_LIMITS: LimitTexts = {
  expiry: 'never',
  lastDay: '',
  models: '',
  providers: [],
  asks: false,
  rotateDays: '',
  project: '',
};

interface Limits {
  readonly policy: Omit<Policy, 'caps'>;
  readonly project?: string;
}

/** Reads when the sub-key ends, what it may use, and what else was asked for it. */
export function readLimits(texts: LimitTexts, now: number): Limits | { readonly problem: string } {
  const { expiry, lastDay, providers, asks } = texts;
  const allow = texts.models
    .split(/[,，、]/)
    .map((glob) => glob.trim())
    .filter((glob) => glob !== '');
  const tooLong = allow.find((glob) => glob.length > 200);
  if (tooLong !== undefined) return { problem: say.issueKey.modelTooLong(tooLong.slice(0, 20)) };
  const expiresAt = expiry === 'date' ? endOfDay(lastDay) : inFuture(expiry, now);
  if (expiry === 'date' && expiresAt === undefined) return { problem: say.issueKey.noLastDay };
  if (expiresAt !== undefined && expiresAt <= now) return { problem: say.issueKey.dayIsOver };
  const [rotate, project] = [texts.rotateDays.trim(), texts.project.trim()];
  if (rotate !== '' && !/^[1-9]\d{0,4}$/.test(rotate)) return { problem: say.policy.notWhole.rotateDays(rotate) };
  return {
    policy: {
      ...(expiresAt !== undefined && { expiresAt }),
      ...(allow.length > 0 && { models: { allow } }),
      ...(providers.length > 0 && { providers: [...providers] }),
      ...(asks && { onCap: 'ask' }),
      ...(rotate !== '' && { rotateDays: Number(rotate) }),
    },
    ...(project !== '' && { project }),
  };
}

function inFuture(choice: ExpiryChoice, now: number): number | undefined {
  const ms = EXPIRY_CHOICES.find(({ value }) => value === choice)?.ms;
  return ms === undefined ? undefined : now + ms;
}

/** The midnight after a day, on the clock of the person who chose it. */
export function endOfDay(day: string): number | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const end = new Date(year, month - 1, date + 1).getTime();
  return Number.isNaN(end) ? undefined : end;
}
