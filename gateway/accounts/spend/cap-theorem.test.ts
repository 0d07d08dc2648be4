import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { Cap } from '../../../shared/cap.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import { copyLedger, openSpendProcess, removeFolder } from '../../testing/spend-process.ts';
import { playSchedule } from '../../testing/play-schedule.ts';
import { scenarios } from '../../testing/spend-schedules.ts';

/**
 * To run more of them: `PURSER_MODEL_RUNS=5000 npx vitest run gateway/accounts/spend/cap-theorem.test.ts`; to repeat
 * one: `PURSER_MODEL_SEED=...`.
 */
const RUNS = Number(process.env['PURSER_MODEL_RUNS'] ?? 100);
const SEED = process.env['PURSER_MODEL_SEED'];

/** A ledger with two agents and three sub-keys, made once: each schedule plays on a copy. */
let template = '';

beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'purser-model-'));
  const made = await openSpendProcess(template, { now: () => 0 }, 'UTC');
  const cap: Cap = { window: 'total', rolling: false, amount: nanodollarsOf(1) };
  for (const [name, keys] of [
    ['one', 2],
    ['two', 1],
  ] as const) {
    const agent = await made.directory.addAgent(name);
    for (let key = 0; key < keys; key += 1) await made.directory.issue(agent, { caps: [cap] });
  }
  await made.close();
});
afterAll(async () => {
  await removeFolder(template);
});

describe('over any schedule of requests, crashes, restarts, clock jumps and changes of caps', () => {
  it(
    'no cap is exceeded, everything that fits is held, and what was relayed is in the ledger',
    async () => {
      await fc.assert(
        fc.asyncProperty(scenarios, async (scenario) => {
          const used = await playSchedule(scenario, copyLedger(template));
          for (const folder of used) await removeFolder(folder);
        }),
        { numRuns: RUNS, ...(SEED === undefined ? {} : { seed: Number(SEED) }) },
      );
    },
    60_000 + RUNS * 2_000,
  );
});
