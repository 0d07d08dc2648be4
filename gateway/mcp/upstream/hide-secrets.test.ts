import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hideSecrets } from './hide-secrets.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-hide-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a file of this machine and a host are no secret that a server could tell', () => {
  const file = join(folder, 'memory.json');
  const hider = hideSecrets({ FILE: file, HOST: 'https://api.example.com', TOKEN: 'a-token-of-somebody' });
  expect(hider.text(`${file} https://api.example.com a-token-of-somebody`)).toBe(
    `${file} https://api.example.com *******************`,
  );
});

test('what only looks like a path, and an address with more than a host, stay hidden', () => {
  const [key, hook] = ['/aB3dEf+gH1jK', 'https://hooks.example.com/T0/B0/secret'];
  const hider = hideSecrets({ KEY: key, HOOK: hook, ODD: '/no-such-folder-at-all/secret' });
  expect(hider.text(`${key} ${hook} /no-such-folder-at-all/secret`)).toMatch(/^[* ]+$/);
});
