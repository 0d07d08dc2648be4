import fc from 'fast-check';
import { createStreamWatch } from '../domain/stream/stream-watch.ts';
import type { StreamProgress } from '../domain/stream/stream-exposure.ts';

/** Something of an answer that arrives. */
interface Arrival {
  readonly at: number;
  /** Tokens that show, of all so far. */
  readonly shown: number;
  /** It is a summary of thoughts. */
  readonly hides: boolean;
}

/** One stream as its provider makes it, and as it is seen from afar. Times are milliseconds since it was sent. */
export interface MadeStream {
  /** No two of its tokens are closer together than a thousand milliseconds divided by this. */
  readonly most: number;
  readonly hides: boolean;
  /** When each of its tokens was made, hidden ones included. */
  readonly made: readonly number[];
  readonly arrivals: readonly Arrival[];
  /** Stretches in which nobody read what came. */
  readonly away: readonly (readonly [from: number, to: number])[];
  /**
   * From the moment it is left until it makes no more. With the time that its words are on their way: a quarter of a
   * second at most.
   */
  readonly stopMs: number;
  readonly endsAt: number;
}

/** Tokens leave in clumps of so many; the last clump leaves at its end, or waits for what comes next. */
interface Answering {
  readonly kind: 'answers';
  readonly tokens: number;
  readonly pace: number;
  readonly clump: number;
  readonly keeps: boolean;
}

/** Nothing shows. Shorter silences are taken for the rhythm of an answer: nobody has seen a model think for less. */
interface Thinking {
  readonly kind: 'thinks';
  readonly ms: number;
  readonly pace: number;
}

/** Of many thoughts a few words show. */
interface SummingUp extends Omit<Thinking, 'kind'> {
  readonly kind: 'sums-up';
  readonly everyMs: number;
  readonly words: number;
}

/** What a model does for a while. A pace is a share of the fastest there is. */
type Phase = Answering | Thinking | SummingUp | { readonly kind: 'waits'; readonly ms: number };

/** How a stream is made: what fast-check draws, and prints where something fails. */
export interface WaysOfStream {
  readonly most: number;
  readonly phases: readonly Phase[];
  /** On the way to the client. */
  readonly latencyMs: number;
  readonly away: readonly (readonly [after: number, ms: number])[];
  readonly stopMs: number;
}

/** A gap that is longer counts as silence. */
const SILENCE_MS = 150;

/** Makes it, token by token. */
export function makeStream({ most, phases, latencyMs, away, stopMs }: WaysOfStream): MadeStream {
  const made: number[] = [];
  const sent: { at: number; tokens: number; hides: boolean }[] = [];
  let now = 0;
  let waiting = 0;
  const flush = (): void => {
    if (waiting > 0) sent.push({ at: now, tokens: waiting, hides: false });
    waiting = 0;
  };
  for (const phase of phases) {
    const begun = now;
    if (phase.kind === 'waits') now += phase.ms;
    if (phase.kind === 'waits') continue;
    const step = 1_000 / (most * phase.pace);
    if (phase.kind === 'answers') {
      for (let token = 0; token < phase.tokens; token += 1) {
        now += step;
        made.push(now);
        waiting += 1;
        if (waiting >= phase.clump) flush();
      }
      if (!phase.keeps) flush();
      continue;
    }
    if (phase.kind === 'sums-up') {
      for (let at = begun; at < begun + phase.ms; at += phase.everyMs) {
        sent.push({ at, tokens: phase.words, hides: true });
      }
    }
    for (; now + step <= begun + phase.ms; now += step) made.push(now + step);
    now = begun + phase.ms;
  }
  flush();
  const stretches = awayOf(away, now);
  let shown = 0;
  const arrivals = sent.map(({ at, tokens, hides }) => {
    shown += tokens;
    return { at: seenAt(at + latencyMs, stretches), shown, hides };
  });
  const hides = phases.some(({ kind }) => kind === 'thinks' || kind === 'sums-up');
  return { most, hides, made, arrivals, away: stretches, stopMs, endsAt: now };
}

