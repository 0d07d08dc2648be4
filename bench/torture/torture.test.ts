import { expect, it } from 'vitest';
import { judge } from './judge.ts';
import { runTorture } from './run.ts';
import type { TortureOptions } from './run.ts';

// `npm run torture` in small. Other tests run beside it, so that a cut may be late; `npm run torture` measures it on a
// free machine.
const SMALL: TortureOptions = { seed: 20_261_121, streams: 12, requests: 90 };
/** The requests that find most faults are there however few are drawn. */
const SMALLER: TortureOptions = { ...SMALL, requests: 40 };
const REVOKED_WITHIN_MS = 1_000;

it(
  'no schedule of requests, aborts, a kill, clock jumps and a revoke spends more than a cap or hides a dollar',
  { timeout: 60_000 },
  async () => {
    const verdict = judge(await runTorture(SMALL), REVOKED_WITHIN_MS);
    expect(verdict.findings).toEqual([]);
    expect(verdict.overspend).toBe(0);
  },
);

it(
  'no power cut makes a gateway forget what an agent has seen a byte of, or spend more than a cap',
  { timeout: 60_000 },
  async () => {
    const verdict = judge(await runTorture({ ...SMALL, powerCut: true }), REVOKED_WITHIN_MS);
    expect(verdict.findings).toEqual([]);
    expect(verdict.overspend).toBe(0);
  },
);

it('a gateway that relays before the disk has what it costs is found out', { timeout: 180_000 }, async () => {
  // The disk is often quicker than the cut, above all on a busy machine: one schedule in three finds it.
  const found: string[] = [];
  for (const more of [0, 1, 2]) {
    const storm = { ...SMALLER, seed: SMALLER.seed + more, powerCut: true, mutant: 'no-sync' };
    found.push(...judge(await runTorture(storm), REVOKED_WITHIN_MS).findings);
    if (found.some((finding) => finding.startsWith('LEDGER: '))) break;
  }
  expect(found).toContainEqual(expect.stringMatching(/^LEDGER: /));
});

it('a gateway that checks and then spends, without a reservation, is found out', { timeout: 60_000 }, async () => {
  const verdict = judge(await runTorture({ ...SMALLER, mutant: 'no-reservation' }), REVOKED_WITHIN_MS);
  expect(verdict.findings).toContainEqual(expect.stringMatching(/^OVERSPEND: burst cost/));
  expect(verdict.overspend).toBeGreaterThan(0);
});

it.each([
  ['never asks for more for a stream that goes on', 'no-extension', /^OVERSPEND: own-burst cost/],
  ['forgets what was thought and not shown', 'forgets-hidden', /^LEDGER: own-leaver-\d+ cost/],
  ['takes a 0 for a report', 'believes-zero', /^LEDGER: own-leaver-\d+ cost/],
  ['leaves what finishes what was begun', 'leaves-finishers', /^LEDGER: own-leaver-\d+ cost/],
])('a gateway that %s is found out', { timeout: 60_000 }, async (_what, mutant, finding) => {
  const verdict = judge(await runTorture({ ...SMALLER, mutant }), REVOKED_WITHIN_MS);
  expect(verdict.findings).toContainEqual(expect.stringMatching(finding));
});

it('a gateway that forgets what an aborted request cost is found out', { timeout: 60_000 }, async () => {
  const verdict = judge(await runTorture({ ...SMALL, mutant: 'forgets-aborted' }), REVOKED_WITHIN_MS);
  expect(verdict.findings).toContainEqual(expect.stringMatching(/^LEDGER: leaver-\d+ cost/));
});
