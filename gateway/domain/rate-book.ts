import type { Policy } from '../../shared/policy.ts';
import type { PolicyLevel } from './policy.ts';
import type { Refusal } from './decide.ts';

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
}

/** Requests, tokens and parallel requests of the last minute, per owner. In memory: a minute is soon over. */
export interface RateBook {
  /** May one more request begin? Names the rule, and when to come back. */
  check(levels: readonly RatedLevel[], tokens: number, now: number): Refusal | undefined;
  begin(owners: readonly string[], tokens: number, now: number): RatedRequest;
  /** Replaces the tokens that were held by those that were used. */
  end(request: RatedRequest, tokens: number): void;
}

const MINUTE_MS = 60_000;

export function createRateBook(): RateBook {
  const recent = new Map<string, RatedRequest[]>();
  const running = new Map<string, number>();

  const lastMinute = (owner: string, now: number): readonly RatedRequest[] => {
    const all = recent.get(owner) ?? [];
    // A clock that went backward must not keep requests of the future for longer than a minute.
    const fresh = all.filter((request) => Math.abs(now - request.at) < MINUTE_MS);
    if (fresh.length !== all.length) recent.set(owner, fresh);
    return fresh;
  };

  return {
    check(levels, tokens, now) {
      for (const { owner, whose, policy } of levels) {
        const refusal = checkOne(whose, policy, lastMinute(owner, now), running.get(owner) ?? 0, tokens, now);
        if (refusal) return refusal;
      }
      return undefined;
    },
    begin(owners, tokens, now) {
      const request: RatedRequest = { owners, at: now, tokens };
      for (const owner of owners) {
        recent.set(owner, [...lastMinute(owner, now), request]);
        running.set(owner, (running.get(owner) ?? 0) + 1);
      }
      return request;
    },
    end(request, tokens) {
      request.tokens = tokens;
      for (const owner of request.owners) running.set(owner, Math.max(0, (running.get(owner) ?? 0) - 1));
    },
  };
}

function checkOne(whose: string, policy: Policy, recent: readonly RatedRequest[], parallel: number, tokens: number, now: number): Refusal | undefined {
  const backIn = (ms: number): number => Math.max(1, Math.ceil(ms / 1000));
  if (policy.parallelRequests !== undefined && parallel >= policy.parallelRequests) {
    return { rule: 'parallel-requests', message: `${whose} may run ${policy.parallelRequests} requests at once, and does.`, retryAfterS: 1 };
  }
  const oldest = recent[0];
  if (policy.requestsPerMinute !== undefined && recent.length >= policy.requestsPerMinute) {
    const first = recent.at(-policy.requestsPerMinute) ?? oldest;
    return { rule: 'requests-per-minute', message: `${whose} may send ${policy.requestsPerMinute} requests a minute.`, retryAfterS: backIn((first?.at ?? now) + MINUTE_MS - now) };
  }
  if (policy.tokensPerMinute !== undefined) {
    const used = recent.reduce((sum, request) => sum + request.tokens, 0);
    if (used > 0 && used + tokens > policy.tokensPerMinute) {
      return { rule: 'tokens-per-minute', message: `${whose} may use ${policy.tokensPerMinute} tokens a minute, and used ${used}.`, retryAfterS: backIn((oldest?.at ?? now) + MINUTE_MS - now) };
    }
  }
  return undefined;
}
