import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planHold } from './plan-hold.ts';

const wish = { wanted: 1_000, floor: 256, fitsNow: 1_000, fitsIdle: 1_000, lastChance: false };

describe('planHold', () => {
  it('holds what was asked for when it fits', () => {
    expect(planHold(wish)).toEqual({ kind: 'hold', output: 1_000, lowered: false });
  });

  it('lowers a large request to what is left when that is still comfortable', () => {
    expect(planHold({ ...wish, wanted: 128_000, fitsNow: 20_000, fitsIdle: 90_000 })).toEqual({ kind: 'hold', output: 20_000, lowered: true });
  });

  it('waits for held money rather than cut an answer short', () => {
    expect(planHold({ ...wish, wanted: 128_000, fitsNow: 300, fitsIdle: 90_000 })).toEqual({ kind: 'wait' });
    expect(planHold({ ...wish, fitsNow: 0 })).toEqual({ kind: 'wait' });
  });

  it('takes what there is when nobody waits any longer', () => {
    expect(planHold({ ...wish, fitsNow: 300, lastChance: true })).toEqual({ kind: 'hold', output: 300, lowered: true });
    expect(planHold({ ...wish, fitsNow: 255, lastChance: true })).toEqual({ kind: 'refuse' });
  });

  it('does not wait for what will never come', () => {
    expect(planHold({ ...wish, fitsNow: 0, fitsIdle: 255 })).toEqual({ kind: 'refuse' });
    expect(planHold({ ...wish, fitsNow: 300, fitsIdle: 300 })).toEqual({ kind: 'hold', output: 300, lowered: true });
  });

  it('never holds more than fits, never refuses what fits, never waits when nothing is held', () => {
    const tokens = fc.nat({ max: 200_000 });
    fc.assert(
      fc.property(tokens, tokens, tokens, tokens, fc.boolean(), (wanted, least, now, more, lastChance) => {
        const floor = Math.min(wanted, least);
        const plan = planHold({ wanted, floor, fitsNow: now, fitsIdle: now + more, lastChance });
        if (plan.kind === 'hold') expect(plan.output).toBeLessThanOrEqual(Math.min(wanted, now));
        if (now >= wanted) expect(plan).toEqual({ kind: 'hold', output: wanted, lowered: false });
        if (more === 0) expect(plan.kind).toBe(now >= floor ? 'hold' : 'refuse');
        if (plan.kind === 'refuse') expect(lastChance ? now : now + more).toBeLessThan(Math.max(floor, 1));
      }),
    );
  });
});
