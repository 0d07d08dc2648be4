import type { Page } from '@playwright/test';

/** When a settled request was seen, by the page's own clock, which is this machine's. */
interface Arrival {
  readonly rowAt: number;
  readonly barAt: number;
}

/**
 * Begins to look every 20 ms, until the table has one more row than now and the chart's bars are not what they were.
 * @returns waits for both; begin before the request is sent, wait after its reply.
 */
export async function watchForArrival(page: Page): Promise<() => Promise<Arrival>> {
  const arrival = await page.evaluateHandle(() => {
    const rows = (): number => document.querySelectorAll('[data-testid=request]').length;
    const bars = (): string =>
      [...document.querySelectorAll('.recharts-bar-rectangle path')]
        .map((path) => path.getAttribute('d') ?? '')
        .join(' ');
    const [rowsBefore, barsBefore] = [rows(), bars()];
    const seen = new Promise<{ rowAt: number; barAt: number }>((resolve) => {
      let rowAt = 0;
      let barAt = 0;
      const look = setInterval(() => {
        if (rowAt === 0 && rows() > rowsBefore) rowAt = Date.now();
        if (barAt === 0 && bars() !== barsBefore) barAt = Date.now();
        if (rowAt === 0 || barAt === 0) return;
        clearInterval(look);
        resolve({ rowAt, barAt });
      }, 20);
    });
    // In an object: a handle of a promise would wait for it here.
    return { seen };
  });
  return () => arrival.evaluate(({ seen }) => seen);
}
