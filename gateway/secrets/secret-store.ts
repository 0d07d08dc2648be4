/** Where provider keys live. One port, several stores; the person chooses which, never a fallback. */
export interface SecretStore {
  readonly kind: 'keychain' | 'vault' | 'memory';
  /**
   * Reads a secret by name. @returns undefined when there is none.
   * @throws PurserError `SECRETS_UNAVAILABLE` when the store does not answer or refuses.
   */
  get(name: string): Promise<string | undefined>;
  /** Writes or replaces. @throws PurserError `SECRETS_UNAVAILABLE`; then nothing was changed. */
  set(name: string, secret: string): Promise<void>;
  /** Deletes; deleting a missing secret is fine. @throws PurserError `SECRETS_UNAVAILABLE`. */
  delete(name: string): Promise<void>;
}
