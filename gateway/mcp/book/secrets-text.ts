import { z } from 'zod';

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
