import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import { subject } from '../../../shared/refusals/parts.ts';
import type { RatedLevel } from '../../domain/caps/rate-book.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import type { ProxyDeps } from '../proxy-deps.ts';

/** The policies that apply to a request, widest first, with the scopes that their money and rates are counted in. */
export function levelsOf(
  { directory, limits }: Pick<ProxyDeps, 'directory' | 'limits'>,
  key: SubKeyRecord,
  provider: Pick<ProviderRecord, 'name'>,
): readonly RatedLevel[] {
  const agent = directory.agent(key.agentId).name;
  const level = (kind: RatedLevel['kind'], owner: PolicyScope, name: string): RatedLevel => ({
    kind,
    owner,
    name,
    whose: subject({ kind, name }),
    policy: limits.policyOf(owner),
  });
  return [
    level('everything', EVERYTHING, EVERYTHING),
    level('provider', scopeOf('provider', provider.name), provider.name),
    level('agent', scopeOf('agent', key.agentId), agent),
    level('key', scopeOf('key', key.id), agent),
  ];
}
