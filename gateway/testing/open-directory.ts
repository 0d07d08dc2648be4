import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PurserError } from '../../shared/errors.ts';
import { createDirectory } from '../accounts/directory.ts';
import type { Directory } from '../accounts/directory.ts';
import { createLimits } from '../accounts/limits.ts';
import type { Limits } from '../accounts/limits.ts';
import type { StopBook } from '../accounts/stop-book.ts';
import { systemRandom } from '../defaults.ts';
import { openLedger } from '../ledger/ledger.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { stopsOf } from './stops-of.ts';

/** Who may spend, on a real ledger whose disk a test can fill. */
export interface TestDirectory {
  readonly folder: string;
  readonly ledger: Ledger;
  readonly stops: StopBook;
  readonly limits: Limits;
  readonly directory: Directory;
  /** Its clock, in epoch milliseconds. */
  now: number;
  /** While true, nothing can be written. */
  isDiskFull: boolean;
  /** Opens what is on disk anew: the parts from before are over. */
  restart(): Promise<void>;
  /** How many entries of this kind are on record. */
  audited(kind: string): Promise<number>;
  remove(): Promise<void>;
}

/** What a disk without room answers. */
export const FULL = { code: 'LEDGER_UNAVAILABLE' } as const;

/** Opens one. Remove it in `afterEach`. */
export async function openTestDirectory(): Promise<TestDirectory> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-directory-'));
  const state = { now: 1_000, isDiskFull: false };
  const open = async () => {
    const file = await openLedger(folder);
    const ledger: Ledger = {
      ...file,
      write: (statements, entries) =>
        state.isDiskFull
          ? Promise.reject(new PurserError('LEDGER_UNAVAILABLE', 'The disk is full.'))
          : file.write(statements, entries),
    };
    const [stops, clock] = [stopsOf(ledger), { now: () => state.now }];
    const limits = createLimits({
      ledger,
      stops,
      clock,
      spend: { setCaps: () => undefined, setParts: () => undefined, partsRead: () => Promise.resolve() },
    });
    const directory = createDirectory({ ledger, stops, limits, clock, random: systemRandom });
    return { ledger, stops, limits, directory };
  };
  let parts = await open();
  const close = async (): Promise<void> => {
    await parts.stops.close();
    await parts.ledger.close();
  };
  return {
    folder,
    get ledger() {
      return parts.ledger;
    },
    get stops() {
      return parts.stops;
    },
    get limits() {
      return parts.limits;
    },
    get directory() {
      return parts.directory;
    },
    get now() {
      return state.now;
    },
    set now(now) {
      state.now = now;
    },
    get isDiskFull() {
      return state.isDiskFull;
    },
    set isDiskFull(isDiskFull) {
      state.isDiskFull = isDiskFull;
    },
    async restart() {
      await close();
      parts = await open();
    },
    audited: async (kind) =>
      (await parts.ledger.auditLinks(0, 1_000)).filter(({ text }) => text.includes(`"${kind}"`)).length,
    async remove() {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when something is so. */
export async function until(ready: () => boolean): Promise<void> {
  while (!ready()) await sleep(5);
}
