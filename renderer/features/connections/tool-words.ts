import type { ToolView } from '../../../shared/contract/connection-views.ts';

interface StateWords {
  readonly text: string;
  readonly tone: 'good' | 'warn' | 'soft';
}

/** How a tool stands on this machine. */
const TOOL_STATE: Readonly<Record<ToolView['state'], StateWords>> = {
  connected: { text: 'Connected', tone: 'good' },
  'changed-outside': { text: 'Changed outside', tone: 'warn' },
  found: { text: 'Found here', tone: 'soft' },
  'not-found': { text: 'Not found', tone: 'soft' },
  'not-possible': { text: 'Not possible', tone: 'soft' },
};

/** A revoked sub-key is no change to a file, and no file that is put right helps. */
export function stateWords({ state, connections }: Pick<ToolView, 'state' | 'connections'>): StateWords {
  return connections.some((connection) => connection.state === 'revoked') ? { text: 'Revoked', tone: 'warn' } : TOOL_STATE[state];
}

export const COVERAGE: Readonly<Record<ToolView['coverage']['level'], string>> = {
  everything: 'Everything it spends is metered',
  partly: 'Part of what it spends is metered',
  'not-possible': 'Cannot be metered',
};

export const GROUPS = [
  { group: 'agent', title: 'Coding agents' },
  { group: 'editor', title: 'Editors' },
  { group: 'environment', title: 'Everything in a shell' },
] as const satisfies readonly { readonly group: ToolView['group']; readonly title: string }[];

const ORDER: readonly ToolView['state'][] = ['changed-outside', 'connected', 'found', 'not-found', 'not-possible'];

/** What needs a look first, then what is connected, then what could be. */
export function inOrder(tools: readonly ToolView[]): readonly ToolView[] {
  return tools.toSorted((left, right) => ORDER.indexOf(left.state) - ORDER.indexOf(right.state));
}
