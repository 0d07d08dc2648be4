import { mcpPolicySchema } from '../../shared/mcp/mcp-policy.ts';
import type { McpPolicy } from '../../shared/mcp/mcp-policy.ts';
import type { Spot } from './spot.ts';
import type { Tree } from './tree.ts';
import type { Written } from './written.ts';

const FORM =
  'It is servers, tools, arguments and onCall, such as { servers: [github], tools: { deny: ["*/delete_*"] }, ' +
  'onCall: [{ tools: github/*, act: ask }] }.';

/** What a policy says of MCP servers and their tools: the same form in the file as in the gateway. */
export function readMcp(spot: Spot): McpPolicy | undefined {
  if (spot.tree.kind !== 'map') return spot.fail(FORM);
  const read = mcpPolicySchema.safeParse(plain(spot.tree));
  if (read.success) return read.data;
  for (const { path, message, code } of read.error.issues) {
    const place = spotAt(spot, path);
    // Words of the schema's own are for those who write it.
    place.fail(code === 'custom' || code === 'too_small' || code === 'too_big' ? message : FORM);
  }
  return undefined;
}

/** The same, as the file has it. */
export function writeMcp({ servers, tools, arguments: rules, onCall }: McpPolicy): Written {
  return {
    ...(servers && { servers }),
    ...(tools && { tools: { ...(tools.allow && { allow: tools.allow }), ...(tools.deny && { deny: tools.deny }) } }),
    ...(rules && {
      arguments: rules.map(({ allow, deny, ...rule }) => ({ ...rule, ...(allow && { allow }), ...(deny && { deny }) })),
    }),
    ...(onCall && { onCall }),
  };
}

function plain(tree: Tree): unknown {
  if (tree.kind === 'text') return tree.text;
  if (tree.kind === 'list') return tree.items.map(plain);
  if (tree.kind === 'map') return Object.fromEntries(tree.entries.map(({ name, value }) => [name, plain(value)]));
  return undefined;
}

/** The value that a problem is with, as far as the way to it is there. */
function spotAt(spot: Spot, [step, ...rest]: readonly PropertyKey[]): Spot {
  const { tree } = spot;
  if (tree.kind === 'list' && typeof step === 'number') {
    const item = tree.items[step];
    return item ? spotAt(spot.item(item, step), rest) : spot;
  }
  const entry = tree.kind === 'map' ? tree.entries.find(({ name }) => name === step) : undefined;
  return entry ? spotAt(spot.entry(entry.value, entry.name), rest) : spot;
}
