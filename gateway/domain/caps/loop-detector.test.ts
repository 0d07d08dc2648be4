import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLoopDetector } from './loop-detector.ts';

describe('the loop detector', () => {
  it('tells once when one request came twelve times within ten minutes', () => {
    const loops = createLoopDetector();
    const reasons = Array.from({ length: 20 }, (_, turn) => loops.see('a', 'same', turn * 1_000));
    expect(reasons.flatMap((why, turn) => (why === undefined ? [] : [turn]))).toEqual([11]);
    expect(reasons[11]).toEqual({
      text: '12 identical requests in 10 minutes',
      fact: { seen: 'repeats', times: 12, minutes: 10 },
    });
    expect(loops.see('b', 'same', 20_000)).toBeUndefined();
  });
  it('does not mind different requests, nor slow repetition', () => {
    const loops = createLoopDetector();
    for (let turn = 0; turn < 2_000; turn += 1) expect(loops.see('a', `request ${turn}`, turn)).toBeUndefined();
    for (let turn = 0; turn < 40; turn += 1) expect(loops.see('a', 'slow', turn * 61_000)).toBeUndefined();
  });
  it('tells at the same requests as one that remembers them all', () => {
    const pauses = fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 80 });
    fc.assert(
      fc.property(pauses, (waits) => {
        const loops = createLoopDetector();
        const all: number[] = [];
        for (const wait of waits) {
          const at = (all.at(-1) ?? 0) + wait;
          all.push(at);
          const isTwelfth = all.filter((time) => at - time < 600_000).length === 12;
          expect(loops.see('a', 'same', at) !== undefined).toBe(isTwelfth);
        }
      }),
    );
  });
});
