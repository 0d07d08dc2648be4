import type { FileWant, WantedEntry } from '../change/want.ts';
import type { McpPart, McpRoute, PlanInput, ToolSpec } from '../tool-spec.ts';
import { MCP_ENTRY } from './mcp-part.ts';

/** All that a tool's files should hold: what leads its models through Purser, and its entry for MCP where one is wanted. */
export function wantsOf(tool: ToolSpec, input: PlanInput): readonly FileWant[] {
  const own = tool.files?.(input) ?? [];
  return tool.mcp && input.mcp ? withEntry(own, mcpWant(tool.mcp, input, input.mcp)) : own;
}

/** The same with one more entry. */
export function withEntry(own: readonly FileWant[], want: EntriesWant): readonly FileWant[] {
  const same = own.find(({ kind, file }) => kind === 'entries' && file === want.file);
  if (same?.kind !== 'entries') return [...own, want];
  // One change to one file: two would undo each other's text.
  return own.map((one) => (one === same ? { ...same, entries: [...same.entries, ...want.entries] } : one));
}

type EntriesWant = FileWant & { readonly kind: 'entries' };

/** A tool's entry for the MCP servers in Purser. */
export function mcpWant(part: McpPart, { paths, project, key }: PlanInput, route: McpRoute): EntriesWant {
  const value =
    route.command && part.stdio ? part.stdio(route.command) : part.http(route.url, { Authorization: `Bearer ${key}` });
  const { namedBy } = part;
  const entry: WantedEntry =
    namedBy === undefined
      ? { at: [...part.at(project), MCP_ENTRY], value }
      : { at: [...part.at(project), { where: namedBy, is: MCP_ENTRY }], value: { [namedBy]: MCP_ENTRY, ...value } };
  return { kind: 'entries', file: part.file(paths, project), format: part.format, entries: [entry] };
}
