import { PurserError } from '../../../shared/errors.ts';
import type { ProviderName } from '../../../shared/ids.ts';
import type { KeyFrom, KeyFromView } from '../../../shared/key-source/key-source-views.ts';
import type { KeyReading } from '../key-source.ts';
import type { Clock, Logger, Random } from '../../platform/ports.ts';
import type { ReadKey } from '../read-key.ts';
import { isOfProgram, leaseOf, refreshAfter, retryAfter, standingOf, timeBetween, viewOf } from './lease.ts';
import type { Failure, Held, Moment, Standing } from './lease.ts';
import { createReadingTimer } from './reading-timer.ts';

/** One key on a lease. */
export interface KeyLease {
  /** @throws PurserError `SECRETS_UNAVAILABLE` */
  key(): Promise<string>;
  /** @throws PurserError `SECRETS_UNAVAILABLE` */
  refresh(): Promise<void>;
  refused(value: string): void;
  take(reading: KeyReading): void;
  view(): KeyFromView;
  held(): string | undefined;
  stop(): void;
}

/** What it works with. */
export interface KeyLeaseDeps {
  readonly readKey: ReadKey;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Logger;
  /** Called when a key was read, or could not be. */
  readonly changed: () => void;
  /** Called when a manager gave out another key than before. */
  readonly rotated: (name: ProviderName, version: string | undefined) => void;
}

/** A refused key is read anew at most this often: a provider may refuse for reasons that no new key ends. */
const BETWEEN_REFUSALS_MS = 30_000;

/** @see KeyLease */
export function createKeyLease(deps: KeyLeaseDeps, name: ProviderName, from: KeyFrom): KeyLease {
  const now = (): Moment => ({ wall: deps.clock.now(), steady: performance.now() });
  const chance = (): number => (deps.random.bytes(1)[0] ?? 0) / 255;
  const standing = (): Standing => standingOf(held, from.graceMs, now());
  const timer = createReadingTimer(deps.clock);
  let held: Held | undefined;
  let failure: Failure | undefined;
  let reading: Promise<void> | undefined;
  let refusedAt: Moment | undefined;
  let isUsed = false;
  let isStopped = false;

  const drop = (): void => {
    held = undefined;
    deps.changed();
  };
  const readInBackground = (): void => {
    if (standing() === 'over') drop();
    // A program may ask the person for a finger: not for a key that nobody has used since.
    if (isUsed || !isOfProgram(from.reference)) return void refresh().catch(() => undefined);
    // Nobody needs it: it is forgotten when its time is over, and read anew by whoever does.
    if (held) timer.planEnd(held.leaseMs + from.graceMs - timeBetween(held.at, now()), drop);
    deps.changed();
  };
  const take = (read: KeyReading): void => {
    const before = held?.value;
    const leaseMs = leaseOf(from, read);
    held = { value: read.value, version: read.version, at: now(), leaseMs };
    failure = undefined;
    isUsed = false;
    if (before !== undefined && before !== read.value) deps.rotated(name, read.version);
    timer.plan(refreshAfter(leaseMs, chance()), readInBackground);
    deps.changed();
  };
  const fail = (error: unknown): void => {
    failure = failureOf(error, failure, now());
    deps.log.log('warn', 'key-not-read', { provider: name, failures: failure.count });
    // Whoever did not answer a program's question is not asked again before the key is needed.
    if (isOfProgram(from.reference)) isUsed = false;
    if (standing() === 'over') held = undefined;
    // Without a key there is nothing to keep alive: whoever needs it asks again.
    if (held) timer.plan(retryAfter(failure.count, chance()), readInBackground);
    else timer.clear();
    deps.changed();
  };
  const readNow = async (): Promise<void> => {
    try {
      const read = await deps.readKey(from.reference);
      if (!isStopped) take(read);
    } catch (error) {
      if (!isStopped) fail(error);
      throw error;
    } finally {
      reading = undefined;
    }
  };
  const refresh = (): Promise<void> => (reading ??= readNow());

  return {
    async key() {
      isUsed = true;
      if (held && standing() === 'fresh') return held.value;
      if (!mustWait(failure, now())) await refresh().catch(() => undefined);
      if (held && standing() !== 'over') return held.value;
      held = undefined;
      throw explain(name, failure);
    },
    refresh,
    refused(value) {
      if (held?.value !== value || (refusedAt && timeBetween(refusedAt, now()) < BETWEEN_REFUSALS_MS)) return;
      refusedAt = now();
      void refresh().catch(() => undefined);
    },
    take,
    view: () => viewOf(from, held, failure, { now: now(), nextAt: timer.nextAt() }),
    held: () => held?.value,
    stop() {
      isStopped = true;
      held = undefined;
      timer.clear();
    },
  };
}

function failureOf(error: unknown, before: Failure | undefined, at: Moment): Failure {
  const sentence = error instanceof PurserError ? error.message : 'Its secret manager could not be asked.';
  return { sentence, at, count: (before?.count ?? 0) + 1 };
}

/** A manager that has just failed is left in peace for a moment: every request would ask it again. */
function mustWait(failure: Failure | undefined, now: Moment): boolean {
  return failure !== undefined && timeBetween(failure.at, now) < retryAfter(failure.count, 0);
}

function explain(name: ProviderName, failure: Failure | undefined): PurserError {
  const why = failure?.sentence ?? 'Its secret manager gave none.';
  return new PurserError(
    'SECRETS_UNAVAILABLE',
    `Purser has no key for ${name}: ${why} When that is put right: purser provider refresh ${name}`,
  );
}
