import { PurserError } from '../../../shared/errors.ts';
import { readKeyReference, runsProgram } from '../../../shared/key-source/key-reference.ts';
import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import type { Caller } from '../caller.ts';

interface Referred {
  readonly reference: string;
  readonly kind: ProviderKind;
  /** Left out: the usual address of its kind. */
  readonly baseUrl: string | undefined;
}

/**
 * A reference says what Purser reads with the rights of the person, and a base URL where it is sent. So a browser may
 * name neither a program to run nor, beside a reference, an address of its own.
 * @throws PurserError `INVALID_INPUT`
 */
export function assertMayRefer(
  { reference, kind, baseUrl }: Referred,
  { browser }: Caller,
  isSimulated: boolean,
): void {
  if (isSimulated)
    throw new PurserError('INVALID_INPUT', 'Everything here is simulated. Use secret managers in the real Purser.');
  if (browser === undefined) return;
  const read = readKeyReference(reference);
  const inTerminal = 'Use the app, or a terminal: purser provider add NAME --from REFERENCE';
  if ('kind' in read && runsProgram(read))
    throw new PurserError('INVALID_INPUT', `A browser may not say which program runs on this machine. ${inTerminal}`);
  if (baseUrl !== undefined && baseUrl !== PROVIDER_RECORDS[kind].defaultBaseUrl)
    throw new PurserError(
      'INVALID_INPUT',
      `From a browser, a key is read from a secret manager only for the provider's own address. ${inTerminal}`,
    );
}
