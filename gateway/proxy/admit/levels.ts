import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
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
  const level = (kind: RatedLevel['kind'], owner: PolicyScope, whose: string): RatedLevel => ({
    kind,
    owner,
    whose,
    policy: limits.policyOf(owner),
  });
  return [
    level('everything', EVERYTHING, 'Everything together'),
    level('provider', scopeOf('provider', provider.name), provider.name),
    level('agent', scopeOf('agent', key.agentId), agent),
    level('key', scopeOf('key', key.id), `This sub-key of ${agent}`),
  ];
}
