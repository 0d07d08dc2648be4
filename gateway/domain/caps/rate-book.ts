import type { Policy } from '../../../shared/policy.ts';
import { whoseOf } from '../policy/policy.ts';
import type { PolicyLevel } from '../policy/policy.ts';
import type { RuleRefusal } from '../policy/decide.ts';
import { tell } from '../words/tell.ts';

/** One owner of rates: the same names as in the cap book. */
export interface RatedLevel extends PolicyLevel {
  readonly owner: string;
}

/** A request that counts against rates. */
export interface RatedRequest {
  readonly owners: readonly string[];
  readonly at: number;
  /** Held at first, true when settled. */
  tokens: number;
  /** The minutes it still counts in. */
  readonly counted: Set<{ tokens: number }>;
}

/** Requests, tokens and parallel requests of the last minute, per owner. In memory: a minute is soon over. */
export interface RateBook {
  /** Checks whether one more request may begin. @returns the rule that refuses, and when to come back */
  check(levels: readonly RatedLevel[], tokens: number, now: number): RuleRefusal | undefined;
  begin(owners: readonly string[], tokens: number, now: number): RatedRequest;
  /** Replaces the tokens that were held by those that were used. */
  end(request: RatedRequest, tokens: number): void;
}

const MINUTE_MS = 60_000;

/** One owner's last minute, oldest first; `first` is where it begins, so that leaving requests cost nothing to drop. */
interface Minute {
  requests: RatedRequest[];
  first: number;
  tokens: number;
  running: number;
}

/** @see RateBook. Begins empty. */
export function createRateBook(): RateBook {
  const minutes = new Map<string, Minute>();

  const minuteOf = (owner: string, now: number): Minute => {
    const minute = minutes.get(owner) ?? { requests: [], first: 0, tokens: 0, running: 0 };
    minutes.set(owner, minute);
    for (;;) {
      const oldest = minute.requests[minute.first];
      // A clock that went backward must not keep requests of the future for longer than a minute.
      if (!oldest || Math.abs(now - oldest.at) < MINUTE_MS) break;
      minute.tokens -= oldest.tokens;
      oldest.counted.delete(minute);
      minute.first += 1;
    }
    if (minute.first > 1_000 && minute.first * 2 > minute.requests.length) {
      minute.requests = minute.requests.slice(minute.first);
      minute.first = 0;
    }
    return minute;
  };

  return {
    check(levels, tokens, now) {
      for (const level of levels) {
        if (!hasRates(level.policy)) continue;
        const minute = minuteOf(level.owner, now);
        const refusal =
          checkParallel(level, minute, tokens, now) ??
          checkRequests(level, minute, tokens, now) ??
          checkTokens(level, minute, tokens, now);
        if (refusal) return refusal;
      }
      return undefined;
    },
    begin(owners, tokens, now) {
      const request: RatedRequest = { owners, at: now, tokens, counted: new Set() };
      for (const owner of owners) {
        const minute = minuteOf(owner, now);
        minute.requests.push(request);
        minute.tokens += tokens;
        minute.running += 1;
        request.counted.add(minute);
      }
      return request;
    },
    end(request, tokens) {
      for (const minute of request.counted) minute.tokens += tokens - request.tokens;
      request.tokens = tokens;
      for (const owner of request.owners) {
        const minute = minutes.get(owner);
        if (minute) minute.running = Math.max(0, minute.running - 1);
      }
    },
  };
}

function hasRates({ requestsPerMinute, tokensPerMinute, parallelRequests }: Policy): boolean {
  return requestsPerMinute !== undefined || tokensPerMinute !== undefined || parallelRequests !== undefined;
}

type Check = (level: RatedLevel, minute: Minute, tokens: number, now: number) => RuleRefusal | undefined;

const checkParallel: Check = (level, { running }) => {
  const most = level.policy.parallelRequests;
  if (most === undefined || running < most) return undefined;
  const rule = 'parallel-requests';
  return { rule, ...tell({ code: rule, whose: whoseOf(level), most }), retryAfterS: 1 };
};

const checkRequests: Check = (level, { requests, first }, _tokens, now) => {
  const most = level.policy.requestsPerMinute;
  if (most === undefined || requests.length - first < most) return undefined;
  const blocking = requests.at(-most) ?? requests[first];
  const rule = 'requests-per-minute';
  return { rule, ...tell({ code: rule, whose: whoseOf(level), most }), retryAfterS: leavesIn(blocking, now) };
};

const checkTokens: Check = (level, minute, tokens, now) => {
  const most = level.policy.tokensPerMinute;
  const used = minute.tokens;
  if (most === undefined || used <= 0 || used + tokens <= most) return undefined;
  const rule = 'tokens-per-minute';
  const told = tell({ code: rule, whose: whoseOf(level), most, used });
  return { rule, ...told, retryAfterS: leavesIn(minute.requests[minute.first], now) };
};

/** The time until a request leaves the last minute, in whole seconds from 1 up. */
function leavesIn(request: RatedRequest | undefined, now: number): number {
  return Math.max(1, Math.ceil(((request?.at ?? now) + MINUTE_MS - now) / 1000));
}
