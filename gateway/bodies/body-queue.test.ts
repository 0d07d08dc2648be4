import { expect, test } from 'vitest';
import { createBodyQueue } from './body-queue.ts';

const logger = (): {
  readonly log: { log(level: string, event: string, fields?: object): void };
  readonly lines: unknown[];
} => {
  const lines: unknown[] = [];
  return { lines, log: { log: (_level, event, fields) => void lines.push([event, fields]) } };
};

test('what is too much at once is let go, and the log says so once', async () => {
  const { log, lines } = logger();
  const written: number[] = [];
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const queue = createBodyQueue<{ readonly id: number; readonly bytes: number }>(
    async (jobs) => {
      await gate;
      written.push(...jobs.map(({ id }) => id));
    },
    log,
    100,
  );
  for (const id of [1, 2, 3, 4]) queue.offer({ id, bytes: 40 });
  release();
  await queue.idle();
  queue.offer({ id: 5, bytes: 100 });
  await queue.idle();
  expect(written).toEqual([1, 2, 5]);
  expect(lines).toEqual([['bodies-not-kept', { fault: 'too-many-at-once' }]]);
});

test('a failing write costs those bodies, is told once, and again after it has worked', async () => {
  const { log, lines } = logger();
  let fails = true;
  const queue = createBodyQueue<{ readonly bytes: number }>(
    () => (fails ? Promise.reject(new Error('full')) : Promise.resolve()),
    log,
  );
  for (const next of [true, true, false, true]) {
    fails = next;
    queue.offer({ bytes: 1 });
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is tested
    await queue.idle();
  }
  expect(lines).toHaveLength(2);
});
