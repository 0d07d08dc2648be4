/**
 * Node's codes for a certificate whose signer it does not know. Source:
 * https://nodejs.org/api/tls.html#x509-certificate-error-codes
 */
const UNKNOWN_SIGNER: readonly string[] = [
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT',
  'CERT_UNTRUSTED',
  'INVALID_CA',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];
const WRONG_TIME: readonly string[] = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];
const WRONG_NAME: readonly string[] = ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH'];
/** Codes for a server that does not speak TLS. */
const NO_TLS: readonly string[] = ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_PACKET_LENGTH_TOO_LONG', 'EPROTO'];
const ALERTS = '(NO|BAD|UNSUPPORTED)_CERTIFICATE|CERTIFICATE_\\w+|UNKNOWN_CA|ACCESS_DENIED|HANDSHAKE_FAILURE';
const CLIENT_REFUSED = new RegExp(`^ERR_SSL_(SSLV3|TLSV1|TLSV13)_ALERT_(${ALERTS})$`);
/** The beginning of codes of errors at a proxy. */
const AT_PROXY = 'PROXY_';
const NO_SUCH_NAME: readonly string[] = ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME'];

/** The proxy between the gateway and a provider, without user and password, and the setting that names it. */
interface Hop {
  readonly proxy: string | undefined;
  readonly source: string;
}

/** Codes that show a network which can be left through a proxy only. */
const WITHOUT_PROXY: readonly string[] = [
  ...NO_SUCH_NAME,
  'UND_ERR_CONNECT_TIMEOUT',
  'ETIMEDOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
];

/**
 * Explains why a provider gave no answer, and what to do about it.
 * @param code of the error: its message can quote URLs and headers, and must not be shown
 * @param address its base URL, or the origin of it
 * @param hop the proxy on the way
 */
export function explainUnreachable(code: string, provider: string, address: string, hop?: Hop): string {
  const reason = explainIntermediary(code, address, hop);
  if (reason !== undefined) return `${provider} cannot be reached. ${reason}`;
  const what = NO_SUCH_NAME.includes(code) ? 'was not found' : 'did not answer';
  const proxy =
    hop === undefined && WITHOUT_PROXY.includes(code) && address.startsWith('https:')
      ? ' If your network lets nothing out but through a proxy, start Purser with HTTPS_PROXY=http://HOST:PORT.'
      : '';
  const check = hop ? 'Check the network, that proxy and' : 'Check the network and';
  return `${provider} ${what} (${code})${through(hop)}. ${check} its base URL, ${address}.${proxy}`;
}

/** `, through the proxy at http://proxy:3128 (HTTPS_PROXY)`, or nothing. */
export function through(hop: Hop | undefined): string {
  return hop?.proxy === undefined ? '' : `, through the proxy at ${hop.proxy} (${hop.source})`;
}

/** The same where the way there is at fault: a proxy or a certificate. @returns undefined for every other reason */
export function explainIntermediary(code: string, address: string, hop?: Hop): string | undefined {
  return (hop && explainProxy(code, address, hop)) ?? explainUntrusted(code, address, hop);
}

/** @returns undefined where the proxy did its part */
function explainProxy(code: string, address: string, { proxy, source }: Hop): string | undefined {
  if (!code.startsWith(AT_PROXY)) return undefined;
  const fault = code.slice(AT_PROXY.length);
  if (proxy === undefined) {
    return explainUnusable(source);
  }
  const who = `The proxy at ${proxy} (${source})`;
  if (fault === '407') {
    return (
      `${who} refused to connect to ${address}: 407, it needs a user and password, or different ones. ` +
      `Write them into ` +
      `${source} as ${proxy.replace('://', '://USER:PASSWORD@')} and start Purser again.`
    );
  }
  if (/^5\d\d$/.test(fault))
    return `${who} could not connect to ${address}: ${fault}. Try again, or ask those who run the proxy.`;
  if (/^\d+$/.test(fault)) {
    return (
      `${who} refused to connect to ${address}: ${fault}. Ask those who run the proxy to let it through, or, if it ` +
      'can be reached without the proxy, add it to NO_PROXY.'
    );
  }
  const trust = explainUntrusted(fault, proxy);
  if (trust !== undefined) return `${who} cannot be used. ${trust}`;
  if (NO_SUCH_NAME.includes(fault)) return `${who} was not found (${fault}). ${putRight(source)}`;
  if (fault.startsWith('HPE_'))
    return `The server at ${proxy} (${source}) is not an HTTP proxy (${fault}). ${putRight(source)}`;
  if (fault === 'TIMEOUT') return `${who} did not answer in time. Check that it runs. ${putRight(source)}`;
  return `${who} did not answer (${fault}). Check that it runs. ${putRight(source)}`;
}

/** Explains how to write the address of a proxy. Never quotes the setting: it may hold a password. */
export function explainUnusable(source: string): string {
  return (
    `${source} names no proxy that Purser can use. It takes http://HOST:PORT and https://HOST:PORT, no SOCKS; ` +
    `special ` +
    'characters of a user or password are percent-encoded. Fix it and start Purser again; until then nothing goes ' +
    'where that proxy would be used.'
  );
}

/** Variables are read once, at the start. */
function putRight(source: string): string {
  return `If the proxy has changed, update ${source} and start Purser again.`;
}

/**
 * The same of a server whose certificate, or whose mind about ours, is not as it should be.
 * @returns undefined for every other reason
 */
export function explainUntrusted(code: string, address: string, hop?: Hop): string | undefined {
  if (UNKNOWN_SIGNER.includes(code)) {
    return (
      `The certificate of ${address} comes from an authority that Purser does not know (${code}${through(hop)}). If ` +
      'your network inspects traffic, or the server is your own, start Purser with NODE_EXTRA_CA_CERTS=FILE: the ' +
      'certificate of that authority, as PEM.'
    );
  }
  if (WRONG_TIME.includes(code)) {
    return `The certificate of ${address} has expired or is not valid yet (${code}). Check the clock of this machine.`;
  }
  if (WRONG_NAME.includes(code)) {
    return (
      `The certificate of ${address} is for another name (${code}). Check the base URL, and what is on the way ` +
      `to it.`
    );
  }
  if (NO_TLS.includes(code)) {
    return (
      `The server at ${address} does not speak TLS (${code}). Check its port; your own server may need ` +
      `http:// instead.`
    );
  }
  if (isClientRefused(code)) {
    return (
      `${address} did not take the client certificate that it wants, or was shown none (${code}). Start Purser with ` +
      'PURSER_CLIENT_CERT=FILE and PURSER_CLIENT_KEY=FILE: the certificate that its owner gave you, and its key, as ' +
      'PEM.'
    );
  }
  return undefined;
}

/**
 * Is this a server's word that it will not finish the handshake? Then it has read no request, even where one was handed
 * over: in TLS 1.3 a client may speak before its certificate was looked at. Source: alerts of RFC 8446, 6.2, as OpenSSL
 * and BoringSSL call them.
 */
export function isClientRefused(code: string): boolean {
  return CLIENT_REFUSED.test(code);
}
