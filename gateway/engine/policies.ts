import { PurserError } from '../../shared/errors.ts';
import type { NotYetStored } from '../../shared/not-yet-stored.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../shared/policy.ts';
import type { Engine } from './engine.ts';
import { notYetStored } from './keys/record-cut.ts';

interface PolicyEntry {
  readonly scope: PolicyScope;
  readonly policy: Policy;
}

/** Lists every scope with its policy, empty ones included: everything, providers, agents, sub-keys that still work. */
export function listPolicies({ directory, limits, providers }: Engine): PolicyEntry[] {
  const keys = directory.keys().filter((key) => key.revokedAt === null);
  const scopes = [
    EVERYTHING,
    ...providers.providers().map(({ name }) => scopeOf('provider', name)),
    ...directory.agents().map(({ id }) => scopeOf('agent', id)),
    ...keys.map(({ id }) => scopeOf('key', id)),
  ];
  return scopes.map((scope) => ({ scope, policy: limits.policyOf(scope) }));
}

/**
 * Replaces policies, all or none.
 * @throws PurserError `NOT_FOUND` for an unknown scope, `INVALID_INPUT` for a scope that is named twice or a sub-key
 * without a cap
 */
export async function setPolicies(
  engine: Engine,
  entries: readonly PolicyEntry[],
): Promise<(PolicyEntry & NotYetStored)[]> {
  const known = new Set(listPolicies(engine).map(({ scope }) => scope));
  const seen = new Set<PolicyScope>();
  for (const { scope, policy } of entries) {
    if (!known.has(scope)) throw new PurserError('NOT_FOUND', `There is nothing called ${scope} to put a policy on.`);
    if (seen.has(scope)) throw new PurserError('INVALID_INPUT', `There are two policies for ${scope}. Give one.`);
    if (scope.startsWith('key:') && (policy.caps ?? []).length === 0) {
      throw new PurserError('INVALID_INPUT', 'A sub-key needs at least one cap, such as 5/day.');
    }
    seen.add(scope);
  }
  await engine.limits.setAll(entries);
  return entries.map((entry) => ({ ...entry, ...notYetStored(engine, [entry.scope]) }));
}
