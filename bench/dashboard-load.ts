import { chromium } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { implementContract } from '../gateway/api/implement-contract.ts';
import { serveDashboard } from '../gateway/api/transports/serve-dashboard.ts';
import { systemClock, systemRandom } from '../gateway/defaults.ts';
import { openEngine } from '../gateway/open-engine.ts';
import { createMemoryStore } from '../gateway/secrets/memory-store.ts';
import { capsSchema } from '../shared/cap.ts';
import type { RequestView } from '../shared/contract/views.ts';
import { requestIdSchema } from '../shared/ids.ts';
import { nanodollarsOf } from '../shared/money.ts';
import { scopeOf } from '../shared/policy.ts';

// What the built dashboard costs its thread while many agents spend. The requests are told, not sent: the thread of the page is measured.
const MOST_SHARE = 0.3;
const MOST_DELAY_MS = 100;
const MODELS = ['gpt-5', 'gpt-5-mini', 'claude-sonnet-5', 'claude-opus-5-5'] as const;

const program = new Command('dashboard-load')
  .description('Opens the built dashboard on a gateway whose agents spend, and measures its thread.')
  .option('--agents <number>', 'agents', Number, 50)
  .option('--rate <number>', 'settled requests a second', Number, 200)
  .option('--seconds <number>', 'for each page', Number, 15)
  .parse();
const { agents, rate, seconds } = z.object({ agents: z.int().positive(), rate: z.int().positive(), seconds: z.int().positive() }).parse(program.opts());

async function metricsOf(session: CDPSession): Promise<{ readonly busyS: number; readonly heapMb: number }> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { busyS: of('TaskDuration'), heapMb: of('JSHeapUsedSize') / 1e6 };
}

/** How long the page takes to answer a key, again and again, in milliseconds. */
function watchDelay(page: Page, forMs: number): Promise<readonly number[]> {
  return page.evaluate(
    (ms) =>
      new Promise<number[]>((resolve) => {
        const delays: number[] = [];
        const end = performance.now() + ms;
        const again = (): void => {
          if (performance.now() > end) return resolve(delays);
          const asked = performance.now();
          // What a person typed waits behind whatever the thread is busy with.
          const channel = new MessageChannel();
          channel.port1.addEventListener('message', () => {
            delays.push(performance.now() - asked);
            setTimeout(again, 20);
          });
          channel.port1.start();
          channel.port2.postMessage(0);
        };
        again();
      }),
    forMs,
  );
}

const dataFolder = await mkdtemp(join(tmpdir(), 'purser-load-'));
const config = { dataFolder, port: 0, timeZone: 'Europe/Berlin', version: '0.0.0-bench', simulated: true, maxBodyBytes: 2 ** 20 };
const { engine, stop } = await openEngine({ clock: systemClock, random: systemRandom, log: { log: () => undefined }, secrets: createMemoryStore() }, config);
const none = { running: () => false, start: () => Promise.resolve(), stop: () => Promise.resolve(), engine: () => engine };
const dashboard = await serveDashboard(implementContract(() => engine, none), { assetsFolder: join(import.meta.dirname, '..', 'out', 'renderer'), port: 0, random: systemRandom });
const executablePath = [process.env['PURSER_CHROMIUM'], '/usr/bin/chromium'].find((file) => file !== undefined && existsSync(file));
const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }), args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : [] });
let told = 0;
let failed = false;
try {
  const keys: Pick<RequestView, 'agentId' | 'agent' | 'subKeyId'>[] = [];
  for (let index = 0; index < agents; index += 1) {
    const agent = await engine.directory.addAgent(`Agent ${index}`);
    const caps = capsSchema.parse([{ window: 'day', amount: 50_000_000_000 }, { window: 'month', amount: 500_000_000_000 }]);
    const { key } = await engine.directory.issue(agent, { caps });
    engine.spend.setCaps(scopeOf('key', key.id), caps);
    keys.push({ agentId: agent.id, agent: agent.name, subKeyId: key.id });
  }
  const tell = setInterval(() => {
    for (let sent = 0; sent < rate / 20; sent += 1) {
      const key = keys[told % keys.length];
      if (key === undefined) return;
      const now = Date.now();
      engine.settled.emit({
        ...key, id: requestIdSchema.parse(`req_${String(told).padStart(16, '0')}`), provider: 'openai', model: MODELS[told % MODELS.length] ?? 'gpt-5', stream: true, startedAt: now - 900, settledAt: now,
        inputTokens: 9_000, cacheReadTokens: 0, cacheWriteTokens: 0, outputTokens: 300, usageParts: {}, tier: null, endpoint: 'chat/completions', session: null, cost: nanodollarsOf(1_000_000 + (told % 977)),
        certainty: 'exact', outcome: 'served', status: 200, loweredOutput: false,
      });
      told += 1;
    }
  }, 50);
  const page = await browser.newPage({ viewport: { width: 1100, height: 720 } });
  const session = await page.context().newCDPSession(page);
  // Of the thread itself: what others do on this machine is not the page's fault.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(dashboard.loginLink);
  await page.getByTestId('spent-today').waitFor();
  console.log(`dashboard: ${agents} agents, ${rate} requests a second, ${seconds} s on each page`);
  for (const name of ['overview', 'agents', 'requests']) {
    await page.evaluate((hash) => void (window.location.hash = hash), `#/${name}`);
    await page.waitForTimeout(2_000);
    const before = await metricsOf(session);
    const delays = (await watchDelay(page, seconds * 1_000)).toSorted((left, right) => left - right);
    const after = await metricsOf(session);
    const share = (after.busyS - before.busyS) / seconds;
    const p95 = delays[Math.floor(delays.length * 0.95)] ?? 0;
    const fits = share <= MOST_SHARE && p95 <= MOST_DELAY_MS;
    failed ||= !fits;
    console.log(
      `  ${name.padEnd(9)} thread busy ${(share * 100).toFixed(0)} %, delay p95 ${p95.toFixed(0)} ms, heap ${before.heapMb.toFixed(0)} -> ${after.heapMb.toFixed(0)} MB  ${fits ? 'within' : 'ABOVE'} ${MOST_SHARE * 100} % and ${MOST_DELAY_MS} ms`,
    );
  }
  clearInterval(tell);
} finally {
  await browser.close();
  await dashboard.close();
  await stop(0);
  await rm(dataFolder, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
