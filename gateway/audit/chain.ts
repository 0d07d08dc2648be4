import { createHash } from 'node:crypto';
import type { AuditEntry } from './entry.ts';

/** The last link of a chain. */
export interface ChainHead {
  readonly seq: number;
  /** SHA-256, hex. */
  readonly hash: string;
}

/** The head of an empty chain: links begin at 1. */
export const CHAIN_START: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** An entry in its place. `text` is exactly the hashed text. */
export interface ChainLink extends ChainHead {
  readonly text: string;
}

/**
 * Links an entry to the chain: the hash covers the one before, the number and the whole entry, so that no entry can be
 * changed, taken out or put in between without breaking every later one.
 */
export function linkEntry(before: ChainHead, entry: AuditEntry): ChainLink {
  return linkText(before, JSON.stringify(entry));
}

/** The same from the stored text, for verification. */
export function linkText(before: ChainHead, text: string): ChainLink {
  const seq = before.seq + 1;
  const hash = createHash('sha256').update(`${before.hash}\n${seq}\n${text}`).digest('hex');
  return { seq, hash, text };
}
