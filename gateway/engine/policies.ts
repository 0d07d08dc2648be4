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

/**
 * Lists every scope with its policy, empty ones included: everything, providers, groups, agents, sub-keys that still
 * work.
 */
export function listPolicies({ directory, limits, providers, mcp }: Engine): PolicyEntry[] {
  const known = new Set(directory.agents().map(({ id }) => id));
  const keys = directory.keys().filter(({ revokedAt, agentId }) => revokedAt === null && known.has(agentId));
  const scopes = [
    EVERYTHING,
    ...providers.providers().map(({ name }) => scopeOf('provider', name)),
    // A server stands where providers stand, but for one that is a provider already.
    ...mcp.servers.servers().flatMap(({ name, way }) => (way.kind === 'openapi' ? [] : scopeOf('provider', name))),
    ...limits.groups().map(({ scope }) => scope),
    ...directory.agents().map(({ id }) => scopeOf('agent', id)),
    ...keys.map(({ id }) => scopeOf('key', id)),
  ];
  return scopes.map((scope) => ({ scope, policy: limits.policyOf(scope) }));
}

function kindOf(scope: PolicyScope): string {
  return scope.split(':')[0] ?? '';
}

/** Some limits make sense in one place only. */
function assertInPlace({ scope, policy }: PolicyEntry): void {
  const kind = kindOf(scope);
  const { group, conversationCaps = [], caps: _caps, ...others } = policy;
  if (group !== undefined && kind !== 'agent')
    throw new PurserError('INVALID_INPUT', 'Only an agent can be in a group.');
  if (conversationCaps.length > 0 && kind === 'provider')
    throw new PurserError(
      'INVALID_INPUT',
      'Caps for each conversation go on an agent, a sub-key or everything, not on a provider.',
    );
  if (kind === 'group' && (conversationCaps.length > 0 || Object.keys(others).length > 0))
    throw new PurserError('INVALID_INPUT', 'A group has caps and no other limits. Put those on its agents.');
}

/** A sub-key has a cap of its own, or shares one of its agent. */
function assertCapped({ directory, limits }: Engine, entries: readonly PolicyEntry[]): void {
  const next = new Map(entries.map(({ scope, policy }) => [scope, policy]));
  const hasCaps = (scope: PolicyScope): boolean => ((next.get(scope) ?? limits.policyOf(scope)).caps ?? []).length > 0;
  for (const { id, agentId, revokedAt } of directory.keys()) {
    const [own, shared] = [scopeOf('key', id), scopeOf('agent', agentId)];
    if (revokedAt !== null || !(next.has(own) || next.has(shared)) || hasCaps(own) || hasCaps(shared)) continue;
    throw new PurserError(
      'INVALID_INPUT',
      next.has(own)
        ? 'A sub-key needs at least one cap, such as 5/day.'
        : `A sub-key of ${directory.agent(agentId).name} has no cap but this one. Keep one on the agent, or give the ` +
            `sub-key its own.`,
    );
  }
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
  for (const { scope } of entries) {
    // A group is there as soon as it has caps.
    if (!known.has(scope) && kindOf(scope) !== 'group')
      throw new PurserError('NOT_FOUND', `There is nothing called ${scope} to put a policy on.`);
    if (seen.has(scope)) throw new PurserError('INVALID_INPUT', `There are two policies for ${scope}. Give one.`);
    seen.add(scope);
  }
  for (const entry of entries) assertInPlace(entry);
  assertCapped(engine, entries);
  await engine.limits.setAll(entries);
  return entries.map((entry) => ({ ...entry, ...notYetStored(engine, [entry.scope]) }));
}
