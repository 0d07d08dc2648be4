import { describe, expect, it } from 'vitest';
import { createLoopDetector } from './loop-detector.ts';

describe('the loop detector', () => {
  it('tells once when one request came twelve times within ten minutes', () => {
    const loops = createLoopDetector();
    const reasons = Array.from({ length: 20 }, (_, turn) => loops.see('a', 'same', turn * 1_000));
    expect(reasons.flatMap((why, turn) => (why === undefined ? [] : [turn]))).toEqual([11]);
    expect(reasons[11]).toBe('12 identical requests in 10 minutes');
    expect(loops.see('b', 'same', 20_000)).toBeUndefined();
  });
  it('does not mind different requests, nor slow repetition', () => {
    const loops = createLoopDetector();
    for (let turn = 0; turn < 2_000; turn += 1) expect(loops.see('a', `request ${turn}`, turn)).toBeUndefined();
    for (let turn = 0; turn < 40; turn += 1) expect(loops.see('a', 'slow', turn * 61_000)).toBeUndefined();
  });
});
