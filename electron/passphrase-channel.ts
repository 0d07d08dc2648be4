/** The one message of the passphrase window. In a file of its own: a sandboxed preload script must be one file. */
export const PASSPHRASE_CHANNEL = 'purser:passphrase';
