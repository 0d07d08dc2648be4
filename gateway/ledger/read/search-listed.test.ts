import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestSearch } from '../../../shared/contract/usage-views.ts';
import { agentIdSchema, refusalIdSchema, subKeyIdSchema } from '../../../shared/ids.ts';
import { openConnection } from '../../platform/connection.ts';
import { openLedger } from '../ledger.ts';
import type { Ledger } from '../ledger.ts';
import { saveRefusals } from '../refusal-statements.ts';
import { statements } from '../statements.ts';
import type { SearchPosition } from './search-conditions.ts';

const SHOP = '/home/me/shop';
const BLOG = '/home/me/blog';
/** Settled requests, one a millisecond from 0 on; each seventh one is refused instead. */
const COUNT = 400;
const AGENTS = ['agt_aaaaaaaaaaaa', 'agt_bbbbbbbbbbbb'].map((id) => agentIdSchema.parse(id));
const KEYS = ['key_aaaaaaaaaaaa', 'key_bbbbbbbbbbbb', 'key_cccccccccccc'].map((id) => subKeyIdSchema.parse(id));

/** What the n-th of them is. The first sub-key is for the shop; of the others the repository is known at times. */
function nth(index: number) {
  const isRefused = index % 7 === 0;
  const key = index % 3;
  return {
    id: `${isRefused ? 'ref' : 'req'}_${String(index).padStart(16, '0')}`,
    isRefused,
    at: index,
    subKeyId: KEYS[key],
    agentId: AGENTS[Math.min(key, 1)],
    project: key === 0 ? SHOP : index % 5 === 0 ? SHOP : index % 5 === 1 ? BLOG : null,
    model: index % 11 === 0 ? 'rare' : 'gpt-4o',
    session: index % 4 === 0 ? 'ses_1' : null,
    outcome: isRefused ? 'refused' : index % 6 === 0 ? 'cut' : 'served',
    cost: index,
  } as const;
}
const ALL = Array.from({ length: COUNT }, (_, index) => nth(index));

let folder = '';
let ledger: Ledger;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-listed-'));
  ledger = await openLedger(folder);
  const [first, second] = AGENTS;
  if (!first || !second) throw new Error('there are two agents');
  await ledger.write([
    statements.addAgent({ id: first, name: 'Claude Code', createdAt: 0, paused: false }),
    statements.addAgent({ id: second, name: 'Codex', createdAt: 0, paused: false }),
    ...KEYS.map((id, index) =>
      statements.addSubKey({
        id,
        agentId: index === 0 ? first : second,
        hash: `hash ${index}`,
        hint: 'wxyz',
        createdAt: 0,
        paused: false,
        revokedAt: null,
        rotatedAt: null,
        project: index === 0 ? SHOP : null,
      }),
    ),
    saveRefusals(
      ALL.filter(({ isRefused }) => isRefused).map((row) => ({
        id: refusalIdSchema.parse(row.id),
        agentId: row.agentId ?? null,
        subKeyId: row.subKeyId ?? null,
        provider: 'openai',
        model: row.model,
        endpoint: 'responses',
        session: row.session,
        project: row.subKeyId === KEYS[0] ? null : row.project,
        rule: 'cap',
        message: 'No.',
        status: 403,
        firstAt: row.at,
        lastAt: row.at,
        count: 3,
      })),
    ),
  ]);
  const writer = await openConnection(join(folder, 'ledger.sqlite'), 'write');
  for (const row of ALL.filter(({ isRefused }) => !isRefused)) {
    await writer.run(
      `INSERT INTO requests (id, sub_key_id, agent_id, provider, model, stream, started_at, reserved, price,
         lowered_output, session, project, input_tokens, cache_read_tokens, cache_write_tokens, output_tokens)
       VALUES (?, ?, ?, 'openai', ?, 1, ?, 9, '{}', 0, ?, ?, 2, 0, 0, 1)`,
      [
        row.id,
        row.subKeyId ?? '',
        row.agentId ?? '',
        row.model,
        row.at,
        row.session,
        row.subKeyId === KEYS[0] ? null : row.project,
      ],
    );
    await writer.run(
      "UPDATE requests SET settled_at = ?, cost = ?, certainty = 'exact', outcome = ?, status = 200 WHERE id = ?",
      [row.at, row.cost, row.outcome, row.id],
    );
  }
  await writer.close();
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true, force: true });
});

function wanted(search: RequestSearch) {
  const { agentId, subKeyId, model, session, outcome, project, certainty, from = 0, to = Infinity, text } = search;
  const same = (want: string | undefined, is: string | null | undefined): boolean => want === undefined || want === is;
  return ALL.filter(
    (row) =>
      same(agentId, row.agentId) &&
      same(subKeyId, row.subKeyId) &&
      same(model, row.model) &&
      same(session, row.session) &&
      same(outcome, row.outcome) &&
      same(project, row.project) &&
      (certainty === undefined || (certainty === 'exact' && !row.isRefused)) &&
      (text === undefined || row.id === text || (text === 'codex' && row.agentId === AGENTS[1])) &&
      row.at >= from &&
      row.at < to,
  ).toReversed();
}

const SEARCHES: readonly RequestSearch[] = [
  {},
  { from: 100, to: 300 },
  { from: 399 },
  { to: 0 },
  { agentId: AGENTS[1] },
  { subKeyId: KEYS[2], from: 50 },
  { model: 'rare', to: 350 },
  { project: SHOP },
  { project: BLOG, from: 200 },
  { project: SHOP, session: 'ses_1' },
  { project: SHOP, outcome: 'cut' },
  { project: SHOP, outcome: 'refused' },
  { project: '/nowhere' },
  { session: 'ses_1', from: 10, to: 90 },
  { outcome: 'refused' },
  { outcome: 'served', agentId: AGENTS[0] },
  { outcome: 'cut' },
  { certainty: 'exact' },
  { outcome: 'refused', certainty: 'exact' },
  { text: 'codex' },
  { text: 'req_0000000000000001' },
  { text: 'ref_0000000000000007' },
  { text: 'ref_0000000000000007', project: SHOP },
];

test.each(SEARCHES.flatMap((search) => [1, 7, 1_000].map((limit) => [search, limit] as const)))(
  'pages of %j, %i a page, are one list without a gap',
  async (search, limit) => {
    const found: string[] = [];
    let from: SearchPosition | undefined;
    do {
      const page = await ledger.search({ ...search, limit }, from);
      const rows = [
        ...page.requests.map(({ id, settledAt }) => ({ id, at: settledAt })),
        ...page.refusals.map(({ id, lastAt }) => ({ id, at: lastAt })),
      ];
      expect(rows.length).toBeLessThanOrEqual(limit);
      found.push(...rows.toSorted((left, right) => right.at - left.at).map(({ id }) => id));
      from = page.next;
    } while (from);
    expect(found).toEqual(wanted(search).map(({ id }) => id));
  },
);

test.each(SEARCHES)('what %j finds is added up', async (search) => {
  const sum = await ledger.sum(search, undefined);
  const settled = wanted(search).filter(({ isRefused }) => !isRefused);
  expect(sum).toEqual({
    requests: settled.length,
    refused: 3 * (wanted(search).length - settled.length),
    cost: settled.reduce((cost, row) => cost + row.cost, 0),
    inputTokens: 2 * settled.length,
    outputTokens: settled.length,
    next: undefined,
  });
});
