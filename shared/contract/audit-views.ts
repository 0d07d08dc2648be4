import { z } from 'zod';

/** Whether the audit chain holds. `head` is its last hash: kept elsewhere, it shows later that nothing was cut off. */
export const auditVerdictSchema = z.object({
  entries: z.int(),
  head: z.string(),
  /** Number of the first entry that does not follow from the ones before; null when the chain holds. */
  brokenAt: z.int().nullable(),
  /** Number of the entry whose hash was kept elsewhere; null when it was not asked for, or is not there. */
  keptAt: z.int().nullable(),
  /** The last entry that a seal covers; null where nothing is sealed, or the key of the seals is not known. */
  sealedTo: z.int().nullable(),
});

/** Entries as they were hashed: SHA-256 of the hash before, the number and `text`, each on its line. */
export const auditPageSchema = z.array(z.object({ seq: z.int(), text: z.string(), hash: z.string() }));
