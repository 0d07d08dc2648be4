import { agentIdSchema } from '../../shared/ids.ts';
import type { AgentId } from '../../shared/ids.ts';
import { scopeOf } from '../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../shared/policy.ts';
import type { AuditEntry } from '../audit/entry.ts';
import { narrows } from '../domain/policy/narrows.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { statements } from '../ledger/statements.ts';
import type { Clock } from '../platform/ports.ts';
import type { SpendBook } from './spend/spend-book.ts';
import type { Change, StopBook } from './stop-book.ts';
import { createTurns } from './turns.ts';

export interface ScopedPolicy {
  readonly scope: PolicyScope;
  readonly policy: Policy;
}

/**
 * Owns what each scope may do. A policy is in the ledger, in the books of money and requests, and here; every change is
 * made here, and goes to all three in that order. A policy that only takes away is a stop: it works at once, and is
 * written as soon as possible.
 */
export interface Limits {
  /** The policy of a scope; empty if none was set. */
  policyOf(scope: PolicyScope): Policy;
  /** Groups that have caps, or an agent in them, by name. */
  groups(): readonly GroupRecord[];
  set(scope: PolicyScope, policy: Policy): Promise<void>;
  /** Replaces all of them in one commit, or none. If every one only takes away, that is a stop. */
  setAll(entries: readonly ScopedPolicy[]): Promise<void>;
  /** From now on, one scope has the policy of another, and none of its own. */
  merge(scope: PolicyScope, into: PolicyScope): void;
  /** Applies a policy that was written together with its new scope. */
  adopt(scope: PolicyScope, policy: Policy): void;
}

/** Agents that share an allowance. */
export interface GroupRecord {
  readonly name: string;
  readonly scope: PolicyScope;
  readonly agents: readonly AgentId[];
}

interface LimitsDeps {
  readonly ledger: Ledger;
  readonly stops: StopBook;
  readonly clock: Clock;
  /** The books that count against the policies. */
  readonly spend: Pick<SpendBook, 'setCaps' | 'setParts' | 'partsRead'>;
}

const NO_POLICY: Policy = {};
const GROUP = 'group:';

/** Expects that the books have read the ledger already. @see Limits */
export function createLimits({ ledger, stops, clock, spend }: LimitsDeps): Limits {
  const policies = new Map(ledger.contents.policies);
  const merged = new Map<PolicyScope, PolicyScope>();
  const turns = createTurns();
  const policyOf: Limits['policyOf'] = (scope) => policies.get(merged.get(scope) ?? scope) ?? NO_POLICY;
  const adopt: Limits['adopt'] = (scope, policy) => {
    // It has become part of another meanwhile.
    if (merged.has(scope)) return;
    spend.setCaps(scope, policy.caps ?? [], policy.calls);
    spend.setParts(scope, policy);
    policies.set(scope, policy);
  };
  const setAll: Limits['setAll'] = async (entries) => {
    const change = changeOf(entries, clock.now());
    const taken = entries.map((entry) => ({ ...entry, isNewest: turns.take(entry.scope) }));
    const use = (): void => {
      for (const { scope, policy, isNewest } of taken) if (isNewest()) adopt(scope, policy);
    };
    if (entries.every(({ scope, policy }) => narrows(policyOf(scope), policy))) {
      use();
      await stops.hold(change);
    } else {
      await stops.write(change);
      use();
    }
    await spend.partsRead();
  };
  const merge: Limits['merge'] = (scope, into) => {
    for (const [one, other] of merged) if (other === scope) merged.set(one, into);
    merged.set(scope, into);
    policies.delete(scope);
  };
  const groups: Limits['groups'] = () => {
    const found = new Map<string, AgentId[]>();
    for (const [scope, { group, caps = [] }] of policies) {
      const id = agentIdSchema.safeParse(scope.replace('agent:', ''));
      if (id.success && group !== undefined) found.set(group, [...(found.get(group) ?? []), id.data]);
      if (scope.startsWith(GROUP) && caps.length > 0 && !found.has(scope.slice(GROUP.length)))
        found.set(scope.slice(GROUP.length), []);
    }
    return [...found]
      .map(([name, agents]) => ({ name, scope: scopeOf('group', name), agents }))
      .toSorted((one, other) => one.name.localeCompare(other.name));
  };
  return { policyOf, groups, setAll, adopt, merge, set: (scope, policy) => setAll([{ scope, policy }]) };
}

function changeOf(entries: readonly ScopedPolicy[], at: number): Change {
  return {
    about: entries.map(({ scope }) => scope),
    statements: entries.map(({ scope, policy }) => statements.setPolicy(scope, policy)),
    entries: entries.map(({ scope, policy }): AuditEntry => ({
      at,
      kind: 'policy-set',
      detail: { scope, policy: JSON.stringify(policy) },
    })),
  };
}
