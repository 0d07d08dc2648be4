import { expect, test, vi } from 'vitest';
import { createStore } from './store.ts';
import { aRequest } from '../testing.ts';

test('the first event is seen at once, a burst together, and nothing is lost', async () => {
  const store = createStore(() => 30);
  const listener = vi.fn();
  store.subscribe(listener);
  for (let number = 0; number < 50; number += 1)
    store.dispatch({ type: 'request', request: aRequest(number, number + 1) });
  expect(store.get().recent).toHaveLength(1);
  await expect.poll(() => store.get().recent.length).toBe(50);
  expect(listener).toHaveBeenCalledTimes(2);
});

test('what a person did does not wait for the burst', () => {
  const store = createStore(() => 10_000);
  store.dispatch({ type: 'request', request: aRequest(1, 1) });
  store.dispatch({ type: 'chart', chart: { range: 'week', by: 'model', zoom: [] } });
  expect(store.get().chart.range).toBe('week');
});
