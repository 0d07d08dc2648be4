import { expect, it } from 'vitest';
import { explainUnreachable, isClientRefused } from './unreachable.ts';

const say = (code: string): string => explainUnreachable(code, 'openai', 'https://api.openai.com');

it.each([
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])("names the variable for an authority of one's own: %s", (code) => {
  expect(say(code)).toMatch(
    /^openai cannot be reached\. The certificate of https:\/\/api\.openai\.com comes from an authority that Purser does not know /,
  );
  expect(say(code)).toContain(`(${code})`);
  expect(say(code)).toContain('start Purser with NODE_EXTRA_CA_CERTS=FILE');
});

it.each([
  ['CERT_HAS_EXPIRED', /has expired or is not valid yet.*Check the clock of this machine/],
  ['CERT_NOT_YET_VALID', /Check the clock of this machine/],
  ['ERR_TLS_CERT_ALTNAME_INVALID', /is for another name.*Check the base URL/],
  ['ERR_SSL_WRONG_VERSION_NUMBER', /does not speak TLS.*http:\/\//],
  ['EPROTO', /does not speak TLS/],
  ['ENOTFOUND', /^openai was not found \(ENOTFOUND\).*https:\/\/api\.openai\.com/],
  ['ENOTFOUND', /through a proxy, start Purser with HTTPS_PROXY=http:\/\/HOST:PORT\.$/],
  ['UND_ERR_CONNECT_TIMEOUT', /through a proxy, start Purser with HTTPS_PROXY=/],
  [
    'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED',
    /client certificate.*PURSER_CLIENT_CERT=FILE and PURSER_CLIENT_KEY=FILE/,
  ],
  ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', /client certificate/],
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', /client certificate/],
  ['EAI_AGAIN', /was not found/],
  ['ECONNREFUSED', /^openai did not answer \(ECONNREFUSED\)\. Check .* its base URL, https:\/\/api\.openai\.com\.$/],
])('says what to do about %s', (code, said) => expect(say(code)).toMatch(said));

it.each([
  [
    'PROXY_ENOTFOUND',
    /^openai cannot be reached\. The proxy at http:\/\/proxy:3128 \(HTTPS_PROXY\) was not found \(ENOTFOUND\)/,
  ],
  [
    'PROXY_SELF_SIGNED_CERT_IN_CHAIN',
    /\(HTTPS_PROXY\) cannot be used\. The certificate of http:\/\/proxy:3128 comes from .*NODE_EXTRA_CA_CERTS/,
  ],
  [
    'PROXY_407',
    /refused to connect to https:\/\/api\.openai\.com: 407, .* into HTTPS_PROXY as http:\/\/USER:PASSWORD@proxy:3128/,
  ],
  [
    'ENOTFOUND',
    /^openai was not found \(ENOTFOUND\), through the proxy at http:\/\/proxy:3128 \(HTTPS_PROXY\)\. Check the network, that proxy and/,
  ],
])('names the proxy on the way: %s', (code, said) => {
  const hop = { proxy: 'http://proxy:3128', source: 'HTTPS_PROXY' };
  expect(explainUnreachable(code, 'openai', 'https://api.openai.com', hop)).toMatch(said);
});

// After the handshake a server may say these of anything; then the request may have been read.
it.each([
  'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR',
  'ERR_SSL_TLSV1_ALERT_USER_CANCELLED',
  'ERR_SSL_SSLV3_ALERT_BAD_RECORD_MAC',
  'ECONNRESET',
])('a request that met %s may have been read', (code) => expect(isClientRefused(code)).toBe(false));
