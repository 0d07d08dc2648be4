import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeStream, sightAt, waysOfStreams } from '../../testing/made-streams.ts';
import { createStreamWatch } from './stream-watch.ts';

const moments = fc.array(fc.integer({ min: 0, max: 1_200 }), { minLength: 2, maxLength: 6 });

describe('the time of a stream', () => {
  it('is silence, flow or unseen, and nothing else; what showed and what went by never falls', () => {
    fc.assert(
      fc.property(waysOfStreams, moments, (ways, thousandths) => {
        const stream = makeStream(ways);
        const inOrder = thousandths.toSorted((one, other) => one - other);
        const sights = inOrder.map((share) => sightAt(stream, (share / 1_000) * stream.endsAt));
        for (const { elapsedMs, silentMs, flowingMs, unseenMs } of sights) {
          expect(Math.min(silentMs, flowingMs, unseenMs)).toBeGreaterThanOrEqual(0);
          expect(silentMs + flowingMs + unseenMs).toBeCloseTo(elapsedMs, 6);
        }
        for (const figure of ['elapsedMs', 'flowingMs', 'unseenMs', 'shown', 'paced'] as const) {
          const seen = sights.map((sight) => sight[figure]);
          expect(seen).toEqual(seen.toSorted((one, other) => one - other));
        }
      }),
    );
  });

  it('is silence before the first word, in long gaps, and beside a summary of thoughts until the next word', () => {
    const watch = createStreamWatch();
    watch.sent(1_000);
    watch.saw(3_000, 5, false);
    watch.saw(3_100, 9, false);
    expect(watch.sight(3_100)).toMatchObject({ elapsedMs: 2_100, silentMs: 2_000, flowingMs: 100, shown: 9, paced: 9 });
    watch.saw(3_200, 12, true);
    watch.saw(3_300, 20, false);
    expect(watch.sight(3_300)).toMatchObject({ silentMs: 2_200, flowingMs: 100, shown: 20, paced: 17 });
    watch.saw(3_451, 21, false);
    expect(watch.sight(3_500)).toMatchObject({ silentMs: 2_400, flowingMs: 100, shown: 21 });
  });

  it('says little of the pace by what comes at once, and nothing by what tells nothing new', () => {
    const watch = createStreamWatch();
    watch.sent(0);
    watch.saw(100, 64, false);
    watch.saw(140, 64, false);
    watch.saw(200, 65, false);
    expect(watch.sight(200)).toMatchObject({ flowingMs: 200, silentMs: 0, shown: 65, paced: 33 });
  });

  it("is nobody's while nobody looks, once and not twice", () => {
    const watch = createStreamWatch();
    watch.sent(0);
    watch.saw(100, 5, false);
    watch.lookAway(110);
    watch.lookAway(150);
    expect(watch.sight(200)).toMatchObject({ flowingMs: 100, silentMs: 10, unseenMs: 90 });
    watch.lookAgain(400);
    watch.lookAgain(450);
    watch.saw(410, 90, false);
    expect(watch.sight(410)).toMatchObject({ elapsedMs: 410, flowingMs: 100, silentMs: 20, unseenMs: 290, shown: 90 });
  });

  it('is all unseen where nothing can be read', () => {
    const watch = createStreamWatch();
    watch.sent(0);
    watch.saw(100, 5, false);
    watch.lose();
    const sight = { elapsedMs: 2_000, silentMs: 0, flowingMs: 0, unseenMs: 2_000, shown: 5, paced: 0 };
    expect(watch.sight(2_000)).toEqual(sight);
  });

  it('ends when its provider is told to stop, though more is read of it afterwards', () => {
    const watch = createStreamWatch();
    watch.sent(0);
    watch.saw(100, 5, false);
    watch.lookAway(200);
    watch.stop(1_000);
    const then = watch.sight(1_000);
    expect(then).toMatchObject({ elapsedMs: 1_000, flowingMs: 100, silentMs: 100, unseenMs: 800 });
    watch.stop(2_000);
    expect(watch.sight(9_000)).toEqual(then);
    watch.lookAgain(9_000);
    watch.saw(9_001, 8, false);
    expect(watch.sight(9_002)).toMatchObject({ elapsedMs: 1_000, unseenMs: 800, shown: 8 });
  });
});
