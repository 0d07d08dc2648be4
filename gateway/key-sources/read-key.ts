import { PurserError } from '../../shared/errors.ts';
import { readKeyReference } from '../../shared/key-source/key-reference.ts';
import type { KeyReference } from '../../shared/key-source/key-reference.ts';
import { checkValue } from './check-value.ts';
import type { KeyReading, KeySources } from './key-source.ts';

/** Longer than a person needs to unlock a manager with a finger; requests that wait for the key wait as long. */
const DEADLINE_MS = 30_000;

/** Reads a key by its reference. */
export type ReadKey = (reference: string) => Promise<KeyReading>;

/**
 * Reads keys from their managers, each within a deadline.
 * @throws PurserError `SECRETS_UNAVAILABLE`, `INVALID_INPUT` for a text that is no reference
 */
export function createReadKey(sources: KeySources, deadlineMs = DEADLINE_MS): ReadKey {
  return async (text) => {
    const reference = readKeyReference(text);
    if ('problem' in reference) throw new PurserError('INVALID_INPUT', reference.problem);
    const signal = AbortSignal.timeout(deadlineMs);
    try {
      const reading = await read(sources, reference, signal);
      return { ...reading, value: checkValue(reading.value) };
    } catch (error) {
      if (error instanceof PurserError) throw error;
      // The words of a library stay inside: they can quote what was read.
      const why = signal.aborted ? `did not answer within ${deadlineMs / 1000} seconds` : 'could not be asked';
      throw new PurserError(
        'SECRETS_UNAVAILABLE',
        `${TITLES[reference.kind]} ${why}. Try again: purser provider refresh NAME`,
        {
          cause: error,
        },
      );
    }
  };
}

/** The managers by the names that people know. */
export const TITLES = {
  vault: 'Vault',
  aws: 'AWS Secrets Manager',
  gcp: 'Google Secret Manager',
  azure: 'Azure Key Vault',
  op: '1Password',
  bws: 'Bitwarden Secrets Manager',
  pass: 'pass',
  cmd: 'The command',
} as const satisfies Record<KeyReference['kind'], string>;

async function read(sources: KeySources, reference: KeyReference, signal: AbortSignal): Promise<KeyReading> {
  const reading = ask(sources, reference, signal);
  if (reading) return reading;
  throw new PurserError('SECRETS_UNAVAILABLE', `This Purser cannot ask ${TITLES[reference.kind]}.`);
}

function ask(sources: KeySources, reference: KeyReference, signal: AbortSignal): Promise<KeyReading> | undefined {
  switch (reference.kind) {
    case 'vault':
      return sources.vault?.read(reference, signal);
    case 'aws':
      return sources.aws?.read(reference, signal);
    case 'gcp':
      return sources.gcp?.read(reference, signal);
    default:
      return sources.program?.read(reference, signal);
  }
}
