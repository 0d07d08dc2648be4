import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { NoticeView } from '../../../shared/contract/views.ts';
import { parseCap } from '../../../shared/cap.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { createEmitter } from '../../platform/emitter.ts';
import { createNotices } from '../../accounts/notices.ts';
import { createProviderBook } from '../../accounts/provider-book.ts';
import { ownersOf } from '../../accounts/spend/spend-book.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { createTaskQueue } from '../../platform/task-queue.ts';
import { createMemoryStore } from '../../secrets/memory-store.ts';
import { openSpendProcess, removeFolder } from '../../testing/spend-process.ts';
import { contradictStops } from './contradict-stops.ts';

it('a provider that went on though it was left is found out by its own figures', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'purser-stops-'));
  const clock = { now: () => 1_000_000 };
  const { ledger, directory, spend: book, close } = await openSpendProcess(folder, clock, 'UTC');
  const openai = providerNameSchema.parse('openai');
  const providers = createProviderBook({ ledger, secrets: createMemoryStore(), clock });
  await providers.add({ name: openai, kind: 'openai', baseUrl: 'https://api.openai.com/v1', createdAt: 1 }, 'key');
  const caps = [parseCap('5/day')].filter((cap) => cap !== undefined);
  const { key } = await directory.issue(await directory.addAgent('Editor'), { caps });
  const notices = createNotices(() => undefined);
  const changed = createEmitter<void>(() => undefined);
  const deps = { ledger, corrections: createTaskQueue(), spend: book, providers, notices, clock, changed };

  const spend = async (basis: 'left' | 'usage') => {
    const held = book.reserve(
      key,
      {
        provider: openai,
        model: 'gpt-4o',
        endpoint: 'responses',
        stream: true,
        reserved: nanodollarsOf(1_000),
        price: '{}',
        loweredOutput: false,
      },
      1,
    );
    if (!held.reserved) throw new Error('refused');
    await held.reservation.settle({
      cost: nanodollarsOf(100),
      usage: NO_USAGE,
      certainty: 'estimated',
      basis,
      outcome: 'client-gone',
      status: 200,
    });
    return held.reservation.record.id;
  };
  const left = () => book.left(ownersOf(key, openai));

  // A lower cost than assumed, or a row without an assumption, proves nothing.
  await contradictStops(deps, { requestId: await spend('left'), provider: openai, cost: nanodollarsOf(90) });
  await contradictStops(deps, { requestId: await spend('usage'), provider: openai, cost: nanodollarsOf(900) });
  expect([providers.find('openai')?.stopsWhenLeft ?? null, notices.newestFirst()]).toEqual([null, []]);

  const before = left();
  const id = await spend('left');
  await contradictStops(deps, { requestId: id, provider: openai, cost: nanodollarsOf(700) });
  expect(before - left()).toBe(700);
  expect(await ledger.request(id)).toMatchObject({ cost: 700, certainty: 'exact', basis: 'usage' });
  expect(providers.find('openai')?.stopsWhenLeft).toBe('no');
  expect(notices.newestFirst()).toMatchObject([
    { kind: 'bill-fault', text: expect.stringContaining('--stops-when-left auto') as string },
  ] satisfies Partial<NoticeView>[]);

  // Reported twice at once, it counts once.
  const [twice, room] = [await spend('left'), left()];
  await Promise.all(
    [800, 800].map((cost) => contradictStops(deps, { requestId: twice, provider: openai, cost: nanodollarsOf(cost) })),
  );
  expect(room - left()).toBe(700);
  await close();
  await removeFolder(folder);
});
