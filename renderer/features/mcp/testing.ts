import { mcpServerViewSchema, mcpToolViewSchema } from '../../../shared/mcp/mcp-views.ts';
import type { McpServerView, McpToolView } from '../../../shared/mcp/mcp-views.ts';

/** Views for tests, checked against the contract. */
export function aTool(changes: object = {}): McpToolView {
  return mcpToolViewSchema.parse({
    name: 'read_graph',
    title: null,
    description: 'Read the entire knowledge graph',
    readOnly: true,
    mayDestroy: false,
    state: 'trusted',
    ...changes,
  });
}

export function aServer(changes: object = {}): McpServerView {
  return mcpServerViewSchema.parse({
    name: 'memory',
    way: { kind: 'command', command: 'npx', args: ['-y', 'a server'], variables: [], folder: null },
    createdAt: 1,
    prices: [],
    state: 'running',
    trouble: null,
    lastWords: '',
    tools: [aTool()],
    calls: 12,
    errors: 1,
    cost: 120_000_000,
    lastUsedAt: null,
    needsLogin: false,
    payee: 'memory',
    caps: [],
    policy: {},
    ...changes,
  });
}
