import type { KeyReference } from '../../shared/key-source/key-reference.ts';

/** What a secret manager handed out. */
export interface KeyReading {
  readonly value: string;
  /** For how long the manager says it is good, in milliseconds; left out: it says nothing. */
  readonly leaseMs?: number;
  /** Where it counts versions. */
  readonly version?: string;
}

/** A secret manager. */
export interface KeySource<R extends KeyReference> {
  /**
   * Reads a key.
   * @param signal aborted at the deadline
   * @throws PurserError `SECRETS_UNAVAILABLE` with a sentence that says what to do, and never with a value
   */
  read(reference: R, signal: AbortSignal): Promise<KeyReading>;
}

/** A reference that a program on this machine reads. */
export type ProgramReference = ReferenceOf<'azure' | 'op' | 'bws' | 'pass' | 'cmd'>;

/** All that Purser reads; what is left out cannot be asked. */
export interface KeySources {
  readonly vault?: KeySource<ReferenceOf<'vault'>>;
  readonly aws?: KeySource<ReferenceOf<'aws'>>;
  readonly gcp?: KeySource<ReferenceOf<'gcp'>>;
  readonly program?: KeySource<ProgramReference>;
}

export type ReferenceOf<K extends KeyReference['kind']> = Extract<KeyReference, { readonly kind: K }>;
