import { PROVIDER_KEY, test as base } from './fixtures.ts';
import { answerWaiting, hitCap, pauseEverything, raiseCap, watchStream } from './journeys.ts';
import type { Journey } from './journeys.ts';

const test = base.extend<{ journey: Journey }>({
  journey: async ({ dashboard, purser, provider }, provide) => {
    await provide({ page: dashboard, provider, providerKey: PROVIDER_KEY, ask: purser.ask });
  },
});

test('a live stream is watched in a browser', async ({ journey }) => {
  await watchStream(journey);
});

test('a cap is hit in a browser', async ({ journey }) => {
  await hitCap(journey);
});

test('a cap is raised for today in a browser', async ({ journey }) => {
  await raiseCap(journey);
});

test('a request that waits is answered in a browser: once, no, and raised', async ({ journey }) => {
  await answerWaiting(journey);
});

test('everything is paused and resumed in a browser', async ({ journey }) => {
  await pauseEverything(journey);
});
