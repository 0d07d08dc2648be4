import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { openBusyGateway } from '../../bench/busy-gateway.ts';
import type { BusyGateway } from '../../bench/busy-gateway.ts';
import { expect, test as base } from './fixtures.ts';

const AGENTS = 50;
/** A busy hour: 200 requests a second. */
const REQUESTS_AN_HOUR = 200 * 3_600;
/** Until every cache is full and what is loaded once is loaded. */
const WARM_UP_ROUNDS = 4;
const ROUNDS = 12;
const REQUESTS_A_ROUND = 1_800;
/** In one frame of the page. */
const AT_ONCE = 150;
const MOST_MB_AN_HOUR = 20;
const COLLECTIONS = 4;
/** Nodes and listeners: what the second half has beyond the first half, see `riseOf`. */
const MOST_MORE = 12;

interface Measure {
  readonly heapMb: number;
  readonly nodes: number;
  readonly listeners: number;
}

const test = base.extend<object>({
  launchOptions: [
    async ({ launchOptions }, provide) => {
      // Machine code that V8 makes of busy functions lies in the same heap, and comes and goes as it pleases.
      await provide({
        ...launchOptions,
        args: [...(launchOptions.args ?? []), '--js-flags=--no-opt --no-maglev --no-sparkplug'],
      });
    },
    { scope: 'worker' },
  ],
});
// A trace keeps pictures of the page, in the page.
test.use({ trace: 'off', viewport: { width: 1100, height: 720 } });

async function measure(session: CDPSession): Promise<Measure> {
  // What a left page holds is let go in steps: each collection frees what the one before only unlinked.
  for (let time = 0; time < COLLECTIONS; time += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await setTimeout(50);
  }
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { heapMb: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes'), listeners: of('JSEventListeners') };
}

function open(page: Page, hash: string): Promise<void> {
  return page.evaluate((to) => void (window.location.hash = to), hash);
}

/**
 * Every live page is visited while requests arrive, and all history is read again. Ends on a page that changes nothing.
 */
async function liveOn(page: Page, busy: BusyGateway, round: number): Promise<void> {
  for (const hash of ['#/agents', '#/requests', '#/overview']) {
    await open(page, hash);
    for (let told = 0; told < REQUESTS_A_ROUND / 3; told += AT_ONCE) {
      busy.tell(AT_ONCE);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }
  await page
    .getByRole('group', { name: 'Range of the chart' })
    .getByText(round % 2 === 0 ? 'Day' : 'Hour', { exact: true })
    .click();
  // All of them arrived, the last one too.
  const last = busy.tell(1);
  await expect(page.getByTestId('request').first()).toContainText(last);
  // Twice: React keeps what it drew before.
  for (const [hash, name] of [
    ['#/keys', 'Keys'],
    ['#/settings', 'Settings'],
    ['#/keys', 'Keys'],
    ['#/settings', 'Settings'],
  ] as const) {
    await open(page, hash);
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  }
}

/** How much the values grow from each to the next: the slope of the line that fits them best. */
function growthOf(values: readonly number[]): number {
  const [middle, mean] = [(values.length - 1) / 2, values.reduce((sum, one) => sum + one, 0) / values.length];
  const slope = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  return slope / values.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
}

/**
 * How much more the second half has than the first, at its second least and second most, whichever is less. A leak
 * lifts both. What comes and goes lifts one: a page that is still being let go, or the root that React keeps for the
 * next drawing (it has 142 listeners) and that was just let go.
 */
function riseOf(values: readonly number[]): number {
  const [first, second] = [values.slice(0, ROUNDS / 2), values.slice(ROUNDS / 2)].map((half) =>
    half.toSorted((a, b) => a - b),
  );
  const riseAt = (place: number): number => (second?.at(place) ?? Number.NaN) - (first?.at(place) ?? Number.NaN);
  return Math.min(riseAt(1), riseAt(-2));
}

test('an hour of fifty busy agents leaves the page’s memory as it was', async ({ page }) => {
  test.slow();
  const busy = await openBusyGateway(AGENTS);
  try {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await page.goto(busy.loginLink);
    await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
    const measured: Measure[] = [];
    for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round += 1) {
      await liveOn(page, busy, round);
      if (round >= WARM_UP_ROUNDS) measured.push(await measure(session));
    }
    const of = (name: keyof Measure): readonly number[] => measured.map((one) => one[name]);
    const mbAnHour = (growthOf(of('heapMb')) / REQUESTS_A_ROUND) * REQUESTS_AN_HOUR;
    console.log(
      `After ${ROUNDS} times ${REQUESTS_A_ROUND} requests: heap ${of('heapMb')
        .map((mb) => mb.toFixed(2))
        .join(', ')} MB, which is ${mbAnHour.toFixed(1)} MB more in an hour; nodes ${of('nodes').join(', ')}; ` +
        `listeners ${of('listeners').join(', ')}.`,
    );
    expect(mbAnHour).toBeLessThan(MOST_MB_AN_HOUR);
    for (const name of ['nodes', 'listeners'] as const) expect(riseOf(of(name)), name).toBeLessThan(MOST_MORE);
  } finally {
    await busy.stop();
  }
});
