import type { z } from 'zod';
import { PurserError } from '../../shared/errors.ts';
import { providerNameSchema } from '../../shared/ids.ts';

/** Reads the name of a provider from an argument. @throws PurserError `INVALID_INPUT` */
export function readProviderName(text: string | undefined): z.infer<typeof providerNameSchema> {
  const name = providerNameSchema.safeParse(text ?? '');
  if (!name.success)
    throw new PurserError('INVALID_INPUT', name.error.issues[0]?.message ?? 'That is not a provider name.');
  return name.data;
}
