import type { AgentView, CapView, ProviderView, StateView, SubKeyView } from '../../shared/contract/views.ts';
import { addMoney, subtractMoney, ZERO } from '../../shared/money.ts';
import type { NotYetStored } from '../../shared/not-yet-stored.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../shared/policy.ts';
import type { CapAccount } from '../domain/caps/cap-book.ts';
import type { AgentRecord, ProviderRecord, SubKeyRecord } from '../ledger/records.ts';
import { PROVIDERS } from '../providers/providers.ts';
import { stopsOf } from '../providers/published/stops.ts';
import type { Inside } from './inside.ts';
import { notYetStored } from './keys/record-cut.ts';
import { rotationDueAt } from './keys/rotate-due.ts';

/**
 * The views of each record for the outside. They are built field by field, so that a new secret field cannot slip out.
 */
export interface Views {
  agent(record: AgentRecord): AgentView;
  provider(record: ProviderRecord): ProviderView;
  key(record: SubKeyRecord): SubKeyView;
  state(): StateView;
}

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

/** @see Views */
export function createViews({
  directory,
  limits,
  stops,
  providers,
  spend,
  notices,
  refusals,
  approvals,
  bodies,
  running,
  gateway,
}: Inside): Views {
  const limitsOf = (scope: PolicyScope): NotYetStored & { readonly caps: CapView[]; readonly policy: Policy } => ({
    caps: spend.accounts(scope).map(capView),
    policy: limits.policyOf(scope),
    ...notYetStored({ stops }, [scope]),
  });
  const views: Views = {
    agent(record) {
      const days = bodies.daysOf(record.id);
      return {
        id: record.id,
        name: record.name,
        paused: record.paused,
        createdAt: record.createdAt,
        running: running.countOf(record.id),
        keepBodies: days === undefined ? null : { days },
        ...spend.tallyOf(record.id),
        ...limitsOf(scopeOf('agent', record.id)),
      };
    },
    provider: ({ name, kind, baseUrl, createdAt, http, stopsWhenLeft, ...record }) => ({
      name,
      kind,
      baseUrl,
      createdAt,
      http: http ?? null,
      stopsWhenLeft: {
        answer: stopsOf(PROVIDERS[kind], { baseUrl, stopsWhenLeft: stopsWhenLeft ?? null }),
        said: stopsWhenLeft ?? null,
      },
      ...deploymentsOf({ kind, ...record }),
      gatewayUrl: `${gateway.url}/${name}${PROVIDERS[kind].sdkSuffix}`,
      ...limitsOf(scopeOf('provider', name)),
    }),
    key(record) {
      return {
        id: record.id,
        agentId: record.agentId,
        agent: directory.agent(record.agentId).name,
        hint: record.hint,
        state: record.revokedAt !== null ? 'revoked' : record.paused ? 'paused' : 'active',
        ...limitsOf(scopeOf('key', record.id)),
        createdAt: record.createdAt,
        lastRefusal: refusals.lastOf(record.id) ?? null,
        rotation: directory.rotationOf(record.id) ?? null,
        rotationDueAt: rotationDueAt({ limits }, record) ?? null,
        revokedAt: record.revokedAt,
        project: directory.projectOf(record.id),
      };
    },
    state() {
      const agents = directory.agents().map(views.agent);
      return {
        gateway,
        everythingPaused: directory.everythingPaused(),
        spentToday: addMoney(ZERO, ...agents.map((agent) => agent.spentToday)),
        everything: limitsOf(EVERYTHING),
        providers: providers.providers().map(views.provider),
        agents,
        keys: directory.keys().map(views.key),
        notices: notices.newestFirst(),
        approvals: approvals.waiting(),
      };
    },
  };
  return views;
}

/** What is known of its deployments, where its requests name such. */
function deploymentsOf({
  kind,
  deployments,
  deploymentType,
}: Pick<ProviderRecord, 'kind' | 'deployments' | 'deploymentType'>): Pick<ProviderView, 'deployments'> {
  if (!PROVIDERS[kind].prices.namesDeployments) return {};
  const models = Object.entries(deployments ?? {}).map(([name, known]) => ({ name, ...known }));
  return { deployments: { models, type: deploymentType ?? null } };
}
