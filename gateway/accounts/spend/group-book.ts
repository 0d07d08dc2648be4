import { agentIdSchema } from '../../../shared/ids.ts';
import type { AgentId } from '../../../shared/ids.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { PolicyScope } from '../../../shared/policy.ts';
import type { CapBook } from '../../domain/caps/cap-book.ts';
import type { Ledger } from '../../ledger/ledger.ts';

/** Which agents share an allowance, and what they have spent of it together. */
export interface GroupBook {
  /** The group that an agent is in, if any. */
  groupOf(id: AgentId): PolicyScope | undefined;
  /** Puts an agent into a group: what it has spent and holds counts there, and in no other. */
  setGroup(id: AgentId, group: string | undefined): void;
  /** What this agent has spent has changed by more than a request. */
  recount(id: AgentId): void;
}

interface GroupBookDeps {
  readonly names: Map<AgentId, string>;
  readonly caps: CapBook;
  /** Opens a scope with its earlier spending. */
  readonly open: (scope: PolicyScope) => void;
  readonly now: () => number;
}

/** The group of each agent that is in one, as the ledger has it. */
export function groupsIn({ contents }: Ledger): Map<AgentId, string> {
  const groups = new Map<AgentId, string>();
  for (const [scope, { group }] of contents.policies) {
    const id = agentIdSchema.safeParse(scope.replace('agent:', ''));
    if (group !== undefined && id.success) groups.set(id.data, group);
  }
  return groups;
}

/** @see GroupBook */
export function createGroupBook({ names, caps, open, now }: GroupBookDeps): GroupBook {
  const count = (group: string | undefined): void => {
    if (group === undefined) return;
    const scope = scopeOf('group', group);
    const members = [...names].flatMap(([id, of]) => (of === group ? [scopeOf('agent', id)] : []));
    for (const one of [scope, ...members]) open(one);
    caps.compose(scope, members, now());
  };
  return {
    groupOf(id) {
      const group = names.get(id);
      return group === undefined ? undefined : scopeOf('group', group);
    },
    setGroup(id, group) {
      const before = names.get(id);
      if (before === group) return;
      if (group === undefined) names.delete(id);
      else names.set(id, group);
      for (const changed of [before, group]) count(changed);
    },
    recount: (id) => count(names.get(id)),
  };
}
