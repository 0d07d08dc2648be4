import { chromium } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { openBusyGateway } from './busy-gateway.ts';

// The load of the built dashboard on its thread while many agents spend. The requests are told, not sent: the thread of
// the page is measured.
const MOST_SHARE = 0.3;
const MOST_DELAY_MS = 100;

const program = new Command('dashboard-load')
  .description('Opens the built dashboard on a gateway whose agents spend, and measures its thread.')
  .option('--agents <number>', 'agents', Number, 50)
  .option('--rate <number>', 'settled requests a second', Number, 200)
  .option('--seconds <number>', 'for each page', Number, 15)
  .parse();
const { agents, rate, seconds } = z
  .object({ agents: z.int().positive(), rate: z.int().positive(), seconds: z.int().positive() })
  .parse(program.opts());

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
          // A person's key waits behind all that the thread is busy with.
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

const busy = await openBusyGateway(agents);
const executablePath = [process.env['PURSER_CHROMIUM'], '/usr/bin/chromium'].find(
  (file) => file !== undefined && existsSync(file),
);
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : [],
});
let failed = false;
const telling = setInterval(() => void busy.tell(rate / 20), 50);
try {
  const page = await browser.newPage({ viewport: { width: 1100, height: 720 } });
  const session = await page.context().newCDPSession(page);
  // Of the thread itself: what others do on this machine is not the page's fault.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(busy.loginLink);
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
      `  ${name.padEnd(9)} thread busy ${(share * 100).toFixed(0)} %, delay p95 ${p95.toFixed(0)} ms, ` +
        `heap ${before.heapMb.toFixed(0)} -> ${after.heapMb.toFixed(0)} ` +
        `MB  ${fits ? 'within' : 'ABOVE'} ${MOST_SHARE * 100} % and ${MOST_DELAY_MS} ms`,
    );
  }
} finally {
  clearInterval(telling);
  await browser.close();
  await busy.stop();
}
process.exitCode = failed ? 1 : 0;
