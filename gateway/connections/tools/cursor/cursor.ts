import { plainHttp } from '../../mcp/mcp-part.ts';
import type { ToolSpec } from '../../tool-spec.ts';

/** Cursor, for MCP alone: its editor asks servers itself, and its models are asked by servers of its maker. */
export const cursor: ToolSpec = {
  id: 'cursor',
  title: 'Cursor',
  group: 'editor',
  coverage: {
    level: 'partly',
    words:
      'Calls of tools of the MCP servers in Purser, and no model calls: Cursor sends every one of those through its ' +
      'own servers, even with your own base URL, and those cannot reach this machine. Tools in its terminal can be ' +
      'connected one by one.',
    evidence: 'told: of models by Cursor staff, forum.cursor.com/t/160995; of MCP its documentation says so',
  },
  detect: { commands: ['cursor'], paths: (paths) => [paths.appData('Cursor'), paths.at('.cursor')] },
  speaks: [],
  scope: 'machine',
  mcp: {
    file: (paths) => paths.at('.cursor', 'mcp.json'),
    format: 'jsonc',
    at: () => ['mcpServers'],
    http: plainHttp,
    entry: { off: [{ field: 'disabled', is: true }], idle: [] },
    evidence: 'docs: cursor.com/docs/mcp, as others quote it, 2026-12-01',
  },
  login: {
    effect: 'none',
    words: 'A Cursor login is for its own models, and no MCP server in Purser hears of it.',
    evidence: 'docs: cursor.com/docs/mcp, as others quote it',
  },
  reload: 'After a restart of Cursor; then switch the server on under MCP, if it is off.',
  cap: '5/day',
  variables: [],
};
