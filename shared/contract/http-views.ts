import { z } from 'zod';
import { nanodollarsSchema } from '../cap.ts';

/** How an HTTP API that is no AI provider takes its key, and what one call of it costs. */
export const httpOptionsSchema = z.object({
  credential: z.object({
    in: z.enum(['header', 'query']),
    /** Of the header or the query parameter. */
    name: z
      .string()
      .regex(
        /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/,
        'A header or parameter name has letters, digits and dashes, such as X-Subscription-Token.',
      ),
    /** In front of the key, such as `Bearer `. */
    prefix: z
      .string()
      .max(40, 'The text before a key has at most 40 characters.')
      .regex(/^[\x20-\x7e]*$/, 'The text before a key has only plain characters.')
      .default(''),
  }),
  /** In nano-dollars; 0 for an API that is only counted. */
  pricePerCall: nanodollarsSchema.pipe(
    z.custom<z.output<typeof nanodollarsSchema>>(
      (amount) => Number(amount) >= 0 && Number(amount) <= 1e14,
      'A call costs from 0 to 100000 dollars.',
    ),
  ),
});
export type HttpOptions = z.infer<typeof httpOptionsSchema>;
