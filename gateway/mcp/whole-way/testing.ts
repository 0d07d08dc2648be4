import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as OlderClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as OlderTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { McpWay } from '../../../shared/contract/mcp-views.ts';

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

/** Connects the official client of a generation. Close it at the end. */
export async function connectClient(url: string, key: string, generation: (typeof GENERATIONS)[number] = '2026-07-28') {
  const requestInit = { headers: { authorization: `Bearer ${key}` } };
  if (generation === '2026-07-28') {
    const client = new Client(
      { name: 'test', version: '1' },
      { capabilities: {}, versionNegotiation: { mode: { pin: '2026-07-28' } } },
    );
    await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
    return client;
  }
  const client = new OlderClient({ name: 'test', version: '1' });
  // The types of the older package are not made for exact optional properties.
  await client.connect(Object.assign(new OlderTransport(new URL(url), { requestInit })));
  return client;
}
