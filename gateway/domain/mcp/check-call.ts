import type { ArgumentRule } from '../../../shared/mcp/mcp-policy.ts';
import type { RuleRefusal } from '../policy/decide.ts';
import { matchesExactly, matchesGlob } from '../policy/glob.ts';
import type { PolicyLevel } from '../policy/policy.ts';
import { explainMismatch } from './explain-mismatch.ts';
import { qualifiedName } from './tool-facts.ts';
import type { ToolCallFacts } from './tool-facts.ts';

/** Checks whether a sub-key may see a tool at all. @returns the first rule that refuses, or undefined */
export function checkTool(levels: readonly PolicyLevel[], server: string, tool: string): RuleRefusal | undefined {
  for (const level of levels) {
    const refusal = checkServer(level, server) ?? checkName(level, qualifiedName(server, tool));
    if (refusal) return refusal;
  }
  return undefined;
}

/** Checks a call with its arguments at every level, widest first. @returns the first rule that refuses, or undefined */
export function checkCall(levels: readonly PolicyLevel[], call: ToolCallFacts): RuleRefusal | undefined {
  const refusal = checkTool(levels, call.server, call.tool.name);
  if (refusal) return refusal;
  const name = qualifiedName(call.server, call.tool.name);
  for (const { whose, policy } of levels) {
    for (const rule of policy.mcp?.arguments ?? []) {
      if (!matchesTool(rule.tools, name)) continue;
      const wrong = checkArgument(rule, call.arguments);
      if (wrong) return { rule: 'mcp-arguments', message: `${whose} may not call ${name} like this: ${wrong}` };
    }
  }
  return undefined;
}

/** True where a glob is for a tool: `github/*`, `github/create_issue`, or `github` for all of a server. */
export function matchesTool(glob: string, name: string): boolean {
  return matchesGlob(wholeGlob(glob), name);
}

/** The same glob with its tools: `github` means `github/*`. */
export function wholeGlob(glob: string): string {
  return glob.includes('/') ? glob : `${glob}/*`;
}

/** A policy that names providers names everything that may be reached: a server is reached only where it is named. */
function checkServer({ whose, policy: { mcp, providers } }: PolicyLevel, server: string): RuleRefusal | undefined {
  const allowed = mcp?.servers ?? providers;
  if (!allowed || allowed.some((glob) => matchesGlob(glob, server))) return undefined;
  const how = mcp?.servers
    ? `Allowed: ${allowed.join(', ') || 'none'}.`
    : `Its policy names what may be reached, and no MCP server. Add it: mcp: { servers: [${server}] }.`;
  return { rule: 'mcp-servers', message: `${whose} may not use the MCP server ${server}. ${how}` };
}

function checkName({ whose, policy: { mcp } }: PolicyLevel, name: string): RuleRefusal | undefined {
  const { allow, deny = [] } = mcp?.tools ?? {};
  const denied = deny.find((glob) => matchesTool(glob, name));
  if (denied !== undefined)
    return { rule: 'mcp-tools', message: `${whose} may not use the tool ${name} (denied by ${denied}).` };
  if (!allow || allow.some((glob) => matchesTool(glob, name))) return undefined;
  return {
    rule: 'mcp-tools',
    message: `${whose} may not use the tool ${name}. Allowed: ${allow.join(', ') || 'none'}.`,
  };
}

/** @returns what is wrong, as the rest of a sentence */
function checkArgument(rule: ArgumentRule, given: unknown): string | undefined {
  const { argument, allow, schema } = rule;
  if (argument === undefined) return schema && explainMismatch(schema, given, '');
  const values = valuesAt(given, argument.split('.'));
  // A rule that allows something is not kept by leaving the argument out: then the tool decides what it is.
  if (values.length === 0 && allow) return `"${argument}" is missing. Allowed: ${allow.join(', ')}.`;
  if (values.length === 0) return schema && `"${argument}" is missing.`;
  for (const value of values) {
    const wrong = checkText(rule, argument, value) ?? (schema && explainMismatch(schema, value, argument));
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function checkText({ allow, deny = [] }: ArgumentRule, argument: string, value: unknown): string | undefined {
  if (!allow && deny.length === 0) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (climbs(text)) return `"${argument}" leads out of a folder with "..".`;
  const denied = deny.find((glob) => matchesGlob(glob, text));
  if (denied !== undefined) return `"${argument}" may not be ${shorten(text)} (denied by ${denied}).`;
  // In doubt it is refused: what is denied in one case is in every, what is allowed in one is not.
  if (allow && !allow.some((glob) => matchesExactly(glob, text)))
    return `"${argument}" may not be ${shorten(text)}. Allowed: ${allow.join(', ')}.`;
  return undefined;
}

/**
 * Every value that a name with dots leads to; a list on the way means each of its entries. A list in a list is taken as
 * a whole: who allows something does not mean that, and its depth is its sender's.
 */
function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => (Array.isArray(one) ? [one] : valuesAt(one, path)));
  const [name, ...rest] = path;
  if (name === undefined) return value === undefined ? [] : [value];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return [];
  return valuesAt(Object.entries(value).find(([key]) => key === name)?.[1], rest);
}

/** A glob on a folder, `/home/me/shop/*`, would let `/home/me/shop/../.ssh` pass. */
function climbs(text: string): boolean {
  return /(^|[\\/])\.\.($|[\\/])/.test(decoded(text));
}

function decoded(text: string): string {
  return text.replaceAll(/%2e/gi, '.').replaceAll(/%2f/gi, '/').replaceAll(/%5c/gi, '\\');
}

const MOST_SHOWN = 80;

function shorten(text: string): string {
  return JSON.stringify(text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text);
}
