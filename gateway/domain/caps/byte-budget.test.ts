import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createByteBudget } from './byte-budget.ts';
import type { Room } from './byte-budget.ts';

describe('a byte budget', () => {
  it('bounds one owner before it takes the room of the others', () => {
    const budget = createByteBudget({ all: 100, each: 60 });
    const first = budget.open('a', 50);
    expect(first?.take(20)).toBe(false);
    expect(budget.open('b', 50)).toBeDefined();
    expect(budget.open('c', 1)).toBeUndefined();
    first?.release();
    first?.release();
    expect(budget.open('c', 50)).toBeDefined();
  });

  it('never has more under way than it may, and nothing when all is let go', () => {
    const step = fc.record({
      owner: fc.constantFrom('a', 'b', 'c'),
      bytes: fc.nat(70),
      what: fc.constantFrom('open', 'take', 'release'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const budget = createByteBudget({ all: 100, each: 60 });
        const rooms: Room[] = [];
        for (const { owner, bytes, what } of steps) {
          const room = what === 'open' ? budget.open(owner, bytes) : undefined;
          if (room) rooms.push(room);
          if (what === 'take') rooms[bytes % Math.max(1, rooms.length)]?.take(bytes);
          if (what === 'release') rooms.shift()?.release();
          expect(budget.used()).toBeLessThanOrEqual(100);
        }
        for (const room of rooms) room.release();
        expect(budget.used()).toBe(0);
      }),
    );
  });
});
