import { expect, it } from 'vitest';
import { NO_USAGE } from '../usage.ts';
import {
  boundContainerTime,
  CONTAINER_SECONDS,
  containerSecondsBy,
  isTimed,
  withContainerTime,
} from './container-time.ts';

it.each([
  // Five minutes at least; then the time of the request, and four and a half minutes until the container is given up.
  [0, 300],
  [29_500, 300],
  [30_001, 301],
  [600_000, 870],
  [3_600_000, CONTAINER_SECONDS.most],
])('after %i ms a container has run for %i s at most', (elapsedMs, seconds) =>
  expect(containerSecondsBy(elapsedMs)).toBe(seconds),
);

it('counts only where there was a container', () => {
  const usage = { ...NO_USAGE, parts: { containerSeconds: 300, webSearches: 2 } };
  expect(withContainerTime(usage, 90_000)).toEqual({ ...usage, parts: { containerSeconds: 360, webSearches: 2 } });
  expect(withContainerTime(NO_USAGE, 90_000)).toBe(NO_USAGE);
  expect([isTimed(usage), isTimed(NO_USAGE)]).toEqual([true, false]);
  const bound = { input: 1, output: 1, extras: { containerSeconds: 3_870 } };
  expect(boundContainerTime(bound, 90_000)).toEqual({ ...bound, extras: { containerSeconds: 360 } });
  // A request that takes longer than any does is held for longer.
  expect(boundContainerTime(bound, 7_200_000).extras?.containerSeconds).toBe(7_470);
  expect(boundContainerTime({ input: 1, output: 1 }, 90_000)).toEqual({ input: 1, output: 1 });
});
