import type { CapFact } from '../../../shared/contract/notice-facts.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { EVERYTHING } from '../../../shared/policy.ts';
import type { CapAccount } from './cap-book.ts';
import { readOwner } from './part-caps.ts';
import type { CapPart } from './part-caps.ts';

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

/**
 * Whose cap it is: `Claude Code`, `night-shift (group)`, `Claude Code (claude-opus-*)`.
 * @returns undefined for everything together
 */
export function ownerName(owner: string, agent: string): string | undefined {
  const { scope, part } = readOwner(owner);
  const whose = scopeName(scope, agent);
  return part === undefined ? whose : `${whose ?? 'Everything together'} (${partName(part)})`;
}

function scopeName(scope: string, agent: string): string | undefined {
  if (scope === EVERYTHING) return undefined;
  if (scope.startsWith(PROVIDER)) return scope.slice(PROVIDER.length);
  return scope.startsWith(GROUP) ? `${scope.slice(GROUP.length)} (group)` : agent;
}

/** Tools name conversations by long ids: the beginning tells them apart. */
function partName(part: CapPart): string {
  if (part.kind === 'models') return part.models;
  return part.session === null ? 'without a conversation' : `conversation ${part.session.slice(0, 8)}`;
}

const PROVIDER = 'provider:';
const GROUP = 'group:';
