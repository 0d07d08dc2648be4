import type { CapPartsView, CapView } from '../../shared/contract/views.ts';
import { subtractMoney } from '../../shared/money.ts';
import type { PolicyScope } from '../../shared/policy.ts';
import type { CapAccount } from '../domain/caps/cap-book.ts';
import type { Inside } from './inside.ts';

/** A cap in its running window, including a raise. */
export function capView({ cap, allowed, spent, reserved, span }: CapAccount): CapView {
  return {
    ...cap,
    amount: allowed,
    raisedBy: subtractMoney(allowed, cap.amount),
    spent,
    reserved,
    resetsAt: cap.rolling ? null : span.end,
  };
}

/** The caps on parts of what a scope spends, as they stand; nothing where its policy has none. */
export function capParts(
  { limits, spend }: Pick<Inside, 'limits' | 'spend'>,
  scope: PolicyScope,
): { readonly parts?: CapPartsView } {
  const { modelCaps = [], conversationCaps = [] } = limits.policyOf(scope);
  if (modelCaps.length === 0 && conversationCaps.length === 0) return {};
  const { models, conversations } = spend.partsOf(scope);
  const [fullest] = conversations
    .map(({ session, owner }) => ({ session, caps: spend.accounts(owner).map(capView) }))
    // Without caps while its past is read.
    .filter(({ caps }) => caps.length > 0)
    .toSorted((left, right) => fullness(right.caps) - fullness(left.caps));
  return {
    parts: {
      models: models.map((one) => ({ models: one.models, caps: spend.accounts(one.owner).map(capView) })),
      conversation: fullest ?? null,
    },
  };
}

function fullness(caps: readonly CapView[]): number {
  return Math.max(...caps.map(({ spent, reserved, amount }) => (spent + reserved) / amount));
}
