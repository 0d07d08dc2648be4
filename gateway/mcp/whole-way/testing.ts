import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as OlderClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as OlderTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { McpWay } from '../../../shared/mcp/mcp-views.ts';

/** A real server from npm, as a command. */
export function realServer(
  name: 'everything' | 'filesystem' | 'memory' | 'sequential-thinking',
  ...args: readonly string[]
) {
  const file = fileURLToPath(import.meta.resolve(`@modelcontextprotocol/server-${name}/dist/index.js`));
  return commandOf(process.execPath, file, ...args);
}

/** A server of this folder, as a command. */
export function ownServer(file: string, ...args: readonly string[]) {
  return commandOf(process.execPath, fileURLToPath(new URL(file, import.meta.url)), ...args);
}

export function commandOf(command: string, ...args: readonly string[]) {
  return { kind: 'command', command, args: [...args], variables: [], folder: null } satisfies McpWay;
}

/** The official client, in the generation that a test asks for. */
export const GENERATIONS = ['2025-11-25', '2026-07-28'] as const;

/** Connects the official client of today's generation. Close it at the end. */
export async function connectNewest(url: string, key: string): Promise<Client> {
  const client = new Client(
    { name: 'test', version: '1' },
    { capabilities: {}, versionNegotiation: { mode: { pin: '2026-07-28' } } },
  );
  const requestInit = { headers: { authorization: `Bearer ${key}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
  return client;
}

/** The same for a generation that a test asks for. */
export async function connectClient(
  url: string,
  key: string,
  generation: (typeof GENERATIONS)[number],
): Promise<Client | OlderClient> {
  if (generation === '2026-07-28') return connectNewest(url, key);
  const client = new OlderClient({ name: 'test', version: '1' });
  const requestInit = { headers: { authorization: `Bearer ${key}` } };
  // The types of the older package are not made for exact optional properties.
  const transport: Omit<OlderTransport, 'sessionId'> = new OlderTransport(new URL(url), { requestInit });
  await client.connect(transport);
  return client;
}
