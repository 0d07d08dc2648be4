// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nanodollarsOf, ZERO } from '../../../../shared/money.ts';
import { SpendBars } from '../spend-bars.tsx';

const FROM = Date.parse('2026-11-21T10:00:00Z');
const MINUTE = 60_000;
const amount = nanodollarsOf(10_000_000);
const rows = Array.from({ length: 10 }, (_, index) => ({
  at: FROM + index * MINUTE,
  end: FROM + (index + 1) * MINUTE,
  total: amount,
  byGroup: { a: amount },
  before: ZERO,
}));
const groups = [{ id: 'a', name: 'Codex', fullName: 'Codex', color: 'red' }];

const onZoom = vi.fn();
const onZoomOut = vi.fn();

/** The focusable chart, and the place that is dragged across: a thousand pixels, a hundred for each bar. */
function drawBars(): { readonly chart: Element; readonly area: Element } {
  const { container } = render(
    <SpendBars
      rows={rows}
      range="hour"
      zoomed={undefined}
      timeZone="UTC"
      groups={groups}
      compares={false}
      onZoom={onZoom}
      onZoomOut={onZoomOut}
    />,
  );
  const [chart, area] = [container.querySelector('.recharts-surface'), container.querySelector('.zoom-area')];
  if (chart === null || area === null) throw new Error('the chart is not drawn');
  return { chart, area };
}
beforeEach(() => {
  onZoom.mockClear();
  onZoomOut.mockClear();
  // No layout here: a place of a thousand pixels.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 1_000, 200));
  // happy-dom captures nothing.
  Object.assign(Element.prototype, { setPointerCapture: () => undefined });
});
afterEach(cleanup);

test('a drag across bars picks them, says which, and zooms when it ends, in either direction', () => {
  const { area } = drawBars();
  for (const [from, to] of [
    [250, 450],
    [450, 250],
  ] as const) {
    fireEvent.pointerDown(area, { button: 0, clientX: from });
    fireEvent.pointerMove(area, { clientX: to });
    expect(screen.getByRole('status').textContent).toBe('Sat 21 Nov, 10:02 to 10:05');
    fireEvent.pointerUp(area, { clientX: to });
    expect(onZoom).toHaveBeenLastCalledWith({ from: FROM + 2 * MINUTE, to: FROM + 5 * MINUTE });
    expect(screen.getByRole('status').textContent).toBe('');
  }
  expect(onZoom).toHaveBeenCalledTimes(2);
});

test('a click, another button, and a drag that was broken off zoom into nothing', () => {
  const { area } = drawBars();
  fireEvent.pointerDown(area, { button: 0, clientX: 250 });
  fireEvent.pointerMove(area, { clientX: 252 });
  fireEvent.pointerUp(area, { clientX: 252 });
  fireEvent.pointerDown(area, { button: 2, clientX: 250 });
  fireEvent.pointerMove(area, { clientX: 450 });
  fireEvent.pointerUp(area, { clientX: 450 });
  fireEvent.pointerDown(area, { button: 0, clientX: 250 });
  fireEvent.pointerMove(area, { clientX: 450 });
  fireEvent.pointerCancel(area);
  fireEvent.pointerUp(area, { clientX: 450 });
  expect(onZoom).not.toHaveBeenCalled();
});

test('by keyboard: Shift and the arrows pick, Enter zooms, Escape lets go first and goes back then', () => {
  const { chart } = drawBars();
  fireEvent.focus(chart);
  fireEvent.keyDown(chart, { key: 'ArrowRight' });
  expect(screen.getByRole('status').textContent).toBe('');
  fireEvent.keyDown(chart, { key: 'ArrowRight', shiftKey: true });
  fireEvent.keyDown(chart, { key: 'ArrowRight', shiftKey: true });
  expect(screen.getByRole('status').textContent).toBe('Sat 21 Nov, 10:01 to 10:04. Enter zooms in.');
  fireEvent.keyDown(chart, { key: 'Escape' });
  expect(screen.getByRole('status').textContent).toBe('');
  expect(onZoomOut).not.toHaveBeenCalled();
  fireEvent.keyDown(chart, { key: 'ArrowLeft', shiftKey: true });
  fireEvent.keyDown(chart, { key: 'Enter' });
  expect(onZoom).toHaveBeenCalledExactlyOnceWith({ from: FROM + 2 * MINUTE, to: FROM + 4 * MINUTE });
  fireEvent.keyDown(chart, { key: 'Enter' });
  expect(onZoom).toHaveBeenCalledOnce();
  fireEvent.keyDown(chart, { key: 'Escape' });
  expect(onZoomOut).toHaveBeenCalledOnce();
});
