import { CHAIN_START, linkText } from './chain.ts';
import type { ChainHead, ChainLink } from './chain.ts';

/**
 * `brokenAt` is the first link that does not follow from the ones before; `keptAt` the one whose hash was kept
 * elsewhere, if it is there.
 */
export interface AuditVerdict {
  readonly entries: number;
  readonly head: string;
  readonly brokenAt: number | null;
  readonly keptAt: number | null;
}

/** Looks at a chain link by link, wherever it comes from: the ledger, or a file that was exported. */
export interface ChainCheck {
  /** @returns false when this link does not follow from the ones before; then it is over */
  follows(link: ChainLink): boolean;
  verdict(): AuditVerdict;
}

/** @param kept a head that was kept elsewhere, and should be met on the way */
export function createChainCheck(kept?: string): ChainCheck {
  let head: ChainHead = CHAIN_START;
  let brokenAt: number | null = null;
  let keptAt: number | null = null;
  return {
    follows({ seq, text, hash }) {
      const link = linkText(head, text);
      if (link.seq !== seq || link.hash !== hash) {
        brokenAt = link.seq;
        return false;
      }
      head = link;
      if (hash === kept) keptAt = seq;
      return true;
    },
    verdict: () => ({ entries: head.seq, head: head.hash, brokenAt, keptAt }),
  };
}
