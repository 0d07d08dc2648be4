import OpenAI from 'openai';
import { afterEach, expect, it } from 'vitest';
import { parseCap } from '../../shared/cap.ts';
import { scopeOf } from '../../shared/policy.ts';
import { startTestGateway } from '../testing/start-test-gateway.ts';
import type { TestGateway } from '../testing/start-test-gateway.ts';

let test: TestGateway;
afterEach(() => test.stop());

const CAPS = ['5/day'].flatMap((text) => parseCap(text) ?? []);

it('what was spent is told by project: of the folder a sub-key was issued for, else the only one where it may be used', async () => {
  test = await startTestGateway();
  const { agents, keys, policies, usage } = test.client.gateway;
  await agents.add({ name: 'Codex' });
  test.provider.setScript({ inputTokens: 1_000, outputTokens: 100 });
  const spend = async (project?: string): Promise<string> => {
    const { id, key } = await keys.issue({ agent: 'Codex', caps: CAPS, ...(project === undefined ? {} : { project }) });
    const client = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0, defaultHeaders: { 'session-id': `conversation-${project?.slice(-1) ?? '0'}` } });
    await client.chat.completions.create({ model: 'gpt-4o-mini', max_tokens: 100, messages: [{ role: 'user', content: 'Hello' }] });
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
  expect((await keys.list()).map(({ project }) => project)).toEqual(expect.arrayContaining(['/home/me/a', '/home/me/b', null]));

  const key = (await keys.list()).find(({ id }) => id === anywhere);
  await policies.set({ scope: scopeOf('key', anywhere), policy: { ...key?.policy, folder: '/home/me/b' } });
  expect(await points()).toEqual({ '/home/me/a': 2 * cost, '/home/me/b': 2 * cost });

  // And by conversation.
  expect((await usage.search({ session: 'conversation-a' })).requests).toHaveLength(2);
  expect((await usage.search({ session: 'conversation-b' })).requests).toMatchObject([{ session: 'conversation-b', cost }]);
});
