import type { Ask } from '../../dialects/dialect.ts';
import { checkPolicy } from '../../domain/policy/policy.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { refusalOfRule } from '../refuse/refusal-of-rule.ts';
import { checkStanding } from './check-standing.ts';
import { levelsOf } from './levels.ts';

/** Who asks which provider for what. */
export interface PolicySubject {
  readonly key: SubKeyRecord;
  readonly provider: ProviderRecord;
  /** As the policies name it. */
  readonly endpoint: string;
}

type PolicyDeps = Pick<ProxyDeps, 'directory' | 'limits' | 'clock' | 'timeZone'>;

/** Do the policies allow this now? @param model left out before the body is read */
export function checkPolicies(deps: PolicyDeps, subject: PolicySubject, model?: string): Refusal | undefined {
  const refusal = checkPolicy(levelsOf(deps, subject.key, subject.provider), {
    provider: subject.provider.name,
    endpoint: subject.endpoint,
    model,
    now: deps.clock.now(),
    timeZone: deps.timeZone,
  });
  return refusal && refusalOfRule(refusal);
}

/** The same for every model that may work on a request. */
export function checkModels(
  deps: PolicyDeps,
  subject: PolicySubject,
  { model, otherModels = [] }: Pick<Ask, 'model' | 'otherModels'>,
): Refusal | undefined {
  for (const one of [model, ...otherModels]) {
    const refusal = checkPolicies(deps, subject, one);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Is what was allowed when a request came still allowed after it has waited: for money, or for a person? */
export function checkStill(
  deps: PolicyDeps & Pick<ProxyDeps, 'providers'>,
  subject: PolicySubject,
  model: string,
): Refusal | undefined {
  const { key, provider } = subject;
  const stop = checkStanding(deps, deps.directory.key(key.id));
  if (stop) return stop;
  // Its key was looked up when the request came.
  if (deps.providers.find(provider.name)?.createdAt !== provider.createdAt) {
    return {
      kind: 'not-allowed',
      code: 'providers',
      message: `${provider.name} was removed from Purser while this request waited.`,
    };
  }
  return checkPolicies(deps, subject, model);
}

/**
 * Has it had its requests of this minute? Asked before its body is read, which takes memory; a place among the parallel
 * ones may be free by then.
 */
export function checkPace(
  deps: Pick<ProxyDeps, 'directory' | 'limits' | 'spend'>,
  { key, provider }: Pick<PolicySubject, 'key' | 'provider'>,
): Refusal | undefined {
  const refusal = deps.spend.checkRates(levelsOf(deps, key, provider), 0);
  return refusal && refusal.rule !== 'parallel-requests' ? refusalOfRule(refusal) : undefined;
}
