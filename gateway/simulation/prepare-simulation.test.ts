import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { z } from 'zod';
import { expect, it } from 'vitest';
import { implementGateway } from '../api/implement-gateway.ts';
import { openEngine } from '../open-engine.ts';
import { openConnection } from '../platform/connection.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import { prepareSimulation } from './prepare-simulation.ts';

/** Thursday evening. */
const NOW = Date.parse('2026-11-26T20:40:00+01:00');
const DAY_MS = 86_400_000;

/** Every sum that the ledger keeps, next to the same from the rows themselves. */
const DIFFERENT_SUMS = [
  `SELECT * FROM (
     SELECT bucket, sub_key_id, provider, model, requests, cost, input_tokens, output_tokens FROM rollups
     EXCEPT SELECT started_at - started_at % 900000, sub_key_id, provider, model, COUNT(*), SUM(cost),
       SUM(input_tokens), SUM(output_tokens) FROM requests WHERE settled_at IS NOT NULL GROUP BY 1, 2, 3, 4)`,
  `SELECT * FROM (
     SELECT bucket, sub_key_id, project, cost FROM project_spend
     EXCEPT SELECT started_at - started_at % 900000, sub_key_id, project, SUM(cost) FROM requests GROUP BY 1, 2, 3)`,
  'SELECT id FROM requests WHERE settled_at IS NULL OR settled_at <= started_at OR cost > reserved',
  `SELECT id FROM requests WHERE settled_at > ${NOW}`,
];

it('writes three months into the ledger whose sums it added up itself, and passes no cap', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'purser-past-'));
  const deps = {
    clock: { now: () => NOW },
    random: { bytes: (count: number) => randomBytes(count) },
    log: { log: () => undefined },
    secrets: createMemoryStore(),
  };
  const config = {
    dataFolder,
    port: 0,
    timeZone: 'Europe/Berlin',
    version: '0',
    simulated: true,
    maxBodyBytes: 1 << 20,
  };
  try {
    const { provider, agents } = await prepareSimulation({ deps, config, seed: 'test' });
    await provider.stop();
    const opened = await openEngine(deps, config);
    try {
      const client = createRouterClient(implementGateway(() => opened.engine));
      const [usage, days, quarter, projects, list, keys, verdict] = await Promise.all([
        client.usage.summary({ by: 'agent' }),
        client.usage.summary({ by: 'day' }),
        client.usage.series({ range: 'quarter', by: 'model' }),
        client.usage.series({ range: 'quarter', by: 'project' }),
        client.agents.list(),
        client.keys.list(),
        client.audit.verify(),
      ]);
      expect(list.map(({ name }) => name).toSorted()).toEqual(agents.map(({ plan }) => plan.name).toSorted());
      expect(usage.rows).toHaveLength(6);
      expect(days.rows.length).toBeGreaterThan(80);
      expect(new Set(quarter.points.map(({ group }) => group)).size).toBeGreaterThan(5);
      expect(new Set(projects.points.map(({ group }) => group)).size).toBe(4);
      expect(quarter.cacheSaved).toBeGreaterThan(0);
      expect(verdict).toMatchObject({ brokenAt: null });
      expect(usage.total.nanodollars).toBe(list.reduce((sum, agent) => sum + agent.spentTotal, 0));
      // No cap was ever passed, in none of its windows.
      for (const { caps } of keys) for (const { spent, amount } of caps) expect(spent).toBeLessThanOrEqual(amount);
      const docs = keys.find(({ agent }) => agent === 'Docs writer');
      expect(docs?.caps.map(({ spent, amount }) => amount - spent)).toEqual([expect.any(Number)]);
      expect((docs?.caps[0]?.amount ?? 0) - (docs?.caps[0]?.spent ?? 0)).toBeLessThan(3_000_000);
      // Most of the work is done from Monday to Friday.
      const weekend = days.rows.filter(({ group }) => [0, 6].includes(new Date(`${group}T12:00Z`).getUTCDay()));
      const average = (rows: typeof weekend): number =>
        rows.reduce((sum, { nanodollars }) => sum + nanodollars, 0) / rows.length;
      expect(average(weekend)).toBeLessThan(average([...days.rows]) / 2);
    } finally {
      await opened.stop(0);
    }
    const connection = await openConnection(join(dataFolder, 'ledger.sqlite'), 'read');
    try {
      for (const sql of DIFFERENT_SUMS) expect(await connection.all(sql)).toEqual([]);
      const [row] = z
        .array(z.object({ rows: z.int(), first: z.int(), sessions: z.int() }))
        .parse(
          await connection.all(
            'SELECT COUNT(*) AS rows, MIN(started_at) AS first, COUNT(DISTINCT session) AS sessions FROM requests',
          ),
        );
      expect(row?.rows).toBeGreaterThan(4_000);
      expect(row?.rows).toBeLessThan(20_000);
      expect(row?.sessions).toBeGreaterThan(300);
      expect(NOW - (row?.first ?? NOW)).toBeGreaterThan(88 * DAY_MS);
    } finally {
      await connection.close();
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}, 60_000);
