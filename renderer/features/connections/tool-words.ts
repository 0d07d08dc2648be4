import type { Proof, ToolView } from '../../../shared/contract/connection-views.ts';
import { PROVIDER_KINDS } from '../../../shared/contract/views.ts';
import { providerName } from '../providers/provider-names.ts';

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

/** Green only when a request with the sub-key has arrived over every connection. */
export function stateWords({ state, group, connections }: Pick<ToolView, 'state' | 'group' | 'connections'>): StateWords {
  // No change to a file, and no file that is put right helps.
  if (connections.some((connection) => connection.state === 'revoked')) return { text: 'Revoked', tone: 'warn' };
  if (state === 'connected' && connections.some(({ verified }) => verified === null)) return { text: 'Waits for its first request', tone: 'soft' };
  // A shell or a project is always there: that says nothing.
  if (state === 'found' && group === 'environment') return { text: 'Not connected', tone: 'soft' };
  return TOOL_STATE[state];
}

/** What a connection was proved by. */
export const PROOF: Readonly<Record<Proof, string>> = {
  'own-request': 'its own request arrived',
  'self-test': 'a request it was asked to make arrived',
  'on-its-behalf': 'a request in its place arrived',
};

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

/** When a change is noticed, as a sentence. @param reload of the tool: "At once.", "After a restart of Kilo." */
export function takesEffect(reload: string): string {
  return `It takes effect ${reload.charAt(0).toLowerCase()}${reload.slice(1)}`;
}

/** Whose keys a tool can use, as people call them. */
export function vendorsOf({ speaks }: Pick<ToolView, 'speaks'>): string {
  const names = new Map<string, string>(PROVIDER_KINDS.map((kind) => [kind, providerName(kind)]));
  return speaks.map((kind) => names.get(kind) ?? kind).join(' or ');
}
