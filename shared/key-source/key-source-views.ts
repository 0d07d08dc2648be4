import { z } from 'zod';
import { readKeyReference } from './key-reference.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
/** The time that a key goes on working while its manager does not answer, in milliseconds. */
export const USUAL_GRACE_MS = 10 * MINUTE_MS;

/** A reference to a key, as a person wrote it. */
export const keyReferenceSchema = z
  .string()
  .trim()
  .max(4096, 'A reference is shorter than that.')
  .superRefine((text, context) => {
    const read = readKeyReference(text);
    // A key that was pasted here must not come back in a sentence: the text itself is never quoted.
    if ('problem' in read) context.addIssue({ code: 'custom', message: read.problem });
  });

/** Where the key of a provider comes from, when it is not in the secret store. */
export const keyFromSchema = z.object({
  reference: keyReferenceSchema,
  /** How long the key goes on working when its manager cannot be asked any more, in milliseconds. */
  graceMs: z
    .int()
    .min(0)
    .max(7 * DAY_MS)
    .default(USUAL_GRACE_MS),
  /** How often it is read anew, in milliseconds; left out: as is usual for its manager. */
  everyMs: z.int().min(1000).max(DAY_MS).exactOptional(),
});
export type KeyFrom = z.infer<typeof keyFromSchema>;

/** How a key that is kept elsewhere stands: never the key. */
export const keyFromViewSchema = z.object({
  /** As it may be shown: a command without its arguments. */
  reference: z.string(),
  graceMs: z.int(),
  /** `unread`: nobody needed it yet. `grace`: its manager does not answer, and the key is still used. `failed`: no more. */
  state: z.enum(['unread', 'fresh', 'grace', 'failed']),
  /** When it was read, as epoch milliseconds. */
  fetchedAt: z.int().nullable(),
  /** When it will be read again. */
  nextAt: z.int().nullable(),
  /** The version, where the manager counts them. */
  version: z.string().nullable(),
  /** Why it could not be read the last time, as a sentence. */
  failure: z.string().nullable(),
});
export type KeyFromView = z.infer<typeof keyFromViewSchema>;
