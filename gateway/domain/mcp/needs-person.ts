import type { OnCall } from '../../../shared/mcp/mcp-policy.ts';
import type { PolicyLevel } from '../policy/policy.ts';
import { matchesTool } from './check-call.ts';
import { mayDestroy, qualifiedName } from './tool-facts.ts';
import type { ToolCallFacts } from './tool-facts.ts';

/** Why a call waits for a person: a policy says so, or nobody says anything and the tool may destroy something. */
export type WhyAsk = { readonly because: 'policy'; readonly whose: string } | { readonly because: 'may-destroy' };

/** Decides whether a person is asked before a call. The strictest level that says something about the tool decides. */
export function needsPerson(levels: readonly PolicyLevel[], call: ToolCallFacts): WhyAsk | undefined {
  const name = qualifiedName(call.server, call.tool.name);
  let isSaid = false;
  for (const { whose, policy } of levels) {
    const said = sayingOf(policy.mcp?.onCall ?? [], name);
    if (said === 'ask') return { because: 'policy', whose };
    isSaid ||= said === 'run';
  }
  return isSaid || !mayDestroy(call.tool) ? undefined : { because: 'may-destroy' };
}

function sayingOf(
  lines: readonly { readonly tools: string; readonly act: OnCall }[],
  name: string,
): OnCall | undefined {
  return lines.find(({ tools }) => matchesTool(tools, name))?.act;
}
