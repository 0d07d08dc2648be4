import { ORPCError, os } from '@orpc/server';
import { ERROR_CODES, PurserError } from '../../shared/errors.ts';

/** Expected failures cross the contract as values: their code and sentence. Anything else crosses as a bare fault. */
export const carryErrors = os.middleware(async ({ next }) => {
  try {
    return await next();
  } catch (error) {
    if (error instanceof PurserError)
      throw new ORPCError(error.code, { status: ERROR_CODES[error.code], message: error.message });
    throw error;
  }
});
