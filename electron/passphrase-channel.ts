/** What the passphrase page says: what was typed, or null for Cancel. In a file of its own: a sandboxed preload script must be one file. */
export const PASSPHRASE_CHANNEL = 'purser:passphrase';
