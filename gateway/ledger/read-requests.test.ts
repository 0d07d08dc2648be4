import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestSearch } from '../../shared/contract/usage-views.ts';
import { agentIdSchema, subKeyIdSchema } from '../../shared/ids.ts';
import { openConnection } from './connection.ts';
import { openLedger } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { SEARCH_WINDOW } from './read-requests.ts';
import type { SearchPlace } from './read-requests.ts';
import { statements } from './statements.ts';

/** More than one window, settled three to a millisecond. */
const ROWS = SEARCH_WINDOW + 500;
const AGENT = agentIdSchema.parse('agt_abcdefghijkl');
const KEY = subKeyIdSchema.parse('key_abcdefghijkl');
let folder = '';
let ledger: Ledger;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-search-'));
  ledger = await openLedger(folder);
  await ledger.write([
    statements.addAgent({ id: AGENT, name: 'Claude Code', createdAt: 0, paused: false }),
    statements.addSubKey({ id: KEY, agentId: AGENT, hash: 'f', hint: 'wxyz', createdAt: 0, paused: false, revokedAt: null, rotatedAt: null, project: '/home/me/shop' }),
  ]);
  const writer = await openConnection(join(folder, 'ledger.sqlite'), 'write');
  await writer.exec(`
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${ROWS - 1})
    INSERT INTO requests (session, id, sub_key_id, agent_id, provider, model, stream, started_at, reserved, price, lowered_output, settled_at, cost, certainty, outcome, status,
      input_tokens, cache_read_tokens, cache_write_tokens, output_tokens)
    SELECT iif(i % 4 = 1, 'conversation', NULL), printf('req_%016d', i), '${KEY}', '${AGENT}', 'openai', iif(i = 3, '100%_rare', 'gpt-4o'), 1, i, 9, '{}', 0, iif(i = 9, NULL, i / 3), 7, 'exact', iif(i % 2 = 0, 'served', 'cut'), 200, 1, 0, 0, 1
    FROM n`);
  await writer.close();
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

/** Every page there is. */
async function searchAll(search: RequestSearch, limit: number): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = [];
  let from: SearchPlace | undefined;
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
  const first = await ledger.search({ agentId: AGENT, provider: 'openai', model: 'gpt-4o', outcome: 'cut', certainty: 'exact', subKeyId: KEY, text: 'claude', limit: 50 }, undefined);
  expect(first.requests).toHaveLength(50);
  expect(first.requests.every(({ outcome }) => outcome === 'cut')).toBe(true);
  for (const nothing of [{ provider: 'anthropic' }, { model: 'gpt' }, { outcome: 'crashed' }, { certainty: 'assumed' }, { text: 'nobody' }] as const) {
    expect((await ledger.search({ ...nothing, limit: 50 }, undefined)).requests).toEqual([]);
  }
});

test('what is rare and old is found behind the window of one page', async () => {
  const pages = await searchAll({ text: '100%_R' }, 50);
  expect(pages.flat()).toEqual(['req_0000000000000003']);
  expect(pages.length).toBeGreaterThan(1);
  expect((await searchAll({ text: 'req_0000000000000005' }, 50)).flat()).toEqual(['req_0000000000000005']);
});

test('one conversation is found by its own index, page by page, with the other filters', async () => {
  const pages = await searchAll({ session: 'conversation' }, 20_000);
  const ids = pages.flat();
  // Every fourth; number 9 is one of them and still runs.
  expect(ids).toHaveLength(Math.floor(ROWS / 4) - 1);
  expect(ids).toEqual(ids.toSorted().toReversed());
  expect((await ledger.search({ session: 'conversation', outcome: 'served', limit: 50 }, undefined)).requests).toEqual([]);
  expect((await ledger.search({ session: 'another', limit: 50 }, undefined)).requests).toEqual([]);
});
