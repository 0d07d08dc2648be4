import { z } from 'zod';
import type { McpWay } from '../../../shared/mcp/mcp-views.ts';

/** Values by the names of the variables or headers that they are for. */
export type McpSecrets = Readonly<Record<string, string>>;

const secretsSchema = z.record(z.string(), z.string());

/** The secrets of one server as one entry of the secret store. */
export function writeSecrets(secrets: McpSecrets): string {
  return JSON.stringify(secrets);
}

/** @returns nothing for an entry that is not of this form */
export function readSecrets(text: string): McpSecrets {
  try {
    return secretsSchema.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}

/** The names of what is secret of a server. An API has none of its own: its provider has the key. */
export function secretNames(way: McpWay): readonly string[] {
  if (way.kind === 'openapi') return [];
  return way.kind === 'command' ? way.variables : way.headers;
}

/** Where a server is, for the record: never its arguments, which may say more than they should. */
export function whereabouts(way: McpWay): Readonly<Record<string, string>> {
  if (way.kind === 'openapi') return { provider: way.provider };
  return way.kind === 'command' ? { command: way.command } : { host: new URL(way.url).host };
}
