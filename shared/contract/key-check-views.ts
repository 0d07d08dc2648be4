import { z } from 'zod';

/**
 * A provider's verdict on a key: it takes it, it does not, it said nothing that tells, it said nothing at all, or
 * nobody asked it.
 */
export const KEY_VERDICTS = ['accepted', 'refused', 'unclear', 'silent', 'not-asked'] as const;
export type KeyVerdict = (typeof KEY_VERDICTS)[number];

/**
 * The answer to a question that costs nothing, in words. No field can hold the key, or what the provider wrote about
 * it.
 */
export const keyCheckSchema = z.object({ verdict: z.enum(KEY_VERDICTS), sentence: z.string() });
export type KeyCheck = z.infer<typeof keyCheckSchema>;
