import type {
  AgentView,
  CapView,
  FormerAgentView,
  ProviderView,
  StateView,
  SubKeyView,
} from '../../shared/contract/views.ts';
import { addMoney, ZERO } from '../../shared/money.ts';
import type { NotYetStored } from '../../shared/not-yet-stored.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../shared/policy.ts';
import type { AgentRecord, ProviderRecord, SubKeyRecord } from '../ledger/records.ts';
import { PROVIDERS } from '../providers/providers.ts';
import { stopsOf } from '../providers/published/stops.ts';
import { capParts, capView } from './cap-parts.ts';
import type { Inside } from './inside.ts';
import { notYetStored } from './keys/record-cut.ts';
import { rotationDueAt } from './keys/rotate-due.ts';

/**
 * The views of each record for the outside. They are built field by field, so that a new secret field cannot slip out.
 */
export interface Views {
  agent(record: AgentRecord): AgentView;
  former(record: AgentRecord): FormerAgentView;
  provider(record: ProviderRecord): ProviderView;
  key(record: SubKeyRecord): SubKeyView;
  state(): StateView;
}

/** @see Views */
export function createViews(inside: Inside): Views {
  const { directory, limits, stops, providers, spend, notices, settings, approvals, bodies, running, gateway } = inside;
  const limitsOf = (scope: PolicyScope): NotYetStored & { readonly caps: CapView[]; readonly policy: Policy } => ({
    caps: spend.accounts(scope).map(capView),
    policy: limits.policyOf(scope),
    ...notYetStored({ stops }, [scope]),
  });
  const allLimitsOf = (scope: PolicyScope) => ({ ...limitsOf(scope), ...capParts(inside, scope) });
  const views: Views = {
    agent(record) {
      const days = bodies.daysOf(record.id);
      return {
        id: record.id,
        name: record.name,
        paused: record.paused,
        createdAt: record.createdAt,
        running: directory.idsOf(record.id).reduce((sum, id) => sum + running.countOf(id), 0),
        keepBodies: days === undefined ? null : { days },
        ...spend.tallyOf(record.id),
        ...allLimitsOf(scopeOf('agent', record.id)),
      };
    },
    former: ({ id, name, createdAt, archivedAt, deletedAt, mergedInto }) => ({
      id,
      name,
      createdAt,
      archivedAt,
      deletedAt,
      mergedInto: mergedInto === null ? null : directory.agent(mergedInto).id,
      spentTotal: spend.tallyOf(id).spentTotal,
    }),
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
      ...(record.keyFrom && { keyFrom: inside.leases.viewOf(name, record.keyFrom) }),
      gatewayUrl: `${gateway.url}/${name}${PROVIDERS[kind].sdkSuffix}`,
      ...limitsOf(scopeOf('provider', name)),
    }),
    key: (record) => ({ ...keyView(inside, record), ...allLimitsOf(scopeOf('key', record.id)) }),
    state() {
      const agents = directory.agents().map(views.agent);
      const former = directory.formerAgents();
      const gone = former.filter(({ mergedInto }) => mergedInto === null);
      return {
        gateway,
        everythingPaused: directory.everythingPaused(),
        everythingPausedAt: directory.everythingPausedAt(),
        spentToday: addMoney(
          ZERO,
          ...[...agents, ...gone.map(({ id }) => spend.tallyOf(id))].map(({ spentToday }) => spentToday),
        ),
        everything: limitsOf(EVERYTHING),
        providers: providers.providers().map(views.provider),
        agents,
        groups: limits.groups().map(({ name, scope, agents: members }) => ({
          name,
          agents: [...members],
          caps: spend.accounts(scope).map(capView),
          ...notYetStored({ stops }, [scope]),
        })),
        formerAgents: former.map(views.former),
        keys: directory.keys().map(views.key),
        notices: notices.newestFirst(),
        settings: settings.now(),
        approvals: approvals.waiting(),
      };
    },
  };
  return views;
}

/** When and why a sub-key ended; null while it works. */
function endOf(
  { revokedAt, endReason }: SubKeyRecord,
  expiresAt: number | undefined,
  now: number,
): SubKeyView['ended'] {
  const expired = expiresAt !== undefined && expiresAt <= now ? expiresAt : undefined;
  if (revokedAt === null) return expired === undefined ? null : { at: expired, why: 'expired' };
  return expired !== undefined && expired < revokedAt
    ? { at: expired, why: 'expired' }
    : { at: revokedAt, why: endReason ?? 'revoked' };
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

/** A sub-key without its limits. */
function keyView(
  { directory, limits, spend, refusals, clock }: Inside,
  record: SubKeyRecord,
): Omit<SubKeyView, 'caps' | 'policy' | 'notYetStored'> {
  const agent = directory.agent(record.agentId);
  const isArchived = agent.archivedAt !== null;
  return {
    id: record.id,
    agentId: agent.id,
    agent: agent.name,
    name: record.name,
    hint: record.hint,
    state: record.revokedAt !== null ? 'revoked' : record.paused || isArchived ? 'paused' : 'active',
    ...spend.keyTallyOf(record.id),
    ended: endOf(record, limits.policyOf(scopeOf('key', record.id)).expiresAt, clock.now()),
    createdAt: record.createdAt,
    lastRefusal: refusals.lastOf(record.id) ?? null,
    rotation: directory.rotationOf(record.id) ?? null,
    rotationDueAt: rotationDueAt({ limits }, record) ?? null,
    revokedAt: record.revokedAt,
    project: directory.projectOf(record.id),
  };
}
