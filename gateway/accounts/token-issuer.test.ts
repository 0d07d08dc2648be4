import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseCap } from '../../shared/cap.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { ZERO } from '../../shared/money.ts';
import { scopeOf } from '../../shared/policy.ts';
import { openSpendProcess, removeFolder } from '../testing/spend-process.ts';
import type { SpendProcess } from '../testing/spend-process.ts';
import { createTokenIssuer } from './token-issuer.ts';
import type { Token, TokenIssuer } from './token-issuer.ts';

const HOUR = 3_600_000;
const caps = (text: string) => [text].flatMap((one) => parseCap(one) ?? []);
let now = Date.parse('2026-11-21T12:00:00Z');
const clock = { now: () => now };
let folder = '';
let gateway: SpendProcess;
let desk: TokenIssuer;

const start = async (): Promise<void> => {
  gateway = await openSpendProcess(folder, clock, 'UTC');
  desk = createTokenIssuer({ directory: gateway.directory, limits: gateway.limits, ledger: gateway.ledger, clock });
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-token-'));
  await start();
  await gateway.directory.addAgent('Claude Code');
});
afterEach(async () => {
  await gateway.close();
  await removeFolder(folder);
});
const take = (more: Partial<Parameters<TokenIssuer['take']>[1]> = {}): Promise<Token> =>
  desk.take(gateway.directory.agentNamed('Claude Code'), { forMs: HOUR, caps: undefined, renew: false, ...more });
/** The result of a request's look-up for a secret. */
const worksAs = (secret: string): string | undefined => gateway.directory.findSecret(secret)?.secret;

it('is the same for the first half of its life, then a new one, and the old one works until its end', async () => {
  const [first, again] = [await take(), await take()];
  expect(again).toEqual(first);
  expect(first.endsAt).toBe(now + HOUR);
  now += 0.6 * HOUR;
  const next = await take();
  expect([next.id, next.secret === first.secret, next.endsAt]).toEqual([first.id, false, now + HOUR]);
  expect([worksAs(first.secret), worksAs(next.secret)]).toEqual(['old', 'current']);
  now += 0.5 * HOUR;
  expect([worksAs(first.secret), worksAs(next.secret)]).toEqual(['expired', 'current']);
});

it('makes one sub-key, however often and however many at once, over restarts too', async () => {
  await Promise.all([take(), take(), take()]);
  for (let turn = 0; turn < 5; turn += 1) {
    now += 2 * HOUR;
    await gateway.close();
    await start();
    const token = await take();
    expect(worksAs(token.secret)).toBe('current');
    expect(gateway.limits.policyOf(scopeOf('key', token.id)).expiresAt).toBe(now + HOUR);
  }
  expect(gateway.directory.keys()).toHaveLength(1);
});

it('keeps its caps and what the person changed, unless other caps are requested', async () => {
  const { id } = await take();
  const policy = () => gateway.limits.policyOf(scopeOf('key', id));
  expect(policy().caps).toEqual(caps('5/day'));
  await gateway.limits.set(scopeOf('key', id), { ...policy(), caps: caps('1/day'), maxOutput: 100 });
  now += HOUR;
  await take();
  expect(policy()).toMatchObject({ caps: caps('1/day'), maxOutput: 100 });
  await take({ caps: caps('2/hour') });
  expect(policy()).toMatchObject({ caps: caps('2/hour'), maxOutput: 100 });
  expect(gateway.spend.accounts(scopeOf('key', id)).map(({ cap }) => cap)).toEqual(caps('2/hour'));
});

it('does not come back by itself when it was revoked', async () => {
  const first = await take();
  await gateway.directory.revoke(first.id);
  await expect(take()).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('--renew') });
  const again = await take({ renew: true });
  expect(again.id).not.toBe(first.id);
  expect(worksAs(again.secret)).toBe('current');
  expect(await take()).toEqual(again);
});

it('forgets replaced secrets in time', async () => {
  const first = await take();
  now += HOUR;
  const second = await take();
  now += 40 * 24 * HOUR;
  await take();
  expect(worksAs(second.secret)).toBe('expired');
  expect(worksAs(first.secret)).toBeUndefined();
  await gateway.close();
  await start();
  expect([worksAs(first.secret), worksAs(second.secret)]).toEqual([undefined, 'expired']);
});

it('keeps the limit on the number of requests when its caps are replaced', async () => {
  const { id } = await take();
  const scope = scopeOf('key', id);
  const calls = [{ window: 'day', rolling: false, count: 1 }] as const;
  await gateway.limits.set(scope, { ...gateway.limits.policyOf(scope), calls: [...calls] });
  gateway.spend.setCaps(scope, caps('5/day'), calls);
  await take({ caps: caps('10/day') });
  const wish = {
    provider: providerNameSchema.parse('openai'),
    model: 'm',
    endpoint: 'e',
    stream: false,
    reserved: ZERO,
    price: '{}',
    loweredOutput: false,
  };
  const reserve = () => gateway.spend.reserve(gateway.directory.key(id), wish, 0);
  expect([reserve().reserved, reserve()]).toMatchObject([true, { reserved: false, unit: 'calls' }]);
});
