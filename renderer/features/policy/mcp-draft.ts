import type { OnCall } from '../../../shared/mcp/mcp-policy.ts';
import type { Policy } from '../../../shared/policy.ts';
import { listOf } from './list-of.ts';

/** What the form asks about MCP servers: names with commas between them, empty where nothing is said. */
export interface McpDraft {
  readonly mcpServers: string;
  /** Tools as `SERVER/TOOL`, with `*`. */
  readonly mcpAllow: string;
  readonly mcpDeny: string;
  /** Tools before whose calls a person is asked, and those that run without. */
  readonly mcpAsk: string;
  readonly mcpRun: string;
}

export function mcpDraft({ mcp }: Policy): McpDraft {
  return {
    mcpServers: (mcp?.servers ?? []).join(', '),
    mcpAllow: (mcp?.tools?.allow ?? []).join(', '),
    mcpDeny: (mcp?.tools?.deny ?? []).join(', '),
    mcpAsk: toolsThat('ask', mcp?.onCall).join(', '),
    mcpRun: toolsThat('run', mcp?.onCall).join(', '),
  };
}

type McpPolicy = NonNullable<Policy['mcp']>;
type OnCallLines = NonNullable<McpPolicy['onCall']>;

/**
 * Reads it. What the form does not have, such as rules about arguments and limits on calls, stays as it was, and so
 * does every list that nobody touched: an empty one means none, which no text can say.
 */
export function readMcp(draft: McpDraft, before: Policy): Policy['mcp'] {
  const was = mcpDraft(before);
  const mcp = before.mcp ?? {};
  const list = (name: 'mcpServers' | 'mcpAllow' | 'mcpDeny', kept: string[] | undefined): string[] | undefined =>
    draft[name] === was[name] ? kept : said(listOf(draft[name]));
  const servers = list('mcpServers', mcp.servers);
  const allow = list('mcpAllow', mcp.tools?.allow);
  const deny = list('mcpDeny', mcp.tools?.deny);
  const isSame = draft.mcpAsk === was.mcpAsk && draft.mcpRun === was.mcpRun;
  const onCall = isSame ? mcp.onCall : said(readOnCall(draft, mcp.onCall ?? []));
  const read: McpPolicy = {
    ...(servers && { servers }),
    ...((allow ?? deny) && { tools: { ...(allow && { allow }), ...(deny && { deny }) } }),
    ...notInForm(mcp),
    ...(onCall && { onCall }),
  };
  return Object.keys(read).length === 0 ? undefined : read;
}

function notInForm({ arguments: rules, calls }: McpPolicy): McpPolicy {
  return { ...(rules && { arguments: rules }), ...(calls && { calls }) };
}

/** The first line that is for a tool decides: new ones come first, with the questions before the others. */
function readOnCall(draft: McpDraft, before: OnCallLines): OnCallLines {
  const wanted = { ask: listOf(draft.mcpAsk), run: listOf(draft.mcpRun) };
  const added = (act: OnCall): OnCallLines =>
    wanted[act]
      .filter((tools) => !before.some((line) => line.act === act && line.tools === tools))
      .map((tools) => ({ tools, act }));
  return [...added('ask'), ...added('run'), ...before.filter(({ tools, act }) => wanted[act].includes(tools))];
}

function toolsThat(act: OnCall, lines: OnCallLines = []): readonly string[] {
  return [...new Set(lines.filter((line) => line.act === act).map(({ tools }) => tools))];
}

function said<Item>(list: readonly Item[]): Item[] | undefined {
  return list.length === 0 ? undefined : [...list];
}
