// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useThrottled } from './use-throttled.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('what changes often is passed on now and then, the last of it always; another thing at once', () => {
  let draws = 0;
  const { result, rerender } = renderHook(
    ({ value, key }) => {
      draws += 1;
      return useThrottled(value, key, 500);
    },
    { initialProps: { value: 1, key: 'day' } },
  );
  rerender({ value: 2, key: 'day' });
  rerender({ value: 3, key: 'day' });
  expect(result.current).toBe(1);
  act(() => void vi.advanceTimersByTime(500));
  expect(result.current).toBe(3);
  rerender({ value: 4, key: 'week' });
  expect(result.current).toBe(4);
  rerender({ value: 5, key: 'week' });
  expect(result.current).toBe(4);
  act(() => void vi.advanceTimersByTime(500));
  expect(result.current).toBe(5);
  // Nothing changes, nothing is drawn ten times over; React looks once whether that is so.
  const before = draws;
  act(() => void vi.advanceTimersByTime(5_000));
  expect(draws).toBeLessThanOrEqual(before + 1);
});
