import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, it } from 'vitest';
import { implementGateway } from '../api/implement-gateway.ts';
import { systemClock } from '../defaults.ts';
import { openEngine } from '../open-engine.ts';
import { createMemoryStore } from '../secrets/memory-store.ts';
import { createPastClock } from './past-clock.ts';
import { SIMULATED_PAST_MS, startSimulation } from './start-simulation.ts';

it('gives the simulation an hour of history, in order, and ends in the present', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'purser-past-'));
  const random = { bytes: (count: number) => randomBytes(count) };
  const clock = createPastClock(systemClock, SIMULATED_PAST_MS);
  const opened = await openEngine(
    { clock, random, log: { log: () => undefined }, secrets: createMemoryStore() },
    { dataFolder, port: 0, timeZone: 'Europe/Berlin', version: '0', simulated: true, maxBodyBytes: 1 << 20 },
  );
  try {
    const client = createRouterClient(implementGateway(() => opened.engine));
    const simulation = await startSimulation({ client, random, past: clock });
    const bill = simulation.provider.bill();
    const series = await client.usage.series({ range: 'hour' });
    const recent = await client.usage.recent({ limit: 500 });
    const [, , batch] = (await client.agents.list()).toSorted((left, right) => left.createdAt - right.createdAt);
    await simulation.stop();

    expect(new Set(series.points.map((point) => point.at)).size).toBeGreaterThan(20);
    expect(new Set(recent.map((request) => request.agent))).toEqual(new Set(['Claude Code', 'Codex']));
    expect(batch).toMatchObject({ name: 'Night batch', spentTotal: 0 });
    for (const { startedAt, settledAt, outcome, certainty } of recent) {
      expect(settledAt).toBeGreaterThanOrEqual(startedAt);
      expect(settledAt).toBeLessThanOrEqual(Date.now());
      expect([outcome, certainty]).toEqual(['served', 'exact']);
    }
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(50);
    expect(recent.reduce((sum, request) => sum + request.cost, 0)).toBe(bill);
  } finally {
    await opened.stop(0);
    await rm(dataFolder, { recursive: true, force: true });
  }
});
