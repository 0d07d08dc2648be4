import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../shared/policy.ts';
import { FIELDS, written } from './fields.ts';
import type { GatewayState } from './gateway-state.ts';
import type { Entry } from './read-limits.ts';
import type { Problem } from './problem.ts';
import { didYouMean } from './suggest.ts';

/** One limit that changes, as a person reads it. */
export interface Change {
  /** Such as `agents."Claude Code".caps`. */
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** All that changes on one scope. */
export interface Step {
  readonly scope: PolicyScope;
  readonly path: string;
  readonly policy: Policy;
  readonly changes: readonly Change[];
}

export interface Plan {
  readonly steps: readonly Step[];
  /** Paths of limits that an entry of the file leaves out and that therefore stay. */
  readonly kept: readonly string[];
  /** Names that the gateway does not know. */
  readonly problems: readonly Problem[];
  /** Remarks that stop nothing. */
  readonly notes: readonly Problem[];
}

const NO_LIMIT = 'no limit';

/** Compares what a file says with what a gateway has. @param exact limits that an entry leaves out are lifted */
export function planChanges(
  entries: readonly Entry[],
  state: GatewayState,
  { exact }: { readonly exact: boolean },
): Plan {
  const problems: Problem[] = [];
  const notes: Problem[] = [];
  const steps: Step[] = [];
  const kept: string[] = [];
  for (const entry of entries) {
    const {
      path,
      at: { line, column },
    } = entry;
    const found = findScope(entry, state);
    if ('problem' in found) problems.push({ line, column, path, message: found.problem });
    else if ('note' in found) notes.push({ line, column, path, message: found.note });
    else {
      const now = state.policies.get(found.scope) ?? {};
      const kind = entry.target.kind;
      // The last cap of a sub-key is never lifted, and least of all by leaving a line out.
      const lifts = (name: string): boolean =>
        entry.unset.includes(name) || (exact && !entry.named.includes(name) && !(kind === 'key' && name === 'caps'));
      const left = FIELDS.reduce((policy, { name, lift }) => (lifts(name) ? lift(policy) : policy), now);
      const policy = { ...left, ...entry.set };
      const changes = compare(now, policy, path, state.timeZone);
      if (changes.length > 0) steps.push({ scope: found.scope, path, policy, changes });
      // An agent that is there only for its sub-keys says nothing of itself.
      if (entry.named.length > 0)
        kept.push(
          ...FIELDS.filter(
            ({ name, write }) =>
              !entry.named.includes(name) && !lifts(name) && write(now, state.timeZone) !== undefined,
          ).map(({ name }) => `${path}.${name}`),
        );
      const unknown = (entry.set.providers ?? []).filter(
        (name) => !state.providers.some((provider) => provider.name === name),
      );
      for (const name of unknown) {
        notes.push({
          line,
          column,
          path: `${path}.providers`,
          message: `There is no provider "${name}" in this gateway.${didYouMean(
            name,
            state.providers.map((provider) => provider.name),
          )}`,
        });
      }
    }
  }
  return { steps, kept, problems, notes };
}

type Found = { readonly scope: PolicyScope } | { readonly problem: string } | { readonly note: string };

function findScope({ target }: Entry, state: GatewayState): Found {
  switch (target.kind) {
    case 'everything':
      return { scope: EVERYTHING };
    case 'provider': {
      const names: readonly string[] = [...state.providers, ...state.servers].map(({ name }) => name);
      return names.includes(target.name)
        ? { scope: scopeOf('provider', target.name) }
        : {
            problem:
              `There is no provider "${target.name}".${didYouMean(target.name, names)} See \`purser provider ` +
              `list\`.`,
          };
    }
    // A group is there as soon as it has caps.
    case 'group':
      return { scope: scopeOf('group', target.name) };
    case 'agent': {
      const agent = state.agents.find(({ name }) => name === target.name);
      const hint = didYouMean(
        target.name,
        state.agents.map(({ name }) => name),
      );
      return agent
        ? { scope: scopeOf('agent', agent.id) }
        : {
            problem:
              `There is no agent "${target.name}".${hint} See \`purser agent list\`, or add it: purser agent ` +
              `add "${target.name}".`,
          };
    }
    case 'key': {
      const key = state.keys.find(({ id }) => id === target.id);
      if (!key) return { problem: `There is no sub-key ${target.id}. See \`purser key list\`.` };
      if (key.agent !== target.agent)
        return { problem: `Sub-key ${target.id} belongs to the agent "${key.agent}". Move its entry there.` };
      if (key.state === 'revoked')
        return { note: `Sub-key ${target.id} is revoked, so this entry does nothing. Remove it.` };
      return { scope: scopeOf('key', target.id) };
    }
  }
}

/** Compares two policies of one scope, limit by limit. */
export function compare(now: Policy, next: Policy, path: string, timeZone: string): Change[] {
  return FIELDS.flatMap(({ name, write }) => {
    const [from, to] = [write(now, timeZone), write(next, timeZone)];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [
      {
        path: `${path}.${name}`,
        from: from === undefined ? NO_LIMIT : written(from),
        to: to === undefined ? NO_LIMIT : written(to),
      },
    ];
  });
}
