import { ORPCError, os } from '@orpc/server';
import { ERROR_CODES, PurserError } from '../../shared/errors.ts';

/** Expected failures cross the contract as values: their code and sentence. Anything else crosses as a bare fault. */
export const carryErrors = os.middleware(async ({ next }) => {
  try {
    return await next();
  } catch (error) {
    throw carried(error);
  }
});

/** The same for what goes wrong while a caller listens. */
export async function* carryErrorsOf<T>(events: AsyncGenerator<T, void, void>): AsyncGenerator<T, void, void> {
  try {
    yield* events;
  } catch (error) {
    throw carried(error);
  }
}

function carried(error: unknown): unknown {
  return error instanceof PurserError
    ? new ORPCError(error.code, { status: ERROR_CODES[error.code], message: error.message })
    : error;
}
