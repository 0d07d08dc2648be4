import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeWhenStopped, makeStream, sightAt, waysOfStreams } from '../../testing/made-streams.ts';
import { mostOutputBy, outputWhenLeft } from './stream-exposure.ts';
import type { StreamProgress } from './stream-exposure.ts';

const RUNS = Number(process.env['PURSER_MODEL_RUNS'] ?? 300);

const aheadMs = fc.integer({ min: 0, max: 3_000 });
/** When it is looked at: a share of its length, and a bit beyond its end. */
const moment = fc.integer({ min: 0, max: 1_200 }).map((thousandths) => thousandths / 1_000);
const moments = fc.array(moment, { minLength: 1, maxLength: 8 });

describe('the most that a stream can have made', () => {
  it('is never less than what was made until it stopped, however it thinks, clumps, waits and stops', () => {
    fc.assert(
      fc.property(waysOfStreams, moments, aheadMs, (ways, shares, ahead) => {
        const stream = makeStream(ways);
        for (const share of shares) {
          const now = share * stream.endsAt;
          const bound = mostOutputBy(sightAt(stream, now), stream, ahead);
          expect(bound).toBeGreaterThanOrEqual(madeWhenStopped(stream, now + ahead));
        }
      }),
      { numRuns: RUNS },
    );
  });

  const sights: fc.Arbitrary<StreamProgress> = fc
    .tuple(fc.nat(60_000), fc.nat(60_000), fc.nat(60_000), fc.nat(20_000), fc.nat(100))
    .map(([silentMs, flowingMs, unseenMs, shown, share]) => {
      const times = { elapsedMs: silentMs + flowingMs + unseenMs, silentMs, flowingMs, unseenMs };
      return { ...times, shown, paced: Math.floor((shown * share) / 100) };
    });
  const paces = fc.record({ most: fc.constantFrom(400, 600, 3_000, Infinity), hides: fc.boolean() });

  it('grows with the time until the stop, and is never less than what showed or what is booked now', () => {
    fc.assert(
      fc.property(sights, paces, aheadMs, aheadMs, (sight, pace, one, other) => {
        const bounds = [0, ...[one, other].toSorted((a, b) => a - b)].map((ahead) => mostOutputBy(sight, pace, ahead));
        expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
        expect(bounds[0]).toBeGreaterThanOrEqual(outputWhenLeft(sight, pace));
        expect(outputWhenLeft(sight, pace)).toBeGreaterThanOrEqual(sight.shown);
      }),
      { numRuns: RUNS },
    );
  });
});

/** Hidden tokens are made as fast as shown ones, or up to a quarter faster. */
const steadyWays = fc.record({
  most: fc.constantFrom(400, 600, 1_500),
  /** A share of the fastest there is. */
  pace: fc.integer({ min: 50, max: 800 }).map((thousandths) => thousandths / 1_000),
  /** The answer comes in pieces of so many tokens. */
  clump: fc.integer({ min: 1, max: 32 }),
  thinksMs: fc.array(fc.integer({ min: 151, max: 3_000 }), { maxLength: 4 }),
  answers: fc.integer({ min: 1, max: 200 }),
  faster: fc.integer({ min: 100, max: 125 }),
  /** A share of the time that is left for a stop beside making a piece: together a quarter of a second at most. */
  stops: fc.integer({ min: 0, max: 100 }),
});

describe('what is booked for a stream that is left', () => {
  it('is never less than what was made until it stopped, where it thinks about as fast as it writes', () => {
    fc.assert(
      fc.property(steadyWays, moments, ({ most, pace, clump, thinksMs, answers, faster, stops }, shares) => {
        const pieces = Math.max(1, Math.min(clump, Math.floor(most * pace * 0.14)));
        const answer = { kind: 'answers', tokens: answers, pace, clump: pieces, keeps: false } as const;
        const think = (ms: number) => ({ kind: 'thinks', ms, pace: (pace * faster) / 100 }) as const;
        const phases = [...thinksMs.flatMap((ms) => [think(ms), answer]), answer];
        const stopMs = (stops / 100) * (250 - pieces / ((most * pace) / 1_000));
        const stream = makeStream({ most, phases, latencyMs: 0, away: [], stopMs });
        for (const share of shares) {
          const now = share * stream.endsAt;
          const sight = sightAt(stream, now);
          // An answer that has just begun is taken to be as fast as most are: a faster one may be ahead by some tokens.
          const tells = sight.paced === 0 || sight.flowingMs >= 250 || most * pace * (faster / 100) <= 96;
          if (tells) expect(outputWhenLeft(sight, stream)).toBeGreaterThanOrEqual(madeWhenStopped(stream, now));
        }
      }),
      { numRuns: RUNS },
    );
  });
});
