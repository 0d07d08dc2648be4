import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { ChainHead } from './chain.ts';
import type { AuditEntry } from './entry.ts';

/*
 * A seal is an entry that carries an HMAC of the link before it. As that link's hash covers everything before, one seal
 * proves all of it to whoever has the key: who writes the chain anew without the key cannot seal it again.
 */

const sealSchema = z.object({
  kind: z.literal('record-sealed'),
  /** `key` names the key, and says nothing of it: a seal of a key that is gone proves nothing, and is no fault. */
  detail: z.object({ sealed: z.int(), round: z.int(), key: z.string(), mac: z.string() }),
});
export type Seal = z.infer<typeof sealSchema>['detail'];

/** The entry that seals everything up to a link. @param round grows with each seal of a ledger */
export function sealOf(key: Buffer, { seq, hash }: ChainHead, round: number, at: number): AuditEntry {
  const mac = macOf(key, { seq, hash }).toString('hex');
  return { at, kind: 'record-sealed', detail: { sealed: seq, round, key: nameOf(key), mac } };
}

/** Reads the text of an entry. @returns undefined where it is no seal */
export function readSeal(text: string): Seal | undefined {
  if (!text.includes('"record-sealed"')) return undefined;
  try {
    return sealSchema.safeParse(JSON.parse(text)).data?.detail;
  } catch {
    return undefined;
  }
}

/** True where a seal was made with this key, or says so. */
export function isBy({ key: name }: Seal, key: Buffer): boolean {
  return name === nameOf(key);
}

function nameOf(key: Buffer): string {
  return createHmac('sha256', key).update('name').digest('hex').slice(0, 8);
}

/** True where a seal is that of the link before it, by this key. */
export function isSealOf({ sealed, mac }: Seal, key: Buffer, before: ChainHead): boolean {
  const [said, own] = [Buffer.from(mac, 'hex'), macOf(key, before)];
  return sealed === before.seq && said.length === own.length && timingSafeEqual(said, own);
}

function macOf(key: Buffer, { seq, hash }: ChainHead): Buffer {
  return createHmac('sha256', key).update(`${seq}\n${hash}`).digest();
}
