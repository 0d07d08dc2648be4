import { answerWaiting, hitCap, pauseEverything, raiseCap, watchStream } from '../web/journeys.ts';
import type { Journey } from '../web/journeys.ts';
import { PROVIDER_KEY, test as base } from './spending.ts';

const test = base.extend<{ journey: Journey }>({
  journey: async ({ desktop, provider }, provide) => {
    await provide({ page: desktop.window, provider, providerKey: PROVIDER_KEY, ask: desktop.ask });
  },
});

test('a live stream is watched in the window', async ({ journey }) => {
  await watchStream(journey);
});

test('a cap is hit in the window, and another one raised for today', async ({ journey }) => {
  await hitCap(journey);
  await raiseCap(journey);
});

test('a request that waits is answered in the window: once, no, and raised', async ({ journey }) => {
  await answerWaiting(journey);
});

test('everything is paused and resumed in the window', async ({ journey }) => {
  await pauseEverything(journey);
});
