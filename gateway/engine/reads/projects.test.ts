import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import OpenAI from 'openai';
import { afterEach, expect, it } from 'vitest';
import { parseCap } from '../../../shared/cap.ts';
import { requestIdSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
afterEach(() => test.stop());

const CAPS = ['5/day'].flatMap((text) => parseCap(text) ?? []);

it('spending is shown by project: the folder that a sub-key was issued for, or is limited to', async () => {
  test = await startTestGateway();
  const { agents, keys, policies, usage } = test.client.gateway;
  await agents.add({ name: 'Codex' });
  test.provider.setScript({ inputTokens: 1_000, outputTokens: 100 });
  const spend = async (project?: string): Promise<string> => {
    const { id, key } = await keys.issue({
      agent: 'Codex',
      caps: CAPS,
      ...(project === undefined ? {} : { project }),
    });
    const client = new OpenAI({
      baseURL: test.openaiUrl,
      apiKey: key,
      maxRetries: 0,
      defaultHeaders: { 'session-id': `conversation-${project?.slice(-1) ?? '0'}` },
    });
    await client.chat.completions.create({
      model: 'gpt-4o-mini',
      max_tokens: 100,
      messages: [{ role: 'user', content: 'Hello' }],
    });
    return id;
  };
  await spend('/home/me/a');
  await spend('/home/me/a');
  await spend('/home/me/b');
  const anywhere = await spend();
  const rows = await test.settled(4);
  const [cost = 0] = rows.map((row) => row.cost);

  const points = async (): Promise<Record<string, number>> => {
    const series = await usage.series({ range: 'hour', by: 'project' });
    return Object.fromEntries(series.points.map(({ group, nanodollars }) => [group, nanodollars]));
  };
  expect(await points()).toEqual({ '/home/me/a': 2 * cost, '/home/me/b': cost, '': cost });
  expect((await keys.list()).map(({ project }) => project)).toEqual(
    expect.arrayContaining(['/home/me/a', '/home/me/b', null]),
  );

  const key = (await keys.list()).find(({ id }) => id === anywhere);
  await policies.set({ scope: scopeOf('key', anywhere), policy: { ...key?.policy, folder: '/home/me/b' } });
  expect(await points()).toEqual({ '/home/me/a': 2 * cost, '/home/me/b': 2 * cost });

  // The search works by conversation, too.
  expect((await usage.search({ session: 'conversation-a' })).requests).toHaveLength(2);
  expect((await usage.search({ session: 'conversation-b' })).requests).toMatchObject([
    { session: 'conversation-b', cost },
  ]);
});

/**
 * Sends a request from a folder, as a tool that is connected for the whole machine does, and stays until it is ended.
 */
async function askFrom(cwd: string, key: string): Promise<() => Promise<void>> {
  const runner = fileURLToPath(new URL('../../proxy/caller/caller-runner.ts', import.meta.url));
  const child = spawn(process.execPath, [runner, `${test.openaiUrl}/chat/completions`, key], {
    cwd,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.write('ask\n');
  await once(child.stdout, 'data');
  return async () => {
    child.stdin.end();
    await once(child, 'exit');
  };
}

it.runIf(process.platform === 'linux')(
  'a request of a tool that is connected for the machine is shown by its repository, also when its cost is corrected',
  async () => {
    test = await startTestGateway({ script: { inputTokens: 1_000, outputTokens: 5 } });
    const base = await realpath(await mkdtemp(join(tmpdir(), 'purser-repositories-')));
    try {
      const [shop, blog] = [join(base, 'shop'), join(base, 'blog')];
      await mkdir(join(shop, '.git'), { recursive: true });
      await mkdir(join(shop, 'src'));
      await mkdir(blog);
      await writeFile(join(blog, '.git'), 'gitdir: ../shop/.git/worktrees/blog');
      const { key } = await test.issue('5/day');
      const tools = [await askFrom(join(shop, 'src'), key), await askFrom(blog, key), await askFrom(base, key)];
      const [first, second] = await test.settled(3);
      const cost = first?.cost ?? 0;
      const points = async (): Promise<Record<string, number>> => {
        const series = await test.client.gateway.usage.series({ range: 'hour', by: 'project' });
        return Object.fromEntries(series.points.map(({ group, nanodollars }) => [group, nanodollars]));
      };
      await expect.poll(points, { timeout: 10_000 }).toEqual({ [shop]: cost, [blog]: cost, '': cost });
      for (const end of tools) await end();
      const day = await test.client.gateway.usage.series({ range: 'day', by: 'project' });
      expect(Object.fromEntries(day.points.map(({ group, nanodollars }) => [group, nanodollars]))).toEqual({
        [shop]: cost,
        [blog]: cost,
        '': cost,
      });
      await test.client.gateway.usage.correct({
        id: second?.id ?? requestIdSchema.parse(''),
        cost: nanodollarsOf(7_000_000),
      });
      expect(await points()).toEqual({ [shop]: cost, [blog]: 7_000_000, '': cost });
    } finally {
      await rm(base, { recursive: true, force: true });
    }
  },
);
