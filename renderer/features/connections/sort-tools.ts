import type { ToolView } from '../../../shared/contract/connection-views.ts';

/** Tools as the page lists them. */
export interface SortedTools {
  /** Connected, changed, or there to be connected: what needs a look first. */
  readonly here: readonly ToolView[];
  /** Shells, projects, the session: always there. */
  readonly environment: readonly ToolView[];
  /** Tools that this machine does not have, or that cannot be connected. */
  readonly elsewhere: readonly ToolView[];
}

const ORDER: readonly ToolView['state'][] = ['changed-outside', 'connected', 'found', 'not-found', 'not-possible'];

/** Sorts tools by what a person can do with them here. */
export function sortTools(tools: readonly ToolView[]): SortedTools {
  const inOrder = tools.toSorted((left, right) => ORDER.indexOf(left.state) - ORDER.indexOf(right.state));
  const isElsewhere = ({ state, connections }: ToolView): boolean =>
    connections.length === 0 && (state === 'not-found' || state === 'not-possible');
  return {
    here: inOrder.filter((tool) => tool.group !== 'environment' && !isElsewhere(tool)),
    environment: inOrder.filter((tool) => tool.group === 'environment' && !isElsewhere(tool)),
    elsewhere: inOrder.filter(isElsewhere),
  };
}

/** Those whose name has what was typed in it. */
export function toolsCalled(tools: readonly ToolView[], typed: string): readonly ToolView[] {
  const wanted = typed.trim().toLowerCase();
  return tools.filter(({ title, id }) => title.toLowerCase().includes(wanted) || id.includes(wanted));
}
