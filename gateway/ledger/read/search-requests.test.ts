import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestSearch } from '../../../shared/contract/usage-views.ts';
import { agentIdSchema, providerNameSchema, requestIdSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import { ZERO } from '../../../shared/money.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { openConnection } from '../../platform/connection.ts';
import { openLedger } from '../ledger.ts';
import type { Ledger } from '../ledger.ts';
import { SEARCH_WINDOW } from './search-requests.ts';
import type { SearchPosition } from './search-conditions.ts';
import { statements } from '../statements.ts';

/** More than one window, settled three to a millisecond. */
const ROWS = SEARCH_WINDOW + 500;
/** Three models that hardly anybody uses any more: behind the window, and now and then before it. */
const OLD = 400;
const isOld = (i: string): string => `(${i} < ${OLD} OR ${i} % 10000 = 7)`;
const AGENT = agentIdSchema.parse('agt_abcdefghijkl');
const KEY = subKeyIdSchema.parse('key_abcdefghijkl');
let folder = '';
let ledger: Ledger;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-search-'));
  ledger = await openLedger(folder);
  await ledger.write([
    statements.addAgent({ id: AGENT, name: 'Claude Code', createdAt: 0, paused: false }),
    statements.addSubKey({
      id: KEY,
      agentId: AGENT,
      hash: 'f',
      hint: 'wxyz',
      createdAt: 0,
      paused: false,
      revokedAt: null,
      rotatedAt: null,
      project: '/home/me/shop',
    }),
  ]);
  const writer = await openConnection(join(folder, 'ledger.sqlite'), 'write');
  await writer.exec(
    `
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS - 1})
    INSERT INTO requests (session, id, sub_key_id, agent_id, provider, model, stream, started_at, reserved, price, ` +
      `lowered_output, settled_at, cost, certainty, outcome, status,
      input_tokens, cache_read_tokens, cache_write_tokens, output_tokens)
    SELECT iif(i % 4 = 1, 'conversation', NULL), printf('req_%016d', i), '${KEY}', '${AGENT}', 'openai', iif(i = 3, ` +
      `'100%_rare', iif(${isOld('i')}, 'old-' || (i % 3), 'gpt-4o')), 1, i, 9, '{}', 0, iif(i = 9, NULL, i / 3), 7, ` +
      `'exact', iif(i % 2 = 0, 'served', 'cut'), 200, 1, 0, 0, 1
    FROM n;
    INSERT INTO rollups SELECT 0, sub_key_id, agent_id, provider, model, COUNT(*), 0, 0, 0, 0 FROM requests WHERE ` +
      `settled_at IS NOT NULL GROUP BY 1, 2, 3, 4, 5`,
  );
  await writer.close();
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

/** Every page there is. */
async function searchAll(search: RequestSearch, limit: number): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = [];
  let from: SearchPosition | undefined;
  do {
    const page = await ledger.search({ ...search, limit }, from);
    pages.push(page.requests.map(({ id }) => id));
    from = page.next;
  } while (from);
  return pages;
}

test('pages meet without a gap or a repetition, newest first, and leave out what still runs', async () => {
  const ids = (await searchAll({}, 20_000)).flat();
  expect(ids).toHaveLength(ROWS - 1);
  expect(new Set(ids).size).toBe(ROWS - 1);
  expect(ids).toEqual(ids.toSorted().toReversed());
});

test('every filter holds, alone and together', async () => {
  const first = await ledger.search(
    {
      agentId: AGENT,
      provider: 'openai',
      model: 'gpt-4o',
      outcome: 'cut',
      certainty: 'exact',
      subKeyId: KEY,
      text: 'claude',
      limit: 50,
    },
    undefined,
  );
  expect(first.requests).toHaveLength(50);
  expect(first.requests.every(({ outcome }) => outcome === 'cut')).toBe(true);
  for (const nothing of [
    { provider: 'anthropic' },
    { model: 'gpt' },
    { outcome: 'crashed' },
    { certainty: 'assumed' },
    { text: 'nobody' },
  ] as const) {
    expect((await ledger.search({ ...nothing, limit: 50 }, undefined)).requests).toEqual([]);
  }
});

test('what is rare and old is found with the first page, far behind what is newer', async () => {
  expect(await searchAll({ text: '100%_R' }, 50)).toEqual([['req_0000000000000003']]);
  expect(await searchAll({ model: '100%_rare', outcome: 'cut' }, 50)).toEqual([['req_0000000000000003']]);
  expect(await searchAll({ model: '100%_rare', outcome: 'served' }, 50)).toEqual([[]]);
  expect(await searchAll({ text: 'req_0000000000000005' }, 50)).toEqual([['req_0000000000000005']]);
  expect(await searchAll({ text: 'req_0000000000000005', model: 'gpt-4o' }, 50)).toEqual([[]]);
});

test('rare ones come together in the order of time, page by page, whether they are near or far', async () => {
  const old = Array.from({ length: ROWS }, (_, index) => index)
    .filter((index) => (index < OLD || index % 10_000 === 7) && index !== 3 && index !== 9)
    .toReversed();
  const idsOf = (indices: readonly number[]): readonly string[] =>
    indices.map((index) => `req_${String(index).padStart(16, '0')}`);
  const pages = await searchAll({ text: 'OLD-' }, 50);
  expect(pages.map(({ length }) => length)).toEqual([50, 50, 50, 50, 50, 50, 50, 50, 3]);
  expect(pages.flat()).toEqual(idsOf(old));
  expect((await searchAll({ text: 'old-', subKeyId: KEY, outcome: 'served' }, 50)).flat()).toEqual(
    idsOf(old.filter((index) => index % 2 === 0)),
  );
});

test('one conversation is found by its own index, page by page, with the other filters', async () => {
  const pages = await searchAll({ session: 'conversation' }, 20_000);
  const ids = pages.flat();
  // Every fourth; number 9 is one of them and still runs.
  expect(ids).toHaveLength(Math.floor(ROWS / 4) - 1);
  expect(ids).toEqual(ids.toSorted().toReversed());
  expect((await ledger.search({ session: 'conversation', outcome: 'served', limit: 50 }, undefined)).requests).toEqual(
    [],
  );
  expect((await ledger.search({ session: 'another', limit: 50 }, undefined)).requests).toEqual([]);
});

test('a model is known to have been used as soon as a request for it has settled', async () => {
  const id = requestIdSchema.parse('req_aaaaaafirstusea0');
  const row = {
    id,
    subKeyId: KEY,
    agentId: AGENT,
    provider: providerNameSchema.parse('openai'),
    model: 'first-use',
    endpoint: 'responses',
    session: null,
    stream: true,
    startedAt: 0,
    reserved: ZERO,
    price: '{}',
    loweredOutput: false,
  };
  await ledger.write([statements.reserve(row)]);
  expect(await searchAll({ model: 'first-use' }, 50)).toEqual([[]]);
  await ledger.write(
    statements.settle(row, {
      settledAt: 0,
      cost: ZERO,
      usage: NO_USAGE,
      certainty: 'exact',
      basis: 'usage',
      outcome: 'served',
      status: 200,
    }),
  );
  expect(await searchAll({ model: 'first-use' }, 50)).toEqual([[id]]);
});
