import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { PurserClient } from '../../../shared/contract/contract.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import { commandOf, connectNewest } from './testing.ts';

const name = providerNameSchema.parse('evil');
let at: TestGateway;
let folder: string;
beforeEach(async () => {
  at = await startTestGateway();
  folder = await mkdtemp(join(tmpdir(), 'purser-doors-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Purser</title>');
});
afterEach(async () => {
  await at.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A client of the contract, as in a browser that is logged in. */
async function browser(): Promise<PurserClient> {
  const { url } = await at.gateway.serveDashboard({ assetsFolder: folder, port: 0, onLogin: () => undefined });
  const code = new URL(at.gateway.loginLink().link).hash.replace('#login=', '');
  const entered = await fetch(`${url}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  const { bearer } = z.object({ bearer: z.string() }).parse(await entered.json());
  return createORPCClient(new RPCLink({ url: `${url}/rpc`, headers: { authorization: `Bearer ${bearer}` } }));
}

test('a browser may not say which command runs on this machine', async () => {
  const { mcp } = (await browser()).gateway;
  const mark = join(folder, 'was-run');
  await expect(mcp.add({ name, way: commandOf('touch', mark), unchecked: true })).rejects.toThrow(
    'A browser may not say which command runs on this machine.',
  );
  expect(await mcp.list()).toEqual([]);
  await expect(stat(mark)).rejects.toThrow('ENOENT');
});

test('nobody without a sub-key is answered, and no web page with one', async () => {
  const { key } = await at.issue('5/day');
  await expect(connectNewest(`${at.gateway.url}/mcp`, 'sk-purser-nobody')).rejects.toThrow('401');
  const post = (headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${at.gateway.url}/mcp`, { method: 'POST', body: '{}', headers });
  expect((await post({})).status).toBe(401);
  expect((await post({ authorization: `Bearer ${key}`, origin: 'https://evil.example' })).status).toBe(403);
});
