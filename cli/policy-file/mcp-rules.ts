import { callLimitText, parseCallLimit } from '../../shared/cap.ts';
import { mcpPolicySchema } from '../../shared/mcp/mcp-policy.ts';
import type { McpPolicy } from '../../shared/mcp/mcp-policy.ts';
import type { Spot } from './spot.ts';
import type { Tree } from './tree.ts';
import type { Written } from './written.ts';

const FORM =
  'It is servers, tools, arguments, calls and onCall, such as { servers: [github], tools: { deny: ["*/delete_*"] }, ' +
  'onCall: [{ tools: github/*, act: ask }] }.';

const CALLS_FORM = 'Limits on calls are by tool, such as { "search/*": [100/day] }.';
/** Faults whose sentences are for those who wrote the policy. */
const OWN_WORDS: ReadonlySet<string> = new Set(['custom', 'too_small', 'too_big']);

/** What a policy says of MCP servers and their tools: the same form in the file as in the gateway. */
export function readMcp(spot: Spot): McpPolicy | undefined {
  if (spot.tree.kind !== 'map') return spot.fail(FORM);
  const said = plain(spot.tree);
  const read = mcpPolicySchema.safeParse(
    isRecord(said) && 'calls' in said ? { ...said, calls: asLimits(said['calls']) } : said,
  );
  if (read.success) return read.data;
  for (const { path, message, code } of read.error.issues) {
    const place = spotAt(spot, path);
    // Words of the schema's own are for those who write it.
    place.fail(path.includes('schema') || OWN_WORDS.has(code) ? message : path[0] === 'calls' ? CALLS_FORM : FORM);
  }
  return undefined;
}

/** The same, as the file has it. */
export function writeMcp({ servers, tools, arguments: rules, calls, onCall }: McpPolicy): Written {
  return {
    ...(servers && { servers }),
    ...(tools && { tools: { ...(tools.allow && { allow: tools.allow }), ...(tools.deny && { deny: tools.deny }) } }),
    ...(rules && {
      arguments: rules.map(({ tools: which, argument, allow, deny, schema }) => ({
        tools: which,
        ...(argument !== undefined && { argument }),
        ...(allow && { allow }),
        ...(deny && { deny }),
        ...(schema && { schema: written(schema) }),
      })),
    }),
    ...(calls && { calls: Object.fromEntries(calls.map((one) => [one.tools, one.calls.map(callLimitText)])) }),
    ...(onCall && { onCall }),
  };
}

/** A schema as YAML: what is undefined is left out. */
function written(value: unknown): Written {
  if (Array.isArray(value)) return value.map(written);
  if (isRecord(value))
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, written(one)]])),
    );
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** `{ "search/*": [100/day] }` as the gateway has it. A text that is no limit stays, so that it is complained about. */
function asLimits(said: unknown): unknown {
  if (!isRecord(said)) return said;
  return Object.entries(said).map(([tools, list]) => {
    const texts: readonly unknown[] = Array.isArray(list) ? list : [list];
    return { tools, calls: texts.map((text) => (typeof text === 'string' ? parseCallLimit(text) : undefined) ?? text) };
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param isValue any value may stand here, as in a schema: then `10` without quotes is a number */
function plain(tree: Tree, isValue = false): unknown {
  if (tree.kind === 'text') return isValue && tree.isPlain ? valueOf(tree.text) : tree.text;
  if (tree.kind === 'list') return tree.items.map((item) => plain(item, isValue));
  if (tree.kind === 'map')
    return Object.fromEntries(
      tree.entries.map(({ name, value }) => [name, plain(value, isValue || name === 'schema')]),
    );
  return isValue ? null : undefined;
}

/** A number or a truth value as JSON has it; anything else is a text. */
function valueOf(text: string): unknown {
  return /^(true|false|-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?)$/.test(text) ? JSON.parse(text) : text;
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