function awayOf(away: WaysOfStream['away'], end: number): readonly (readonly [number, number])[] {
  let from = 0;
  const stretches: (readonly [number, number])[] = [];
  for (const [after, ms] of away) {
    from += 1 + after * end;
    if (from < end) stretches.push([from, from + ms]);
    from += ms;
  }
  return stretches;
}

function seenAt(at: number, away: MadeStream['away']): number {
  return away.find(([from, to]) => at >= from && at < to)?.[1] ?? at;
}

/** What was seen of it by then. */
export function sightAt({ arrivals, away }: Pick<MadeStream, 'arrivals' | 'away'>, now: number): StreamProgress {
  const watch = createStreamWatch();
  const happenings: readonly (readonly [at: number, happens: () => void])[] = [
    ...away.flatMap(
      ([from, to]) =>
        [
          [from, () => watch.lookAway(from)],
          [to, () => watch.lookAgain(to)],
        ] as const,
    ),
    ...arrivals.map(({ at, shown, hides }) => [at, () => watch.saw(at, shown, hides)] as const),
  ];
  watch.sent(0);
  for (const [at, happens] of happenings.toSorted(([one], [other]) => one - other)) if (at <= now) happens();
  return watch.sight(now);
}

/** How many tokens it has made when it was left at this moment and has stopped. */
export function madeWhenStopped({ made, stopMs }: MadeStream, leftAt: number): number {
  return made.filter((at) => at <= leftAt + stopMs).length;
}

/** Drawn evenly: doubles are nearly all next to nothing. */
const share = fc.integer({ min: 0, max: 1_000 }).map((thousandths) => thousandths / 1_000);
const pace = fc.oneof(
  fc.constant(1),
  share.map((part) => 0.05 + 0.95 * part),
);
const few = fc.integer({ min: 1, max: 10 });
const kind = <K extends Phase['kind']>(name: K): fc.Arbitrary<K> => fc.constant(name);
const answering = fc.record({
  kind: kind('answers'),
  tokens: fc.oneof(few, fc.integer({ min: 1, max: 300 })),
  pace,
  clump: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 64 })),
  keeps: fc.boolean(),
});
const thinking = fc.record({ kind: kind('thinks'), ms: fc.integer({ min: SILENCE_MS + 1, max: 4_000 }), pace });
const summingUp = fc.record({
  kind: kind('sums-up'),
  ms: fc.integer({ min: 1, max: 4_000 }),
  pace,
  everyMs: fc.oneof(fc.integer({ min: 5, max: SILENCE_MS }), fc.integer({ min: 5, max: 600 })),
  words: fc.integer({ min: 1, max: 20 }),
});
const waiting = fc.record({ kind: kind('waits'), ms: fc.integer({ min: 1, max: 3_000 }) });
const phase = fc.oneof(
  { weight: 3, arbitrary: answering },
  { weight: 2, arbitrary: thinking },
  { weight: 2, arbitrary: summingUp },
  { weight: 1, arbitrary: waiting },
);
/** Again and again: what is a little wrong each time adds up. */
const phases = fc
  .tuple(fc.array(phase, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 5 }))
  .map(([once, times]) => Array.from({ length: times }, () => once).flat());

/** Streams of every kind that the bound is made for. */
export const waysOfStreams: fc.Arbitrary<WaysOfStream> = fc
  .record({
    most: fc.constantFrom(400, 600, 1_000, 1_500, 3_000),
    phases,
    latencyMs: fc.integer({ min: 0, max: 100 }),
    stops: fc.oneof(fc.constant(1), share),
    away: fc.array(fc.tuple(share, fc.integer({ min: 1, max: 2_000 })), { maxLength: 2 }),
  })
  .map(({ stops, ...ways }) => ({ ...ways, stopMs: stops * (250 - ways.latencyMs) }));
