import type { ProviderName } from '../../../shared/ids.ts';
import type { KeyFrom, KeyFromView } from '../../../shared/key-source/key-source-views.ts';
import type { KeyReading } from '../key-source.ts';
import { isOfProgram } from './lease.ts';
import { createKeyLease } from './key-lease.ts';
import type { KeyLease, KeyLeaseDeps } from './key-lease.ts';

/** The keys of providers that are kept by secret managers: in memory only, each on a lease. */
export interface KeyLeases {
  /**
   * The key of a provider, read when there is none yet, or when its lease is over.
   * @throws PurserError `SECRETS_UNAVAILABLE` where it cannot be read, and its grace is over
   */
  keyOf(name: ProviderName, from: KeyFrom): Promise<string>;
  /** Reads it now. @throws PurserError `SECRETS_UNAVAILABLE`; the key that was there stays for its grace */
  refresh(name: ProviderName, from: KeyFrom): Promise<void>;
  /** The provider has refused this key: it is read anew, unless that was tried a moment ago. */
  refused(name: ProviderName, value: string): void;
  /** Begins with a key that was read already. */
  keep(name: ProviderName, from: KeyFrom, reading: KeyReading): void;
  /** Begins to read it in the background, where that asks a person for nothing. */
  warm(name: ProviderName, from: KeyFrom): void;
  viewOf(name: ProviderName, from: KeyFrom): KeyFromView;
  /** The key that is in memory, without asking for one. */
  heldOf(name: ProviderName): string | undefined;
  forget(name: ProviderName): void;
  stop(): void;
}

/** @see KeyLeases */
export function createKeyLeases(deps: KeyLeaseDeps): KeyLeases {
  const leases = new Map<ProviderName, KeyLease>();
  const leaseOf = (name: ProviderName, from: KeyFrom): KeyLease => {
    const known = leases.get(name) ?? createKeyLease(deps, name, from);
    leases.set(name, known);
    return known;
  };
  return {
    keyOf: (name, from) => leaseOf(name, from).key(),
    refresh: (name, from) => leaseOf(name, from).refresh(),
    refused: (name, value) => leases.get(name)?.refused(value),
    keep: (name, from, reading) => leaseOf(name, from).take(reading),
    warm(name, from) {
      // Whoever logs in to their computer is not asked for a finger before anything needs the key.
      if (!isOfProgram(from.reference))
        void leaseOf(name, from)
          .refresh()
          .catch(() => undefined);
    },
    viewOf: (name, from) => leaseOf(name, from).view(),
    heldOf: (name) => leases.get(name)?.held(),
    forget(name) {
      leases.get(name)?.stop();
      leases.delete(name);
    },
    stop() {
      for (const lease of leases.values()) lease.stop();
      leases.clear();
    },
  };
}
