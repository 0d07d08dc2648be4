import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastUsefulOutput, planOutput } from './plan-hold.ts';

describe('the least useful output', () => {
  it.each([
    [10, 256],
    [2_048, 256],
    [8_000, 1_000],
    [50_000, 4_096],
    [1_000_000, 4_096],
  ])('of %d tokens read is %d', (input, least) => {
    expect(leastUsefulOutput(input)).toBe(least);
  });
});

describe('planOutput', () => {
  it('leaves what the cap can pay as it is', () => {
    expect(planOutput({ wanted: 128_000, floor: 4_096, affordable: 128_000 })).toEqual({
      output: 128_000,
      lowered: false,
    });
  });

  it('lowers what the whole cap could not pay', () => {
    expect(planOutput({ wanted: 128_000, floor: 4_096, affordable: 90_000 })).toEqual({
      output: 90_000,
      lowered: true,
    });
    expect(planOutput({ wanted: Infinity, floor: 256, affordable: 90_000 })).toEqual({ output: 90_000, lowered: true });
  });

  it('gives up what would be of no use, but not what asks for little itself', () => {
    expect(planOutput({ wanted: 128_000, floor: 4_096, affordable: 4_095 })).toBeUndefined();
    expect(planOutput({ wanted: 16, floor: 4_096, affordable: 16 })).toEqual({ output: 16, lowered: false });
    expect(planOutput({ wanted: 16, floor: 4_096, affordable: 15 })).toBeUndefined();
  });

  it('never passes what the cap can pay, and never refuses what fits', () => {
    const tokens = fc.nat({ max: 200_000 });
    fc.assert(
      fc.property(tokens, tokens, tokens, (wanted, floor, affordable) => {
        const plan = planOutput({ wanted, floor, affordable });
        if (plan) expect(plan.output).toBeLessThanOrEqual(Math.min(wanted, affordable));
        if (affordable >= wanted) expect(plan).toEqual({ output: wanted, lowered: false });
        if (!plan) expect(affordable).toBeLessThan(Math.min(wanted, floor));
      }),
    );
  });
});
