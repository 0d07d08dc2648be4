/**
 * Every expected failure has one of these codes. They are stable: the CLI prints them with `--json`,
 * the contract carries them, tests name them. The sentence beside a code is for the person.
 */
export const ERROR_CODES = {
  /** Something the person typed is not of the form it needs. */
  INVALID_INPUT: 400,
  NOT_FOUND: 404,
  /** The name is taken, or the thing is already in that state. */
  CONFLICT: 409,
  /** The provider itself refuses the key that was to be added. Nothing was stored. */
  KEY_REFUSED: 422,
  /** The secret store (keychain, vault) does not answer or refuses. */
  SECRETS_UNAVAILABLE: 503,
  /** The ledger could not be written: disk full, folder read-only. Nothing was changed. */
  LEDGER_UNAVAILABLE: 503,
  /** Newer published prices could not be had, or not believed. Nothing was changed. */
  PRICES_UNAVAILABLE: 503,
  /** A provider's bill could not be had, or not be read. Nothing was changed. */
  BILL_UNAVAILABLE: 503,
  /** Another gateway holds this data folder. */
  DATA_FOLDER_IN_USE: 409,
  /** The ledger was written by a newer Purser. */
  DATABASE_TOO_NEW: 409,
  PORT_TAKEN: 409,
  /** No gateway answers at this data folder. */
  GATEWAY_UNREACHABLE: 503,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An expected failure: a stable code and a sentence that says what happened and what to do next. */
export class PurserError extends Error {
  override readonly name = 'PurserError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** True for a code of {@link ERROR_CODES}. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}
