import type { KeyFrom, KeyFromView } from '../../../shared/key-source/key-source-views.ts';
import { readKeyReference, runsProgram, shownReference } from '../../../shared/key-source/key-reference.ts';
import type { KeyReading } from '../key-source.ts';

/** A moment by two clocks: one may be set, and the other stands still while the machine sleeps. */
export interface Moment {
  /** Epoch milliseconds. */
  readonly wall: number;
  /** Milliseconds that only grow. */
  readonly steady: number;
}

/** The time between two moments in milliseconds, by the clock that counted more: a key is never used for too long. */
export function timeBetween(from: Moment, to: Moment): number {
  return Math.max(to.wall - from.wall, to.steady - from.steady);
}

/** A key that was read, with its time. */
export interface Held {
  readonly value: string;
  readonly version: string | undefined;
  readonly at: Moment;
  /** For how long it is good, in milliseconds. */
  readonly leaseMs: number;
}

/** Why a key could not be read, the newest time. */
export interface Failure {
  readonly sentence: string;
  readonly at: Moment;
  /** How often in a row. */
  readonly count: number;
}

/** A key of a manager that answers in a moment is read this often, where nobody says otherwise. */
const USUAL_MS = 5 * 60_000;
/** One of a program: it may ask the person for a finger or a password. */
const OF_PROGRAM_MS = 60 * 60_000;

/** For how long a key that was just read is good, in milliseconds. */
export function leaseOf({ reference, everyMs }: KeyFrom, { leaseMs }: Pick<KeyReading, 'leaseMs'>): number {
  const usual = isOfProgram(reference) ? OF_PROGRAM_MS : USUAL_MS;
  return Math.min(everyMs ?? usual, leaseMs ?? Infinity);
}

/** Whether reading it runs a program, which may ask the person for something. */
export function isOfProgram(text: string): boolean {
  const reference = readKeyReference(text);
  return 'kind' in reference && runsProgram(reference);
}

/** What may be done with a key now. */
export type Standing = 'none' | 'fresh' | 'grace' | 'over';

/** @param graceMs for how long it goes on after its lease, in milliseconds */
export function standingOf(held: Held | undefined, graceMs: number, now: Moment): Standing {
  if (!held) return 'none';
  const age = timeBetween(held.at, now);
  if (age < held.leaseMs) return 'fresh';
  return age < held.leaseMs + graceMs ? 'grace' : 'over';
}

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/** How long to wait after so many failures in a row, in milliseconds. @param chance from 0 to 1 */
export function retryAfter(failures: number, chance: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LAST_RETRY_MS) * (0.75 + chance / 2);
}

/** When to read a key again, in milliseconds after it was read: well before its lease ends. @param chance from 0 to 1 */
export function refreshAfter(leaseMs: number, chance: number): number {
  return leaseMs * (0.7 + chance * 0.15);
}

/** How it stands, for people. */
export function viewOf(
  from: KeyFrom,
  held: Held | undefined,
  failure: Failure | undefined,
  { now, nextAt }: { readonly now: Moment; readonly nextAt: number | undefined },
): KeyFromView {
  const standing = standingOf(held, from.graceMs, now);
  const ended = standing === 'none' || standing === 'over';
  // A lease that has just ended without a failure is read anew by whoever needs the key.
  const state = failure
    ? ended
      ? 'failed'
      : standing === 'fresh'
        ? 'fresh'
        : 'grace'
    : held && !ended
      ? 'fresh'
      : 'unread';
  return {
    reference: shownReference(from.reference),
    graceMs: from.graceMs,
    state,
    fetchedAt: held?.at.wall ?? null,
    nextAt: nextAt ?? null,
    version: held?.version ?? null,
    failure: failure?.sentence ?? null,
  };
}
