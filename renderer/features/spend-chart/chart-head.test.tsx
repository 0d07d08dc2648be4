// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { seriesViewSchema } from '../../../shared/contract/usage-views.ts';
import { nanodollarsOf, ZERO } from '../../../shared/money.ts';
import { ChartHead } from './chart-head.tsx';

const rows = [{ at: 0, end: 1, total: nanodollarsOf(1_500_000_000), byGroup: {}, before: ZERO }];
const whole = (cacheSaved: number) =>
  seriesViewSchema.parse({
    by: 'agent',
    zoomed: false,
    edges: [0, 1],
    points: [],
    cacheSaved,
    previous: { buckets: [1_000_000_000], total: 1_000_000_000, soFar: 1_000_000_000 },
  });
const day = { range: 'day', by: 'agent', zoom: [] } as const;
const onRange = vi.fn();
const onZoomOut = vi.fn();
const head = (changes: Partial<Parameters<typeof ChartHead>[0]>): ReactNode => (
  <ChartHead
    rows={rows}
    range="day"
    zoomed={undefined}
    whole={whole(0)}
    chart={day}
    onRange={onRange}
    onZoomOut={onZoomOut}
    {...changes}
  />
);
const title = (): string | null => screen.getByRole('heading').textContent;
const notes = (): string | null | undefined => document.querySelector('.chart-notes p')?.textContent;
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

test('says what was spent, how that compares, and what caches saved or cost', () => {
  const { rerender } = render(head({}));
  expect([title(), notes()]).toEqual(['$1.50 in the last 24 hours', '50% more than the period before']);
  rerender(head({ whole: whole(120_000_000) }));
  expect(notes()).toBe('50% more than the period before · prompt caches saved $0.12');
  rerender(head({ whole: whole(-120_000_000) }));
  expect(notes()).toContain(' · prompt caches cost $0.12 more than they saved');
  // One group alone: what is known of all would be wrong beside it.
  rerender(head({ whole: undefined }));
  expect([title(), notes()]).toEqual(['$1.50 in the last 24 hours', '']);
});

test('zoomed it says from when to when, no range is the chosen one, and there is a way out', () => {
  render(
    head({ zoomed: 'Sat 21 Nov, 10:00 to 14:30', chart: { ...day, zoom: [{ from: 0, to: 1 }] }, whole: undefined }),
  );
  expect([title(), notes()]).toEqual(['$1.50 in the chosen time', 'Sat 21 Nov, 10:00 to 14:30']);
  const ranges = screen.getAllByRole<HTMLInputElement>('radio');
  expect(ranges.filter(({ checked }) => checked)).toEqual([]);
  fireEvent.click(screen.getByRole('radio', { name: 'Day' }));
  expect(onRange).toHaveBeenCalledExactlyOnceWith('day');
  fireEvent.click(screen.getByRole('button', { name: 'Zoom out' }));
  expect(onZoomOut).toHaveBeenCalledOnce();
});

test('without a zoom there is nothing to leave', () => {
  render(head({}));
  expect(screen.queryByRole('button', { name: 'Zoom out' })).toBeNull();
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Day' }).checked).toBe(true);
});
