/** What Node calls it when nobody it knows has signed. Source: https://nodejs.org/api/tls.html#x509-certificate-error-codes */
const UNKNOWN_SIGNER: readonly string[] = [
  'SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'UNABLE_TO_GET_ISSUER_CERT', 'CERT_UNTRUSTED', 'INVALID_CA',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];
const WRONG_TIME: readonly string[] = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];
const WRONG_NAME: readonly string[] = ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH'];
/** Whatever answers speaks something else than TLS. */
const NO_TLS: readonly string[] = ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'EPROTO'];
const NO_SUCH_NAME: readonly string[] = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME'];

/**
 * Why a provider gave no answer, and what to do about it.
 * @param code of the error: its message can quote URLs and headers, and belongs into no sentence
 * @param address where it was looked for: its base URL, or the origin of it
 */
export function explainUnreachable(code: string, provider: string, address: string): string {
  const trust = explainUntrusted(code, address);
  if (trust !== undefined) return `${provider} cannot be reached. ${trust}`;
  const what = NO_SUCH_NAME.includes(code) ? 'was not found' : 'did not answer';
  return `${provider} ${what} (${code}). Check the network and its base URL, ${address}.`;
}

/** The same of a server whose certificate is not as it should be. @returns undefined for every other reason */
export function explainUntrusted(code: string, address: string): string | undefined {
  if (UNKNOWN_SIGNER.includes(code)) {
    return `Nobody that Purser knows has signed the certificate of ${address} (${code}). Where your network reads along, `
      + 'or the server is your own, start Purser with NODE_EXTRA_CA_CERTS=FILE: the certificate of that authority, as PEM.';
  }
  if (WRONG_TIME.includes(code)) {
    return `The certificate of ${address} has expired or is not valid yet (${code}). Check the clock of this machine.`;
  }
  if (WRONG_NAME.includes(code)) {
    return `The certificate of ${address} is for another name (${code}). Check the base URL, and what is on the way to it.`;
  }
  if (NO_TLS.includes(code)) {
    return `What answers at ${address} does not speak TLS (${code}). Check its port; one of your own may want http:// instead.`;
  }
  return undefined;
}
