import type { Cap } from '../../../shared/cap.ts';
import type { CapView, StateView } from '../../../shared/contract/views.ts';
import { subtractMoney } from '../../../shared/money.ts';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../../shared/policy.ts';
import { say } from '../../strings/say.ts';

/** Something that can have a policy. */
export interface Scoped {
  readonly scope: PolicyScope;
  /** `everything`, `Claude Code`, `the sub-key …ab12 of Claude Code`. */
  readonly name: string;
  readonly policy: Policy;
  readonly isKey: boolean;
}

/** Everything there is that can have caps and rules, the widest first. */
export function scopesOf(state: StateView): readonly Scoped[] {
  return [
    { scope: EVERYTHING, name: say.policy.onEverything, policy: state.everything.policy, isKey: false },
    ...state.providers.map(({ name, policy }) => ({
      scope: scopeOf('provider', name),
      name: say.policy.onProvider(name),
      policy,
      isKey: false,
    })),
    ...state.groups.map(({ name, caps }) => ({
      scope: scopeOf('group', name),
      name: say.policy.onGroup(name),
      policy: caps.length === 0 ? {} : { caps: caps.map(setCap) },
      isKey: false,
    })),
    ...state.agents.map(({ id, name, policy }) => ({ scope: scopeOf('agent', id), name, policy, isKey: false })),
    ...state.keys
      .filter((key) => key.state !== 'revoked')
      .map(({ id, hint, agent, policy }) => ({
        scope: scopeOf('key', id),
        name: say.policy.onKey(hint, agent),
        policy,
        isKey: true,
      })),
  ];
}

/** A cap as it was set, without what was added for today. */
function setCap({ window, rolling, amount, raisedBy, hold }: CapView): Cap {
  return { window, rolling, amount: subtractMoney(amount, raisedBy), ...(hold && { hold }) };
}
