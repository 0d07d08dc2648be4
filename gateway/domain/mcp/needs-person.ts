import type { OnCall } from '../../../shared/mcp/mcp-policy.ts';
import type { PolicyLevel } from '../policy/policy.ts';
import { matchesTool } from './check-call.ts';
import { mayDestroy, qualifiedName } from './tool-facts.ts';
import type { ToolCallFacts } from './tool-facts.ts';

/** Why a call waits for a person: a policy says so, or nobody says anything and the tool may destroy something. */
export interface WhyAsk {
  readonly because: 'policy' | 'may-destroy';
  readonly mayDestroy: boolean;
}

/** Decides whether a person is asked before a call. The strictest level that says something about the tool decides. */
export function needsPerson(levels: readonly PolicyLevel[], call: ToolCallFacts): WhyAsk | undefined {
  const name = qualifiedName(call.server, call.tool.name);
  const may = mayDestroy(call.tool);
  let isSaid = false;
  for (const { policy } of levels) {
    const said = sayingOf(policy.mcp?.onCall ?? [], name);
    if (said === 'ask') return { because: 'policy', mayDestroy: may };
    isSaid ||= said === 'run';
  }
  return isSaid || !may ? undefined : { because: 'may-destroy', mayDestroy: may };
}

function sayingOf(
  lines: readonly { readonly tools: string; readonly act: OnCall }[],
  name: string,
): OnCall | undefined {
  return lines.find(({ tools }) => matchesTool(tools, name))?.act;
}
