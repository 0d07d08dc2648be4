import type { SubKeyId } from '../../shared/ids.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { OldSecretRecord, SubKeyRecord } from '../ledger/records.ts';
import type { Clock } from '../platform/ports.ts';

/** The last secret that rotation replaced. */
export interface Rotation {
  readonly graceEndsAt: number;
  /** When the old secret was last used, since this gateway started; kept in memory only. */
  readonly oldLastUsedAt: number | null;
}

/**
 * The secrets that rotation has replaced. They work for a while and are remembered for longer, so that a tool that
 * still sends one gets the right error.
 */
export interface ReplacedSecrets {
  /** @returns its sub-key, and whether it still works; undefined for an unknown hash */
  find(hash: string): { readonly subKeyId: SubKeyId; readonly works: boolean } | undefined;
  /** Epoch milliseconds: secrets that expired before this can be forgotten. */
  forgetBefore(): number;
  add(old: OldSecretRecord): void;
  newestOf(id: SubKeyId): Rotation | undefined;
}

/**
 * An expired secret is remembered for this many milliseconds, so that a tool that still sends it gets the right error.
 */
const KEEP_OLD_SECRETS_MS = 30 * 86_400_000;

/** @see ReplacedSecrets */
export function createReplacedSecrets(
  { ledger, clock }: { readonly ledger: Ledger; readonly clock: Clock },
  keyOf: (id: SubKeyId) => SubKeyRecord,
): ReplacedSecrets {
  const secrets = new Map(ledger.contents.oldSecrets.map((old) => [old.hash, old]));
  const uses = new Map<string, number>();

  /** Records the first use of an old secret, and remembers the latest: the person must find that tool in time. */
  const noteUse = ({ hash, subKeyId, validUntil }: OldSecretRecord): void => {
    if (!uses.has(hash)) {
      const { agentId } = keyOf(subKeyId);
      const entry = { at: clock.now(), kind: 'old-secret-used', agentId, subKeyId, detail: { validUntil } } as const;
      ledger.write([], [entry]).catch(() => undefined);
    }
    uses.set(hash, clock.now());
  };
  const forgetBefore = (): number => clock.now() - KEEP_OLD_SECRETS_MS;
  return {
    find(hash) {
      const old = secrets.get(hash);
      if (!old) return undefined;
      const works = clock.now() < old.validUntil;
      if (works) noteUse(old);
      return { subKeyId: old.subKeyId, works };
    },
    forgetBefore,
    add(old) {
      for (const { hash, subKeyId, validUntil } of secrets.values())
        if (subKeyId === old.subKeyId && validUntil < forgetBefore()) secrets.delete(hash);
      secrets.set(old.hash, old);
    },
    newestOf(id) {
      const newest = [...secrets.values()]
        .filter((old) => old.subKeyId === id)
        .toSorted((left, right) => right.validUntil - left.validUntil)[0];
      return newest && { graceEndsAt: newest.validUntil, oldLastUsedAt: uses.get(newest.hash) ?? null };
    },
  };
}
