import { PurserError } from '../../shared/errors.ts';
import { subKeyIdSchema } from '../../shared/ids.ts';
import type { SubKeyId } from '../../shared/ids.ts';

/** Reads the id of a sub-key from an argument. @throws PurserError `INVALID_INPUT` */
export function readSubKeyId(text: string | undefined): SubKeyId {
  const id = subKeyIdSchema.safeParse(text);
  if (!id.success) throw new PurserError('INVALID_INPUT', id.error.issues[0]?.message ?? 'That is not a sub-key id.');
  return id.data;
}
