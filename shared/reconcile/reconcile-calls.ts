import { oc } from '@orpc/contract';
import { z } from 'zod';
import { providerNameSchema } from '../ids.ts';
import {
  lastBillSchema,
  reconcileQuerySchema,
  reconciledSchema,
  settledDaySchema,
  settleDayInputSchema,
} from './reconcile-views.ts';
import { VALUE_WORDS } from '../contract/value-words.ts';

/** What providers say that they charged, beside what Purser has recorded. */
export const reconcileCalls = {
  /**
   * Asks providers for their bill and compares it. Of several, one that fails does not keep the others back.
   * @throws NOT_FOUND, INVALID_INPUT for a provider whose bill cannot be read, BILL_UNAVAILABLE
   */
  read: oc.input(reconcileQuerySchema.prefault({})).output(reconciledSchema),
  /** The bills that were read last, beside the ledger as it is now. Asks nobody. */
  last: oc.output(z.array(lastBillSchema)),
  /**
   * Lowers estimated and assumed requests of a day to what the provider charged for it, in every cap and chart, on
   * record. @throws NOT_FOUND, INVALID_INPUT where nothing can be lowered, with the reason
   */
  settle: oc.input(settleDayInputSchema).output(settledDaySchema),
  /**
   * Keeps a key that reads the bill, after asking the provider for the bill with it; null removes it. It goes to the
   * secret store, and is used for nothing else.
   * @throws NOT_FOUND, INVALID_INPUT, KEY_REFUSED; then nothing is stored
   */
  adminKey: oc
    .input(
      z.object({
        name: providerNameSchema,
        key: z
          .string()
          .trim()
          .min(1, 'The admin key is empty.')
          .max(4096, VALUE_WORDS.keyLength)
          .regex(
            /^[\x21-\x7e]*$/,
            'An admin key has no spaces and only plain characters. Was it shortened when it was copied?',
          )
          .nullable(),
      }),
    )
    .output(z.object({ name: providerNameSchema, kept: z.boolean() })),
};
