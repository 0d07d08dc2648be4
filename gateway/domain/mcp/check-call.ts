import type { ArgumentRule } from '../../../shared/mcp/mcp-policy.ts';
import type { WrongArgument } from '../../../shared/refusals/refusal-facts.ts';
import type { RuleRefusal } from '../policy/decide.ts';
import { matchesExactly, matchesGlob } from '../policy/glob.ts';
import { whoseOf } from '../policy/policy.ts';
import type { PolicyLevel } from '../policy/policy.ts';
import { tell } from '../words/tell.ts';
import { findMismatch } from './find-mismatch.ts';
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
  for (const level of levels) {
    for (const rule of level.policy.mcp?.arguments ?? []) {
      if (!matchesTool(rule.tools, name)) continue;
      const wrong = checkArgument(rule, call.arguments);
      if (!wrong) continue;
      const { argument = '' } = rule;
      const fact = { code: 'mcp-argument', whose: whoseOf(level), tool: name, argument, wrong } as const;
      return { rule: 'mcp-arguments', ...tell(fact) };
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
function checkServer(level: PolicyLevel, server: string): RuleRefusal | undefined {
  const { mcp, providers } = level.policy;
  const allowed = mcp?.servers ?? providers;
  if (!allowed || allowed.some((glob) => matchesGlob(glob, server))) return undefined;
  const whose = whoseOf(level);
  const told = mcp?.servers
    ? tell({ code: 'not-among', whose, what: 'mcp-server', name: server, allowed: [...allowed] })
    : tell({ code: 'mcp-server-unnamed', whose, server });
  return { rule: 'mcp-servers', ...told };
}

function checkName(level: PolicyLevel, name: string): RuleRefusal | undefined {
  const { allow, deny = [] } = level.policy.mcp?.tools ?? {};
  const found = { whose: whoseOf(level), what: 'mcp-tool', name } as const;
  const denied = deny.find((glob) => matchesTool(glob, name));
  if (denied !== undefined) return { rule: 'mcp-tools', ...tell({ code: 'denied', ...found, by: denied }) };
  if (!allow || allow.some((glob) => matchesTool(glob, name))) return undefined;
  return { rule: 'mcp-tools', ...tell({ code: 'not-among', ...found, allowed: [...allow] }) };
}

/** @returns what is wrong */
function checkArgument(rule: ArgumentRule, given: unknown): WrongArgument | undefined {
  const { argument, allow, schema } = rule;
  if (argument === undefined) return schema && findMismatch(schema, given, '');
  const values = valuesAt(given, argument.split('.'));
  // A rule that allows something is not kept by leaving the argument out: then the tool decides what it is.
  if (values.length === 0)
    return allow || schema ? { is: 'missing', ...(allow && { allowed: [...allow] }) } : undefined;
  for (const value of values) {
    const wrong = checkText(rule, value) ?? (schema && findMismatch(schema, value, argument));
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function checkText({ allow, deny = [] }: ArgumentRule, value: unknown): WrongArgument | undefined {
  if (!allow && deny.length === 0) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (climbs(text)) return { is: 'climbing' };
  const denied = deny.find((glob) => matchesGlob(glob, text));
  if (denied !== undefined) return { is: 'denied', value: shorten(text), by: denied };
  // In doubt it is refused: what is denied in one case is in every, what is allowed in one is not.
  if (allow && !allow.some((glob) => matchesExactly(glob, text)))
    return { is: 'not-among', value: shorten(text), allowed: [...allow] };
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
