import type { CapFact } from '../../../shared/contract/notice-facts.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { EVERYTHING } from '../../../shared/policy.ts';
import type { CapAccount } from './cap-book.ts';

/**
 * A cap as it stands, for a reader that words it.
 * @param agent the name of the agent whose request it was: a cap that is neither on everything nor on a provider is its
 */
export function capFact(account: CapAccount, agent: string): CapFact {
  const { owner, cap, allowed, spent, reserved, span } = account;
  return {
    owner: ownerName(owner, agent) ?? null,
    window: cap.window,
    rolling: cap.rolling,
    amount: nanodollarsOf(allowed),
    spent: nanodollarsOf(spent),
    reserved: nanodollarsOf(reserved),
    resetsAt: cap.rolling ? null : span.end,
  };
}

/** @returns undefined for everything together */
export function ownerName(scope: string, agent: string): string | undefined {
  if (scope === EVERYTHING) return undefined;
  return scope.startsWith(PROVIDER) ? scope.slice(PROVIDER.length) : agent;
}

const PROVIDER = 'provider:';
