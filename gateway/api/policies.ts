import { PurserError } from '../../shared/errors.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../shared/policy.ts';
import type { Engine } from './engine.ts';

interface PolicyEntry {
  readonly scope: PolicyScope;
  readonly policy: Policy;
}

/** Every scope there is with its policy, empty ones too: everything, providers, agents, sub-keys that still work. */
export function listPolicies({ directory, providers }: Engine): PolicyEntry[] {
  const keys = directory.keys().filter((key) => key.revokedAt === null);
  const scopes = [
    EVERYTHING,
    ...providers.providers().map(({ name }) => scopeOf('provider', name)),
    ...directory.agents().map(({ id }) => scopeOf('agent', id)),
    ...keys.map(({ id }) => scopeOf('key', id)),
  ];
  return scopes.map((scope) => ({ scope, policy: directory.policyOf(scope) }));
}

/** Replaces a policy. @throws PurserError `NOT_FOUND` for an unknown scope, `INVALID_INPUT` for a sub-key without a cap */
export async function setPolicy(engine: Engine, entry: PolicyEntry): Promise<PolicyEntry> {
  const { scope, policy } = entry;
  if (!listPolicies(engine).some((known) => known.scope === scope)) {
    throw new PurserError('NOT_FOUND', `There is nothing called ${scope} that a policy could be on.`);
  }
  if (scope.startsWith('key:') && (policy.caps ?? []).length === 0) {
    throw new PurserError('INVALID_INPUT', 'A sub-key needs at least one cap, such as 5/day.');
  }
  await engine.directory.setPolicy(scope, policy);
  engine.spend.setCaps(scope, policy.caps ?? []);
  return entry;
}
