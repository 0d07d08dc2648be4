import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { startRecordingProxy } from '../../testing/recording-proxy.ts';
import { startConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ToolRoute, ToolRoutes, ToolSpec } from '../tool-spec.ts';
import { proxiesIn } from './loopback.ts';
import { codex } from '../tools/codex/codex.ts';
import { shell } from '../tools/shell/shell.ts';
import { TOOLS } from '../tools/tools.ts';

let machine: ConnectedMachine;
let client: GatewayClient;

beforeAll(async () => {
  machine = await startConnectedMachine({ gemini: true });
  await mkdir(join(machine.home, 'app'));
  ({ client } = machine);
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const { connections } of await client.connections.list())
    for (const { id } of connections) await client.connections.disconnect({ id });
});
afterAll(() => machine.stop());

/** From now on the tool's files get other addresses than they should, and Purser believes that they are right. */
function planWrongly(tool: ToolSpec, wrong: (route: ToolRoute) => Partial<ToolRoute>): void {
  const { files } = tool;
  if (!files) return;
  vi.spyOn(tool, 'files').mockImplementation((input) => {
    const routes: ToolRoutes = Object.fromEntries(
      Object.entries(input.routes).map(([family, route]) => [family, { ...route, ...wrong(route) }]),
    );
    return files({ ...input, routes });
  });
}

async function connected(
  tool: ToolSpec,
  ask: { readonly provider?: string; readonly models?: string[] } = {},
): Promise<string> {
  const { connection } = await client.connections.connect({
    tool: tool.id,
    ...ask,
    ...(tool.scope === 'project' ? { project: join(machine.home, 'app') } : {}),
  });
  return connection.id;
}

/** How many the audit log and the person's pages would tell of. */
async function refusals(): Promise<number> {
  return (await client.audit.export({ after: 0 })).filter(({ text }) => text.includes('request-refused')).length;
}

describe.each(TOOLS.filter((tool) => tool.files !== undefined).map((tool) => [tool.id, tool] as const))(
  '%s',
  (_, tool) => {
    const choices = tool.speaks.filter((family) => family !== 'gemini' || tool.speaks.length === 1);

    it.each(choices)(
      'is green with %s, and the request in its place costs nothing and reaches no provider',
      async (provider) => {
        const before = [machine.host.provider.requests.length, await refusals()];
        const id = await connected(tool, { provider });
        expect(await client.connections.verify({ id })).toMatchObject({ ok: true, how: 'on-its-behalf' });
        expect([machine.host.provider.requests.length, await refusals()]).toEqual(before);
        expect(await client.usage.recent({ limit: 10 })).toEqual([]);
      },
    );

    it('is not green with a doubled version in its file, though nothing there was changed', async () => {
      planWrongly(tool, ({ root, v1 }) => ({ root: `${root}/v1`, v1: `${v1}/v1`, v1beta: `${v1}/v1beta` }));
      const id = await connected(tool);
      const shown = (await client.connections.list()).flatMap(({ connections }) => connections);
      expect(shown).toMatchObject([{ id, state: 'connected' }]);
      expect(await client.connections.verify({ id })).toMatchObject({
        ok: false,
        how: null,
        text: expect.stringMatching(/\/v1\/v1/),
      });
    });
  },
);

it("is not green where the provider does not speak the protocol of the tool's first request", async () => {
  await client.providers.add({
    kind: 'custom-anthropic',
    name: 'house',
    baseUrl: machine.host.provider.anthropicBaseUrl,
    key: 'x',
    unchecked: true,
  });
  // The sub-key, the port and the file are right: only the path tells.
  planWrongly(codex, ({ v1 }) => ({ v1: v1.replace('/openai', '/house') }));
  const id = await connected(codex);
  expect(await client.connections.verify({ id })).toMatchObject({
    ok: false,
    how: null,
    text: expect.stringContaining('/house/v1/responses'),
  });
});

it("is not proved by a request of the tool's own to a path that leads nowhere", async () => {
  const id = await connected(codex);
  const text = (await machine.read('.codex/config.toml')) ?? '';
  const key = /sk-purser-[0-9A-Za-z]{38}/.exec(text)?.[0] ?? '';
  const ask = (path: string) =>
    fetch(`${machine.host.openaiUrl}${path}`, {
      headers: { authorization: `Bearer ${key}`, 'user-agent': 'codex_exec/0.169.0' },
    });
  const proof = async () =>
    (await client.connections.list()).flatMap(({ connections }) => connections).find((one) => one.id === id)?.verified;
  expect((await ask('/v1/models')).status).toBe(404);
  // A repair waits its turn behind whatever that request has set going.
  expect((await client.connections.repair({ id })).verified).toBeNull();
  await ask('/models');
  await expect.poll(proof).toMatchObject({ how: 'own-request' });
});

it.skipIf(process.platform === 'win32')(
  "is not green where the person's proxy would be sent the sub-key, with or without a run of the tool",
  async () => {
    const proxy = await startRecordingProxy();
    const bin = join(machine.home, '.local', 'bin');
    await mkdir(bin, { recursive: true });
    // Asks as Codex does, by way of whatever proxy there is.
    const asks =
      `curl -s -o /dev/null -A codex_exec -X POST -H "authorization: Bearer $(sed -n 's/.*token = ` +
      `"\\(.*\\)"/\\1/p' "$0.key")" '${machine.host.openaiUrl}/responses' -d '{}'`;
    await writeFile(join(bin, 'codex'), `#!/bin/sh\nPATH=/usr/bin:/bin\n${asks}\n`, { mode: 0o755 });
    try {
      const id = await connected(codex);
      await writeFile(join(bin, 'codex.key'), (await machine.read('.codex/config.toml')) ?? '');
      const inTheWay = {
        ok: false,
        how: null,
        text: expect.stringMatching(
          /^http_proxy is set, and NO_PROXY does not exclude 127\.0\.0\.1: Codex CLI may send its sub-key/,
        ),
      };
      for (const run of [false, true]) {
        expect(
          await client.connections.verify({ id, run, proxies: { http_proxy: proxy.url, NO_PROXY: 'corp.example' } }),
        ).toMatchObject(inTheWay);
      }
      expect(proxy.seen).toEqual([]);
      const kept = { http_proxy: proxy.url, NO_PROXY: 'corp.example,127.0.0.1' };
      expect(await client.connections.verify({ id, proxies: kept })).toMatchObject({ ok: true });
      expect(await client.connections.verify({ id, run: true, proxies: kept })).toMatchObject({
        ok: true,
        how: 'self-test',
      });
      // What is written for a shell keeps proxies off by itself.
      expect(
        await client.connections.verify({ id: await connected(shell), proxies: { http_proxy: proxy.url } }),
      ).toMatchObject({ ok: true });
    } finally {
      await proxy.stop();
    }
  },
);

it('hears of the proxies of a shell, and of no password', () => {
  const env = {
    http_proxy: 'http://me:secret@proxy.example:8080',
    ALL_PROXY: 'me:secret@proxy.example',
    no_proxy: 'corp.example',
    OPENAI_API_KEY: 'secret',
  };
  expect(proxiesIn(env)).toEqual({
    http_proxy: 'http://proxy.example:8080',
    ALL_PROXY: 'proxy.example',
    no_proxy: 'corp.example',
  });
});
