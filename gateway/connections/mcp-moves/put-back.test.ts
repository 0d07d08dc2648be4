import { describe, expect, it } from 'vitest';
import { hashOf } from '../connection-record.ts';
import type { FormatId } from '../formats/formats.ts';
import { FORMATS } from '../formats/formats.ts';
import { resolvePath, valueAt } from '../formats/json-value.ts';
import type { Path } from '../formats/json-value.ts';
import { plainText } from '../formats/keep-bytes.ts';
import { putBack } from './put-back.ts';
import { takeOut } from './take-out.ts';

const JSONC = `{
\t// mine
\t"mcpServers": {
\t\t"files":   { "command": "x", "args": ["a",   "b"] }, // odd spacing
\t\t"github": { "url": "https://x.example/mcp", "headers": { "A": "b" } },
\t},
\t"theme": "dark",
}
`;
const TOML = `model = "x"

# Notes that outlive a session.
[mcp_servers.memory]
command = "npx"
args = ["-y",
  "server"]

[mcp_servers.memory.env]
A = "b"

[tui]
notifications = true
`;
const YAML = `name: Local
mcpServers:
  # notes
  - name: memory
    command: npx
    args: [ "-y" ]
  - name: linear
    url: https://x.example
other: 1
`;
const cases: readonly {
  readonly format: FormatId;
  readonly text: string;
  readonly paths: readonly Path[];
  readonly edit: readonly [string, string];
}[] = [
  {
    format: 'jsonc',
    text: JSONC,
    paths: [
      ['mcpServers', 'files'],
      ['mcpServers', 'github'],
    ],
    edit: ['"dark"', '"light"'],
  },
  {
    format: 'jsonc',
    text: JSONC.replaceAll('\n', '\r\n'),
    paths: [['mcpServers', 'files']],
    edit: ['"dark"', '"light"'],
  },
  { format: 'toml', text: TOML, paths: [['mcp_servers', 'memory']], edit: ['"x"', '"y"'] },
  {
    format: 'yaml',
    text: YAML,
    paths: [['mcpServers', { where: 'name', is: 'memory' }]],
    edit: ['other: 1', 'other: 2'],
  },
];

describe.each(cases)('$format', ({ format, text, paths, edit }) => {
  const entries = paths.map((path) => {
    const root = FORMATS[format].parse(plainText(text));
    return { path, value: valueAt(root, resolvePath(root, path)) ?? null };
  });
  const out = takeOut(text, format, paths);
  const was = { format, text, hash: hashOf(out), entries };

  it('puts back the same bytes where nobody changed the file', () => {
    expect(out).not.toBe(text);
    expect(putBack(out, was)).toEqual({ after: text, taken: [] });
  });

  it('and the same lines where something else in it was changed', () => {
    expect(putBack(out.replace(...edit), was)).toEqual({ after: text.replace(...edit), taken: [] });
  });

  it('and the same servers where all around them was changed, or the file is gone', () => {
    for (const now of [format === 'toml' || format === 'yaml' ? '' : '{}', undefined]) {
      const { after, taken } = putBack(now, was);
      expect(taken).toEqual([]);
      const root = FORMATS[format].parse(plainText(after));
      for (const { path, value } of entries) expect(valueAt(root, resolvePath(root, path))).toEqual(value);
    }
  });

  it('does nothing where they are there already, as after a crash', () => {
    expect(putBack(text.replace(...edit), { ...was, hash: null })).toEqual({ after: text.replace(...edit), taken: [] });
  });
});

it('leaves what stands there by now, and says so', () => {
  const out = takeOut(JSONC, 'jsonc', [['mcpServers', 'files']]);
  const was = {
    format: 'jsonc' as const,
    text: JSONC,
    hash: hashOf(out),
    entries: [{ path: ['mcpServers', 'files'], value: { command: 'x', args: ['a', 'b'] } }],
  };
  const now = JSONC.replace('"args": ["a",   "b"]', '"args": []');
  expect(putBack(now, was)).toEqual({ after: now, taken: [0] });
});
