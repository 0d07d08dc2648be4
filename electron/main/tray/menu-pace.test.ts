import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMenuPace } from './menu-pace.ts';
import { text } from './tray-items.ts';
import type { TrayItem } from './tray-items.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp() {
  const drawn: string[] = [];
  const pace = createMenuPace(
    (items: readonly TrayItem[]) =>
      void drawn.push(items.map((item) => (item.kind === 'text' ? item.label : '')).join()),
    5_000,
  );
  return {
    drawn,
    offer: (label: string) => pace.offer([text(label)]),
    force: (label: string) => pace.force([text(label)]),
  };
}

test('amounts alone wait their time, and then the newest is drawn', () => {
  const { drawn, offer } = setUp();
  offer('Aider: $0.10');
  offer('Aider: $0.20');
  vi.advanceTimersByTime(4_000);
  offer('Aider: $1.30');
  expect(drawn).toEqual(['Aider: $0.10']);
  vi.advanceTimersByTime(1_000);
  expect(drawn).toEqual(['Aider: $0.10', 'Aider: $1.30']);
  vi.advanceTimersByTime(60_000);
  expect(drawn).toHaveLength(2);
});

test('what offers something else is drawn at once, and what was waiting is forgotten', () => {
  const { drawn, offer } = setUp();
  offer('Aider: $0.10');
  offer('Aider: $0.20');
  offer('Aider: $0.20 (paused)');
  vi.advanceTimersByTime(60_000);
  expect(drawn).toEqual(['Aider: $0.10', 'Aider: $0.20 (paused)']);
});

test('an amount that is back where it was needs no drawing; force draws whatever it is', () => {
  const { drawn, offer, force } = setUp();
  offer('$1.00');
  offer('$2.00');
  offer('$1.00');
  vi.advanceTimersByTime(60_000);
  expect(drawn).toEqual(['$1.00']);
  force('$1.00');
  expect(drawn).toEqual(['$1.00', '$1.00']);
});
