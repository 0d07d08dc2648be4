import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hintsAsTheyWork } from './invocation.ts';
import type { InvocationFacts } from './invocation.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-path-'));
  await writeFile(join(folder, 'purser'), '#!/bin/sh\n');
  await chmod(join(folder, 'purser'), 0o755);
});
afterAll(() => rm(folder, { recursive: true }));

const facts = (changes: Partial<InvocationFacts> = {}): InvocationFacts => ({
  env: { PATH: '/nowhere' },
  platform: 'linux',
  execPath: '/opt/node/bin/node',
  argv: ['/home/a/purser/out/cli/purser.js'],
  ...changes,
});
const HINT = 'Add one: purser provider add openai';

it('is the bare command where that is on the PATH', () => {
  expect(hintsAsTheyWork(HINT, facts({ env: { PATH: folder } }))).toBe(HINT);
});

it('is what started it where it is not', () => {
  const script = '/home/a/purser/out/cli/purser.js';
  expect(hintsAsTheyWork(HINT, facts())).toBe(`Add one: /opt/node/bin/node ${script} provider add openai`);
  expect(hintsAsTheyWork(HINT, facts({ env: { PATH: '/nowhere', npm_command: 'exec' } }))).toBe(
    'Add one: npx purser provider add openai',
  );
  expect(hintsAsTheyWork(HINT, facts({ argv: ['/home/a/.npm/_npx/1f/node_modules/.bin/purser'] }))).toBe(
    'Add one: npx @purser-app/purser provider add openai',
  );
  // What npm puts on the PATH is gone when it has ended.
  const env = { PATH: join('/home/a/shop/node_modules/.bin') };
  expect(hintsAsTheyWork('`purser status`', facts({ env }))).toContain(`${script} status`);
});

it('names the data folder that was named, once', () => {
  const given = facts({ env: { PATH: folder }, argv: ['purser.js', 'status', '--data-dir', '/tmp/my data'] });
  expect(hintsAsTheyWork(HINT, given)).toBe("Add one: purser --data-dir '/tmp/my data' provider add openai");
  expect(hintsAsTheyWork('Log in: purser open --data-dir /tmp/x', given)).toBe('Log in: purser open --data-dir /tmp/x');
  const run = facts({ env: { PATH: folder }, argv: ['purser.js', 'run', '--', 'x', '--data-dir', '/y'] });
  expect(hintsAsTheyWork(HINT, run)).toBe(HINT);
});

it('leaves everything else alone', () => {
  for (const text of [
    '/opt/purser serve',
    'npx purser open',
    'Purser stopped',
    'sk-purser x',
    '@purser-app/purser demo',
  ])
    expect(hintsAsTheyWork(text, facts())).toBe(text);
});
