import { expect, test } from 'vitest';
import { readCommand } from './read-command.ts';
import { readServer } from './read-server.ts';
import type { ServerTexts } from './read-server.ts';

const EMPTY: ServerTexts = {
  kind: 'command',
  name: '',
  command: '',
  folder: '',
  url: '',
  variables: [],
  headers: [],
  provider: '',
  descriptionUrl: '',
  file: undefined,
  allow: '',
};

test.each([
  ['npx -y  server', ['npx', '-y', 'server']],
  [`node "my file.js" --root='/home/me/a b'`, ['node', 'my file.js', '--root=/home/me/a b']],
  [
    String.raw`C:\tools\node.exe my\ file \\server\share`,
    [String.raw`C:\tools\node.exe`, 'my file', String.raw`\\server\share`],
  ],
  [`say "a \\"quoted\\" word" ''`, ['say', 'a "quoted" word', '']],
  ['', []],
])('the command %s is taken apart', (line, parts) => {
  expect(readCommand(line)).toEqual(parts);
});

test('a quotation mark that is not closed is said', () => {
  expect(readCommand('node "a b')).toBeUndefined();
  expect(readServer({ ...EMPTY, name: 'a', command: "node 'x" })).toEqual({
    problem: 'A quotation mark in the command is not closed.',
  });
});

test('a command with a folder and a secret variable', () => {
  const texts = {
    ...EMPTY,
    name: ' github ',
    command: 'npx server',
    folder: ' /home/me ',
    variables: [
      { id: 0, name: ' GITHUB_TOKEN ', value: 'secret' },
      { id: 1, name: '', value: '' },
    ],
  };
  expect(readServer(texts)).toEqual({
    server: {
      name: 'github',
      way: { kind: 'command', command: 'npx', args: ['server'], variables: ['GITHUB_TOKEN'], folder: '/home/me' },
      secrets: { GITHUB_TOKEN: 'secret' },
    },
  });
});

test('an address takes headers, and none of the variables', () => {
  const texts = {
    ...EMPTY,
    kind: 'url' as const,
    name: 'far',
    url: ' https://mcp.example.com/mcp ',
    variables: [{ id: 0, name: 'A', value: 'b' }],
    headers: [{ id: 0, name: 'Authorization', value: 'Bearer x' }],
  };
  expect(readServer(texts)).toEqual({
    server: {
      name: 'far',
      way: { kind: 'url', url: 'https://mcp.example.com/mcp', headers: ['Authorization'] },
      secrets: { Authorization: 'Bearer x' },
    },
  });
});

test.each([
  [{}, 'Enter a name, such as github.'],
  [{ name: 'mcp', command: 'x' }, '"mcp" the one that has the tools of all'],
  [{ name: 'a' }, 'Enter the command that starts the server.'],
  [{ name: 'a', kind: 'url' as const, url: 'ftp://x' }, 'begins with https://'],
  [{ name: 'a', command: 'x', variables: [{ id: 0, name: '', value: 'v' }] }, 'Line 1: enter the name'],
  [{ name: 'a', command: 'x', variables: [{ id: 0, name: 'V', value: '' }] }, 'Enter the value of V.'],
])('%j is not taken', (changes, sentence) => {
  expect(readServer({ ...EMPTY, ...changes })).toEqual({ problem: expect.stringContaining(sentence) });
});

test('an API has a provider, a description as an address or a file, and operations', () => {
  const texts = {
    ...EMPTY,
    kind: 'openapi' as const,
    name: 'pets',
    provider: 'pet-api',
    allow: 'GET /pets/*, GET /dogs',
  };
  expect(readServer({ ...texts, descriptionUrl: ' https://api.example/openapi.json ' })).toEqual({
    server: {
      name: 'pets',
      way: { kind: 'openapi', provider: 'pet-api', allow: ['GET /pets/*', 'GET /dogs'] },
      secrets: {},
      descriptionUrl: 'https://api.example/openapi.json',
    },
  });
  expect(readServer({ ...texts, file: new File(['{}'], 'a.json') })).not.toHaveProperty('server.descriptionUrl');
  expect(readServer(texts)).toEqual({
    problem: 'Enter the address of its OpenAPI description, or choose a file.',
  });
  expect(readServer({ ...texts, provider: '' })).toEqual({ problem: 'Choose the API.' });
});
