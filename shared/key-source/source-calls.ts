import { oc } from '@orpc/contract';
import { z } from 'zod';
import { SOURCE_KINDS, sourceSettingsSchema } from './source-settings.ts';

/** The calls about secret managers. No view has a login. */
export const keySourceCalls = {
  list: oc.output(z.array(sourceSettingsSchema)),
  /**
   * Keeps how to reach a secret manager, after logging in there. What was known of it before is replaced.
   * @throws INVALID_INPUT from a browser, SECRETS_UNAVAILABLE where it takes no login; then nothing was kept
   */
  add: oc
    .input(
      z.object({
        settings: sourceSettingsSchema,
        /** A token, a secret id or a password: it goes straight to the secret store. */
        secret: z.string().trim().min(1, 'The login is empty.').max(8192, 'A login is shorter than that.').optional(),
        /** The secret is a token that unwraps the real one, once. */
        wrapped: z.boolean().default(false),
      }),
    )
    .output(z.object({ settings: sourceSettingsSchema, sentence: z.string() })),
  /** Forgets it and its login. Keys that it keeps end with their grace. @throws NOT_FOUND */
  remove: oc.input(z.object({ kind: z.enum(SOURCE_KINDS) })).output(z.object({ kind: z.enum(SOURCE_KINDS) })),
};
