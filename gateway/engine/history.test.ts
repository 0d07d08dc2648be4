import OpenAI from 'openai';
import { afterEach, expect, it } from 'vitest';
import { startTestGateway } from '../testing/start-test-gateway.ts';
import type { TestGateway } from '../testing/start-test-gateway.ts';

let test: TestGateway;
afterEach(() => test.stop());

const DAY_MS = 86_400_000;
const ASK = { model: 'gpt-4o-mini', max_tokens: 50, messages: [{ role: 'user', content: 'hello' }] } as const;

async function spendOnDays(...days: readonly number[]): Promise<() => Promise<readonly [number, number]>> {
  const start = Date.parse('2026-08-10T10:00:00Z');
  let now = start;
  test = await startTestGateway({ clock: { now: () => now } });
  const { key } = await test.issue('50/total');
  const client = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
  for (const [index, day] of days.entries()) {
    now = start + day * DAY_MS;
    await client.chat.completions.create({ ...ASK, messages: [...ASK.messages] });
    await test.settled(index + 1);
  }
  return async () => {
    const { usage, keys } = test.client.gateway;
    const [subKey] = await keys.list();
    return [(await usage.recent({ limit: 500 })).length, subKey?.caps[0]?.spent ?? 0];
  };
}

it('requests that are too old are deleted at once, and sums stay', async () => {
  const see = await spendOnDays(0, 20, 30);
  const [, spent] = await see();
  expect(spent).toBeGreaterThan(0);
  const { settings, usage, audit } = test.client.gateway;
  expect((await settings.set({ keepRequestsDays: 14 })).keepRequestsDays).toBe(14);
  expect(await see()).toEqual([2, spent]);
  expect((await usage.summary({ by: 'model' })).rows).toMatchObject([{ group: 'gpt-4o-mini', requests: 3 }]);
  const kinds = (await audit.newest({})).map(({ text }) => String(JSON.parse(text).kind));
  expect(kinds).toEqual(expect.arrayContaining(['history-deleted', 'settings-changed']));
  expect(await audit.verify()).toMatchObject({ brokenAt: null });
});

it('all history is deleted, and a cap on a total does not begin again', async () => {
  const see = await spendOnDays(0, 60);
  const [, spent] = await see();
  const { settings, usage } = test.client.gateway;
  expect(await settings.deleteHistory({ confirm: true })).toEqual({ requests: 2, logged: 0 });
  expect(await see()).toEqual([0, spent]);
  expect(await usage.summary({ by: 'model' })).toMatchObject({
    total: { nanodollars: spent },
    rows: expect.arrayContaining([
      expect.objectContaining({ group: 'gpt-4o-mini', requests: 1 }),
      expect.objectContaining({ group: '(deleted history)', requests: 1 }),
    ]),
  });
  // Twice changes nothing more.
  await settings.deleteHistory({ confirm: true });
  expect(await see()).toEqual([0, spent]);
});

it('settings are kept, seen live, and refused with a sentence when they make no sense', async () => {
  test = await startTestGateway();
  const { settings, live } = test.client.gateway;
  const events = await live();
  const seen: unknown[] = [];
  const reading = (async () => {
    for await (const event of events) {
      if (!('state' in event)) continue;
      seen.push(event.state.settings.clock);
      if (event.state.settings.clock === 'h24') break;
    }
  })();
  await settings.set({ clock: 'h24' });
  await settings.set({
    weekStart: 'sunday',
    notifications: { on: true, muted: ['prices'], capLevels: [90], quiet: null },
  });
  await reading;
  expect(seen[0]).toBe('region');
  expect(await settings.get()).toMatchObject({ clock: 'h24', weekStart: 'sunday', notifications: { capLevels: [90] } });
  await expect(settings.set({ port: 80 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
