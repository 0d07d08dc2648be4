import { PurserError } from '../../../shared/errors.ts';
import type { SubKeyId } from '../../../shared/ids.ts';
import type { Clock } from '../../platform/ports.ts';

/** Who made a change: a browser by its session, or the person at this machine. */
export type Authority = string;

/** How long a revocation can be taken back, in milliseconds. */
export const UNDO_MS = 5_000;

/**
 * The sub-keys that were revoked a moment ago, in memory only: on disk each is revoked from the first moment, and a
 * restart leaves it so.
 */
export interface RevokedLately {
  /**
   * Lets whoever revoked sub-keys take that back for {@link UNDO_MS}.
   * @param ids everything that was asked for @param ended what worked until now
   * @returns what can be taken back now, and until when; null where there is nothing
   */
  offer(
    ids: readonly SubKeyId[],
    ended: readonly SubKeyId[],
    by: Authority,
  ): { readonly ids: SubKeyId[]; readonly until: number } | null;
  /** Ends the offers for these, where somebody else revokes them too. @param by left out: whoever made them */
  forget(ids: readonly SubKeyId[], by?: Authority): void;
  /** Ends the offers for these. @throws PurserError `CONFLICT` where one is over, or somebody else's; then none ends */
  claim(ids: readonly SubKeyId[], by: Authority): void;
}

interface Offer {
  readonly by: Authority;
  readonly until: number;
}

/** @see RevokedLately */
export function createRevokedLately(clock: Clock): RevokedLately {
  const offers = new Map<SubKeyId, Offer>();
  const isOpen = (offer: Offer | undefined, by: Authority): offer is Offer =>
    offer !== undefined && offer.by === by && clock.now() < offer.until;
  return {
    offer(ids, ended, by) {
      const until = clock.now() + UNDO_MS;
      for (const id of ended) {
        const offer = { by, until };
        offers.set(id, offer);
        // The clock may go back, and must not make it longer.
        setTimeout(() => {
          if (offers.get(id) === offer) offers.delete(id);
        }, UNDO_MS).unref();
      }
      const open = ids.flatMap((id) => {
        const offer = offers.get(id);
        return isOpen(offer, by) ? [{ id, until: offer.until }] : [];
      });
      return open.length === 0
        ? null
        : { ids: open.map(({ id }) => id), until: Math.min(...open.map((offer) => offer.until)) };
    },
    forget(ids, by) {
      for (const id of ids) if (by === undefined || offers.get(id)?.by !== by) offers.delete(id);
    },
    claim(ids, by) {
      if (!ids.every((id) => isOpen(offers.get(id), by)))
        throw new PurserError('CONFLICT', 'It is too late to undo this. Issue a new sub-key.');
      for (const id of ids) offers.delete(id);
    },
  };
}
