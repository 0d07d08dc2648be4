import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCli, startServe } from '../../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../../gateway/testing/start-serve.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { scopeOf } from '../../shared/policy.ts';
import { withGateway } from '../connect.ts';

/**
 * Only root mounts a small disk. The same with a limit of SQLite's own, for everybody:
 * gateway/accounts/stop-book.test.ts.
 */
const canMount = process.platform === 'linux' && userInfo().uid === 0;

let folder = '';
let serve: ServeProcess | undefined;

const ask = <Answer>(use: (gateway: GatewayClient) => Promise<Answer>): Promise<Answer> => withGateway(folder, use);
const purser = (...args: readonly string[]) => runCli([...args, '--data-dir', folder]);
/** Ends when there is no room for another byte. */
const fillDisk = async (): Promise<void> => {
  for (const size of [2 ** 16, 2 ** 12, 1]) {
    for (let file = 0; ; file += 1) {
      const full = await writeFile(join(folder, `fill-${size}-${file}`), Buffer.alloc(size, 1)).then(
        () => false,
        () => true,
      );
      if (full) break;
    }
  }
};
const freeDisk = (): void => void spawnSync('sh', ['-c', `rm -f "${folder}"/fill-*`]);

beforeEach(async () => {
  if (!canMount) return;
  folder = await mkdtemp(join(tmpdir(), 'purser-full-disk-'));
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m,mode=0700', 'purser-test', folder]).status).toBe(0);
  serve = await startServe(folder);
}, 60_000);
afterEach(async () => {
  if (!canMount) return;
  await serve?.end('SIGKILL');
  spawnSync('umount', ['-l', folder]);
  await rm(folder, { recursive: true, force: true });
});

it(
  'a stop on a full disk holds at once, says that it is not stored, and is there after the disk was freed and ' +
    'Purser killed',
  async ({ skip }) => {
    if (!canMount) return skip('Only root on Linux can mount a small disk.');
    const [aider, codex, revoked, paused, resumed] = await ask(async ({ agents, keys }) => {
      const caps = [{ window: 'day' as const, rolling: false, amount: nanodollarsOf(5e9) }];
      const made = [await agents.add({ name: 'Aider' }), await agents.add({ name: 'Codex' })] as const;
      const issue = (agent: string) => keys.issue({ agent, caps });
      return [...made, await issue('Aider'), await issue('Codex'), await issue('Codex')] as const;
    });
    await fillDisk();

    expect(await purser('key', 'revoke', revoked.id)).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/^Revoked key_.* not saved on disk yet/) as string,
    });
    const held = { notYetStored: true };
    await ask(async ({ keys, agents, everything, policies }) => {
      for (const { id } of [paused, resumed])
        expect(await keys.pause({ id })).toMatchObject({ state: 'paused', ...held });
      expect(await agents.pause({ id: codex.id })).toMatchObject({ paused: true, ...held });
      expect(await everything.pause()).toEqual({ everythingPaused: true, ...held });
      expect(await policies.set({ scope: scopeOf('agent', aider.id), policy: { expiresAt: 5 } })).toMatchObject(held);
    });
    expect((await purser('key', 'list')).stdout).toContain('revoked, NOT YET ON DISK');
    const answer = await fetch(`${serve?.url ?? ''}/openai/v1/models`, {
      headers: { authorization: `Bearer ${revoked.key}` },
    });
    expect(answer.status).toBe(403);

    freeDisk();
    // A resume comes behind the pauses that wait, and brings them along.
    expect(await ask(({ keys }) => keys.resume({ id: resumed.id }))).toMatchObject({ state: 'active' });
    await serve?.end('SIGKILL');
    serve = await startServe(folder);
    await ask(async ({ keys, agents, audit }) => {
      const states = new Map((await keys.list()).map(({ id, state }) => [id, state]));
      expect([revoked, paused, resumed].map(({ id }) => states.get(id))).toEqual(['revoked', 'paused', 'active']);
      expect(await agents.list()).toMatchObject([
        { paused: false, policy: { expiresAt: 5 } },
        { paused: true, policy: {} },
      ]);
      const entries = (await audit.newest({})).map(({ text }) => text).join('\n');
      for (const kind of ['sub-key-revoked', 'agent-paused', 'everything-paused', 'sub-key-resumed'])
        expect([kind, entries.split(`"${kind}"`).length]).toEqual([kind, 2]);
      expect(await audit.verify({})).toMatchObject({ brokenAt: null });
    });
  },
  120_000,
);

it('what found no room is written by itself', async ({ skip }) => {
  if (!canMount) return skip('Only root on Linux can mount a small disk.');
  const { id } = await ask(({ agents }) => agents.add({ name: 'Aider' }));
  await fillDisk();
  expect(await ask(({ agents }) => agents.pause({ id }))).toMatchObject({ paused: true, notYetStored: true });
  freeDisk();
  await ask(async ({ agents }) => {
    while ((await agents.list()).some(({ notYetStored }) => notYetStored)) await sleep(100);
  });
  await serve?.end('SIGKILL');
  serve = await startServe(folder);
  expect(await ask(({ agents }) => agents.list())).toMatchObject([{ paused: true }]);
}, 60_000);
