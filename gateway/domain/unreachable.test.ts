import { expect, it } from 'vitest';
import { explainUnreachable } from './unreachable.ts';

const say = (code: string): string => explainUnreachable(code, 'openai', 'https://api.openai.com');

it.each([
  'SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])('names the variable for an authority of one\'s own: %s', (code) => {
  expect(say(code)).toMatch(/^openai cannot be reached\. Nobody .* has signed the certificate of https:\/\/api\.openai\.com /);
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
  ['EAI_AGAIN', /was not found/],
  ['ECONNREFUSED', /^openai did not answer \(ECONNREFUSED\)\. Check .* its base URL, https:\/\/api\.openai\.com\.$/],
])('says what to do about %s', (code, said) => expect(say(code)).toMatch(said));
