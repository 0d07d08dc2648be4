import { mcpServerNameSchema } from '../../../shared/mcp/mcp-views.ts';
import type { ProviderName } from '../../../shared/ids.ts';

const MOST_LETTERS = 32;

/** The name that a server of a tool may have in Purser: small letters, digits and dashes. Undefined: none fits. */
export function nameServer(name: string): ProviderName | undefined {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_LETTERS)
    .replaceAll(/^-+|-+$/g, '');
  return mcpServerNameSchema.safeParse(plain).data;
}
