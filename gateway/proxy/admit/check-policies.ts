import type { Ask, JsonObject } from '../../dialects/dialect.ts';
import { hostedToolsIn } from '../../dialects/hosted-tools-in.ts';
import { checkTools } from '../../domain/policy/check-tools.ts';
import { checkPolicy } from '../../domain/policy/policy.ts';
import { tell } from '../../domain/words/tell.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { refusalOfRule } from '../refuse/refusal-of-rule.ts';
import { checkStanding } from './check-standing.ts';
import { levelsOf } from './levels.ts';

/** The subject of a policy check: a sub-key, a provider and an endpoint. */
export interface PolicySubject {
  readonly key: SubKeyRecord;
  readonly provider: ProviderRecord;
  /** The endpoint, as policies name it. */
  readonly endpoint: string;
}

type PolicyDeps = Pick<ProxyDeps, 'directory' | 'limits' | 'clock' | 'timeZone'>;

/** Checks whether the policies allow this now. @param model left out before the body is read */
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

/** Checks the policies for every model that may work on a request. */
export function checkModels(
  deps: PolicyDeps,
  subject: PolicySubject,
  { model, otherModels = [], insteadModels = [] }: Pick<Ask, 'model' | 'otherModels' | 'insteadModels'>,
): Refusal | undefined {
  for (const one of [model, ...otherModels, ...insteadModels]) {
    const refusal = checkPolicies(deps, subject, one);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Checks the tools that a request lets its provider run. They are read only if a policy says something about them. */
export function checkHostedTools(
  deps: Pick<PolicyDeps, 'directory' | 'limits'>,
  { key, provider }: Pick<PolicySubject, 'key' | 'provider'>,
  body: JsonObject,
): Refusal | undefined {
  const levels = levelsOf(deps, key, provider);
  if (levels.every(({ policy }) => policy.hostedTools === undefined)) return undefined;
  const refusal = checkTools(levels, hostedToolsIn(body));
  return refusal && refusalOfRule(refusal);
}

/** Checks whether a request is still allowed after it has waited for money or for a person. */
export function checkStill(
  deps: PolicyDeps & Pick<ProxyDeps, 'providers'>,
  subject: PolicySubject,
  model: string,
): Refusal | undefined {
  const { key, provider } = subject;
  const stop = checkStanding(deps, deps.directory.key(key.id));
  if (stop) return stop;
  // The provider's key was looked up when the request arrived.
  if (deps.providers.find(provider.name)?.createdAt !== provider.createdAt) {
    return {
      kind: 'not-allowed',
      code: 'providers',
      ...tell({ code: 'provider-removed', provider: provider.name }),
    };
  }
  return checkPolicies(deps, subject, model);
}

/**
 * Checks the rates per minute before the body is read, because that takes memory. The limit on parallel requests is
 * left out: a place may be free by then.
 */
export function checkPace(
  deps: Pick<ProxyDeps, 'directory' | 'limits' | 'spend'>,
  { key, provider }: Pick<PolicySubject, 'key' | 'provider'>,
): Refusal | undefined {
  const refusal = deps.spend.checkRates(levelsOf(deps, key, provider), 0);
  return refusal && refusal.rule !== 'parallel-requests' ? refusalOfRule(refusal) : undefined;
}
