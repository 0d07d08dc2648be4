import { describe, expect, it } from 'vitest';
import { TOOLS } from '../tools/tools.ts';
import type { JsonObject } from '../formats/json-value.ts';
import type { McpEntryForm } from '../mcp/entry-form.ts';
import { nameServer } from './name-server.ts';
import { readEntry } from './read-entry.ts';

function formOf(id: string): McpEntryForm {
  const part = TOOLS.find((tool) => tool.id === id)?.mcp;
  if (!part) throw new Error(`${id} has no MCP servers`);
  return part.entry;
}

describe('what can be moved', () => {
  const read: readonly [tool: string, entry: JsonObject, way: JsonObject, secrets: JsonObject][] = [
    [
      'claude-code',
      { type: 'stdio', command: 'npx', args: ['-y', 'server'], env: { PORT: 8080, ON: true }, timeout: 5 },
      { kind: 'command', command: 'npx', args: ['-y', 'server'], variables: ['PORT', 'ON'], folder: null },
      { PORT: '8080', ON: 'true' },
    ],
    [
      'opencode',
      { type: 'local', command: ['uvx', 'mcp-server-git'], cwd: '/home/kay/shop', environment: {} },
      { kind: 'command', command: 'uvx', args: ['mcp-server-git'], variables: [], folder: '/home/kay/shop' },
      {},
    ],
    [
      'codex',
      { url: 'https://mcp.example.com/mcp', http_headers: { 'X-Api-Key': 'abc' }, enabled: true, tool_timeout_sec: 9 },
      { kind: 'url', url: 'https://mcp.example.com/mcp', headers: ['X-Api-Key'] },
      { 'X-Api-Key': 'abc' },
    ],
    [
      'goose',
      { type: 'stdio', name: 'x', cmd: 'x', args: [], envs: { A: 'b' }, env_keys: [], enabled: true, bundled: null },
      { kind: 'command', command: 'x', args: [], variables: ['A'], folder: null },
      { A: 'b' },
    ],
    [
      'continue',
      { name: 'x', type: 'streamable-http', url: 'https://x.example/mcp', requestOptions: { headers: { A: 'b' } } },
      { kind: 'url', url: 'https://x.example/mcp', headers: ['A'] },
      { A: 'b' },
    ],
    [
      'gemini-cli',
      { httpUrl: 'https://x.example/mcp', trust: true, includeTools: [] },
      { kind: 'url', url: 'https://x.example/mcp', headers: [] },
      {},
    ],
  ];
  it.each(read)('%s: %o', (tool, entry, way, secrets) => {
    expect(readEntry(entry, formOf(tool))).toEqual({ way, secrets });
  });
});

describe('what stays', () => {
  const staying: readonly [tool: string, entry: JsonObject, code: string, about: string][] = [
    ['cline', { command: 'x', disabled: true }, 'off', ''],
    ['codex', { command: 'x', enabled: false }, 'off', ''],
    ['zed', { command: 'x', enabled: false }, 'off', ''],
    ['claude-code', { type: 'sse', url: 'https://x.example/sse' }, 'older', ''],
    ['claude-code', { type: 'ws', url: 'https://x.example/ws' }, 'setting', 'type: ws'],
    ['claude-code', { url: 'https://x.example/mcp', headersHelper: 'get-token' }, 'setting', 'headersHelper'],
    ['claude-code', { command: 'x', env: { A: '${TOKEN:-none}' } }, 'variable', '${TOKEN:-none}'],
    [
      'vscode-chat',
      { url: 'https://x.example', headers: { A: 'Bearer ${input:token}' } },
      'variable',
      '${input:token}',
    ],
    ['vscode-chat', { command: 'x', envFile: '/home/kay/.env' }, 'setting', 'envFile'],
    ['gemini-cli', { command: 'x', env: { KEY: '$MY_KEY' } }, 'variable', '$MY_KEY'],
    ['gemini-cli', { command: 'x', includeTools: ['read'] }, 'setting', 'includeTools'],
    ['opencode', { type: 'local', command: ['x'], environment: { A: '{env:TOKEN}' } }, 'variable', '{env:TOKEN}'],
    ['continue', { name: 'x', command: 'x', env: { A: '${{ secrets.TOKEN }}' } }, 'variable', '${{ secrets.TOKEN }}'],
    [
      'continue',
      { url: 'https://x.example', requestOptions: { verifySsl: false } },
      'setting',
      'requestOptions.verifySsl',
    ],
    ['codex', { url: 'https://x.example/mcp', bearer_token_env_var: 'TOKEN' }, 'setting', 'bearer_token_env_var'],
    ['goose', { type: 'stdio', cmd: 'x', args: [], env_keys: ['TOKEN'] }, 'setting', 'env_keys'],
    ['cursor', { command: './server.sh' }, 'folder', './server.sh'],
    ['cursor', { command: 'node', args: ['./server.js'] }, 'folder', './server.js'],
    ['cursor', { command: 'files', args: ['.'] }, 'folder', '.'],
    ['opencode', { type: 'local', command: ['x'], cwd: 'sub' }, 'folder', 'sub'],
    ['cursor', { command: 'x', args: ['--api-key', 'abcdef'] }, 'secret', '--api-key'],
    ['cursor', { command: 'x', args: ['--token=abcdefgh'] }, 'secret', '--token'],
    ['cursor', { command: 'x', args: ['-y', 'postgresql://kay:secret@db/shop'] }, 'secret', '-y'],
    ['cursor', { url: 'https://x.example/mcp?apiKey=abcdef12' }, 'secret', 'x.example'],
    ['cursor', { url: 'https://x.example/3f2b8c1e-7a90-4d52-9b1f-aa/mcp' }, 'secret', 'x.example'],
    ['cursor', { command: ['a'], args: [1] }, 'form', ''],
    ['cursor', {}, 'form', ''],
    ['cursor', { url: 'ftp://x.example' }, 'form', ''],
    ['cursor', { command: 'x', env: { 'NOT A NAME': 'x' } }, 'form', ''],
  ];
  it.each(staying)('%s: %o', (tool, entry, code, about) => {
    expect(readEntry(entry, formOf(tool))).toEqual({ stays: { code, about } });
  });

  it('a part of the tool itself is no server of the person', () => {
    expect(readEntry({ type: 'builtin', name: 'developer', enabled: true }, formOf('goose'))).toBeUndefined();
    expect(readEntry({ source: 'extension', settings: { a: 1 } }, formOf('zed'))).toBeUndefined();
  });
});

it.each([
  ['GitHub', 'github'],
  ['my_server 2', 'my-server-2'],
  ['café ☕', 'cafe'],
  ['文件', undefined],
  ['2fa', undefined],
  ['purser', undefined],
  ['-x-', 'x'],
])('%s is called %s in Purser', (name, as) => {
  expect(nameServer(name)).toBe(as);
});
