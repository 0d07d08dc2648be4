import { afterEach, expect, it } from 'vitest';
import { subKeyIdSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { EVERYTHING, scopeOf } from '../../../shared/policy.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

let test: TestGateway;
afterEach(() => test.stop());

const usd = (dollars: number): number => dollars * 1_000_000_000;

it('a cap is raised by as much again or by an amount; raises add up, are on record, end with the day', async () => {
  let now = Date.parse('2026-11-21T12:00:00Z');
  test = await startTestGateway({ clock: { now: () => now } });
  const { caps, keys, audit } = test.client.gateway;
  const { id } = await test.issue('5/day', '20/total');
  const scope = scopeOf('key', id);
  const allowed = async (): Promise<readonly (number | undefined)[]> =>
    (await keys.list())[0]?.caps.map(({ amount }) => amount) ?? [];

  const { cap } = await caps.raise({ scope, window: 'day' });
  expect(cap).toMatchObject({ window: 'day', amount: usd(10), raisedBy: usd(5) });
  await caps.raise({ scope, window: 'day', extra: nanodollarsOf(usd(2)) });
  expect(await allowed()).toEqual([usd(12), usd(20)]);
  const kinds = (await audit.export({})).map(({ text }) => String(JSON.parse(text).kind));
  expect(kinds.filter((kind) => kind === 'cap-raised')).toHaveLength(2);

  // This is midnight in Berlin.
  now = Date.parse('2026-11-21T23:00:01Z');
  expect(await allowed()).toEqual([usd(5), usd(20)]);
});

it('an unknown scope and a revoked sub-key are not raised', async () => {
  test = await startTestGateway();
  const { caps, keys } = test.client.gateway;
  const { id } = await test.issue('5/day');
  await expect(caps.raise({ scope: scopeOf('key', id), window: 'week' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(caps.raise({ scope: scopeOf('key', id), window: 'day', rolling: true })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(
    caps.raise({ scope: scopeOf('key', subKeyIdSchema.parse('key_000000000000')), window: 'day' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(caps.raise({ scope: EVERYTHING, window: 'day' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await keys.revoke({ id });
  await expect(caps.raise({ scope: scopeOf('key', id), window: 'day' })).rejects.toMatchObject({ code: 'CONFLICT' });
});

it('a cap that holds requests in full still does so when it is raised, and says so', async () => {
  test = await startTestGateway();
  const { caps, keys, policies } = test.client.gateway;
  const { id } = await test.issue('5/day/full', '20/total');
  const scope = scopeOf('key', id);
  const shown = async () => (await keys.list())[0]?.caps.map(({ amount, hold }) => [amount, hold]);
  expect(await shown()).toEqual([
    [usd(5), 'full'],
    [usd(20), undefined],
  ]);
  const { cap } = await caps.raise({ scope, window: 'day' });
  expect(cap).toMatchObject({ amount: usd(10), hold: 'full' });
  expect(await shown()).toEqual([
    [usd(10), 'full'],
    [usd(20), undefined],
  ]);
  const kept = (await policies.list()).find((one) => one.scope === scope)?.policy.caps;
  expect(kept?.map(({ hold }) => hold)).toEqual(['full', undefined]);
});
