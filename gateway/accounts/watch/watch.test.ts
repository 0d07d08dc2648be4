import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { EVERYTHING } from '../../../shared/policy.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { openSpendProcess, removeFolder } from '../../testing/spend-process.ts';
import { createNotices } from '../notices.ts';
import { createWatch, PAST_MS } from './watch.ts';

const MINUTE = 60_000;
const TEN_CENTS = nanodollarsOf(100_000_000);

it("still knows an agent's usual pace after a restart", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'purser-watch-'));
  const start = Date.parse('2026-11-21T09:00:00Z');
  let now = start;
  const clock = { now: () => now };
  const before = await openSpendProcess(folder, clock, 'UTC');
  const { key } = await before.directory.issue(await before.directory.addAgent('Claude Code'), {
    caps: [{ window: 'total', rolling: false, amount: nanodollarsOf(1e12) }],
  });
  before.spend.setCaps(EVERYTHING, [{ window: 'total', rolling: false, amount: nanodollarsOf(1e12) }]);
  // Ten cents a minute for an hour.
  for (; now < start + 60 * MINUTE; now += MINUTE) {
    const result = before.spend.reserve(
      key,
      {
        provider: providerNameSchema.parse('openai'),
        model: 'm',
        endpoint: 'chat/completions',
        stream: true,
        reserved: TEN_CENTS,
        price: '{}',
        loweredOutput: false,
      },
      1,
    );
    if (result.reserved)
      await result.reservation.settle({
        cost: TEN_CENTS,
        usage: NO_USAGE,
        certainty: 'exact',
        basis: 'usage',
        outcome: 'served',
        status: 200,
      });
  }
  await before.close();

  now += 5 * MINUTE;
  const { ledger, directory, limits, spend: book, close } = await openSpendProcess(folder, clock, 'UTC');
  const [request] = await ledger.recent(1);
  if (!request) throw new Error('nothing was spent');
  const burst = { ...request, cost: nanodollarsOf(6e9) };
  const noticesAfter = async (from: number): Promise<readonly string[]> => {
    const notices = createNotices(() => undefined);
    const past = await ledger.buckets(from, now);
    const watch = createWatch({
      capped: [],
      capLevels: () => [50, 80, 100],
      directory,
      limits,
      spend: book,
      notices,
      past,
      clock,
      timeZone: 'UTC',
      append: () => Promise.resolve(),
      pause: () => Promise.resolve(),
      onFault: (error) => expect(error).toBeUndefined(),
    });
    watch.settled(burst);
    return notices.newestFirst().map(({ text }) => text);
  };
  expect(await noticesAfter(now - PAST_MS)).toEqual([
    expect.stringContaining(
      'spends unusually fast: $2.00 a minute, where $0.10 a minute is usual. It is still running;',
    ),
  ]);
  // A warning comes once per burst, not once per request; and a person who resumes a paused agent has decided.
  const paused: string[] = [];
  const notices = createNotices(() => undefined);
  const past = await ledger.buckets(now - PAST_MS, now);
  const watch = createWatch({
    capped: [],
    capLevels: () => [50, 80, 100],
    directory,
    limits,
    spend: book,
    notices,
    past,
    clock,
    timeZone: 'UTC',
    append: () => Promise.resolve(),
    pause: (id) => Promise.resolve(void paused.push(id)),
    onFault: (error) => expect(error).toBeUndefined(),
  });
  for (let turn = 0; turn < 20; turn += 1) watch.settled(burst);
  expect(notices.newestFirst()).toHaveLength(1);
  await limits.set(EVERYTHING, { brake: { velocity: 'pause' } });
  for (let turn = 0; turn < 20; turn += 1) watch.settled(burst);
  expect(paused).toEqual([request.agentId]);
  expect(notices.newestFirst()).toHaveLength(2);
  // A clock that was set back makes an earlier answer void.
  now -= 31 * MINUTE;
  for (let turn = 0; turn < 20; turn += 1) watch.settled(burst);
  expect(paused).toHaveLength(2);
  now += 31 * MINUTE;
  // Without its past it is a new agent, which has nothing to be compared with.
  expect(await noticesAfter(now)).toEqual([]);
  await close();
  await removeFolder(folder);
});
