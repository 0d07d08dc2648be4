import { expect, it } from 'vitest';
import { createPastClock } from './past-clock.ts';

it('stands in the past, moves when it is told to, and never past the present', () => {
  let present = 100_000;
  const clock = createPastClock({ now: () => present }, 60_000);
  expect([clock.now(), clock.behindMs()]).toEqual([40_000, 60_000]);
  present += 5_000;
  expect([clock.now(), clock.behindMs()]).toEqual([40_000, 65_000]);
  clock.advance(10_000);
  clock.advance(-20_000);
  expect(clock.now()).toBe(50_000);
  clock.advance(1_000_000);
  expect([clock.now(), clock.behindMs()]).toEqual([present, 0]);
});

it('is the real clock once it has caught up', () => {
  let present = 100_000;
  const clock = createPastClock({ now: () => present }, 60_000);
  clock.catchUp();
  clock.advance(1_000);
  present += 1;
  expect([clock.now(), clock.behindMs()]).toEqual([100_001, 0]);
});
