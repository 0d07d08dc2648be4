// @vitest-environment happy-dom
import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { aRequest, aState } from '../../state/testing.ts';
import { draw, giveSize } from '../../ui/testing.tsx';
import { RequestList } from './request-list.tsx';

const requests = Array.from({ length: 5_000 }, (_, index) => aRequest(index, 1_763_700_000_000 - index));
// No layout here, so the scrolling box is given a size.
beforeEach(() => {
  giveSize(400);
});
test('of thousands only those in sight are drawn; arrows move, Enter opens', () => {
  const onSelect = vi.fn();
  draw(
    <RequestList
      requests={requests}
      colors={new Map()}
      selected={undefined}
      timeZone="UTC"
      now={1_763_700_000_000}
      onSelect={onSelect}
      onEnd={() => undefined}
    />,
    aState(),
  );
  const grid = screen.getByRole('grid', { name: 'Requests' });
  expect(grid.getAttribute('aria-rowcount')).toBe('5001');
  const drawn = screen.getAllByTestId('request');
  expect(drawn.length).toBeGreaterThan(5);
  expect(drawn.length).toBeLessThan(60);
  expect(grid.getAttribute('aria-activedescendant')).toBe(drawn[0]?.id);
  fireEvent.keyDown(grid, { key: 'ArrowDown' });
  fireEvent.keyDown(grid, { key: 'ArrowDown' });
  expect(grid.getAttribute('aria-activedescendant')).toBe(drawn[2]?.id);
  fireEvent.keyDown(grid, { key: 'Enter' });
  expect(onSelect).toHaveBeenCalledExactlyOnceWith(requests[2]);
});
