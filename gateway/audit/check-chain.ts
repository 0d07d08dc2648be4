import { CHAIN_START, linkText } from './chain.ts';
import { isBy, isSealOf, readSeal } from './seal.ts';
import type { Seal } from './seal.ts';
import type { ChainHead, ChainLink } from './chain.ts';

/**
 * `brokenAt` is the first link that does not follow from the ones before; `keptAt` the one whose hash was kept
 * elsewhere, if it is there; `sealedTo` the last one that a seal covers, where the key is known.
 */
export interface AuditVerdict {
  readonly entries: number;
  readonly head: string;
  readonly brokenAt: number | null;
  readonly keptAt: number | null;
  readonly sealedTo: number | null;
}

/** Looks at a chain link by link, wherever it comes from: the ledger, or a file that was exported. */
export interface ChainCheck {
  /** @returns false when this link does not follow from the ones before; then it is over */
  follows(link: ChainLink): boolean;
  verdict(): AuditVerdict;
}

/** What is known beside the chain itself. */
export interface KnownBeside {
  /** A head that was kept elsewhere, and should be met on the way. */
  readonly kept?: string | undefined;
  /** The key of the seals. Without it they are entries like others. */
  readonly key?: Buffer | undefined;
}

export function createChainCheck({ kept, key }: KnownBeside = {}): ChainCheck {
  let head: ChainHead = CHAIN_START;
  let brokenAt: number | null = null;
  let keptAt: number | null = null;
  let sealedTo: number | null = null;
  return {
    follows({ seq, text, hash }) {
      const link = linkText(head, text);
      const seal = key && sealBy(key, text);
      if (link.seq !== seq || link.hash !== hash || (key && seal && !isSealOf(seal, key, head))) {
        brokenAt = link.seq;
        return false;
      }
      if (seal) sealedTo = seal.sealed;
      head = link;
      if (hash === kept) keptAt = seq;
      return true;
    },
    verdict: () => ({ entries: head.seq, head: head.hash, brokenAt, keptAt, sealedTo }),
  };
}

function sealBy(key: Buffer, text: string): Seal | undefined {
  const seal = readSeal(text);
  return seal && isBy(seal, key) ? seal : undefined;
}
