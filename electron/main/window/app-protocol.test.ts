import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from './app-protocol.ts';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'purser-assets-'));
  await mkdir(join(root, 'bundle', 'assets'), { recursive: true });
  await writeFile(join(root, 'bundle', 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'bundle', 'assets', 'main-A_b-1.js'), 'export {};');
  await writeFile(join(root, 'secret.json'), '{}');
});
afterAll(() => rm(root, { recursive: true }));

describe('the app scheme', () => {
  test('serves the page with a policy that allows our own code only', async () => {
    const response = await answer(join(root, 'bundle'), 'purser-app://dashboard/index.html');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await response.text()).toBe('<!doctype html>');
  });

  test('serves hashed assets as scripts', async () => {
    const response = await answer(join(root, 'bundle'), 'purser-app://dashboard/assets/main-A_b-1.js');
    expect(response.headers.get('content-type')).toMatch(/javascript/);
  });

  test.each([
    'purser-app://evil/index.html',
    'purser-app://dashboard/missing.html',
    'purser-app://dashboard/..%2fsecret.json',
    'purser-app://dashboard/%2e%2e/secret.json',
    'purser-app://dashboard/assets/../../secret.json',
    'purser-app://dashboard//etc/hosts.json',
    'purser-app://dashboard/assets',
    'purser-app://dashboard/',
  ])('%s is not found', async (url) => {
    expect((await answer(join(root, 'bundle'), url)).status).toBe(404);
  });
});
