import type { SignatureV4 } from '@smithy/signature-v4';
import type { Dispatcher } from 'undici';
import { PurserError } from '../../shared/errors.ts';
import type { Authorize, Unauthorized } from '../providers/authorize.ts';
import { readAwsKey } from './aws-key.ts';
import { openAwsSigner } from './aws-signer.ts';
import { explainAws } from './explain-credentials.ts';

/** Hosts name their region: `bedrock-runtime.eu-west-1.amazonaws.com`, also behind a private endpoint. */
const REGION_IN_HOST = /(?:^|\.)bedrock(?:-runtime)?(?:-fips)?\.(?<region>[a-z]{2}(?:-[a-z]+)+-\d)\./;
/** Where a host of one's own names no region. */
const USUAL_REGION = 'us-east-1';

/**
 * Signs requests to Amazon Bedrock with AWS's own signer, Signature Version 4.
 * @throws PurserError `SECRETS_UNAVAILABLE` for a key of no known form
 */
export function signForAws(text: string, dispatcher: Dispatcher): Authorize {
  const key = readAwsKey(text);
  if (!key)
    throw new PurserError(
      'SECRETS_UNAVAILABLE',
      'The stored AWS key has no form that Purser knows. Remove the provider and add it again: a Bedrock API key, ' +
        'ACCESS_KEY_ID:SECRET_ACCESS_KEY, or --profile NAME.',
    );
  const signers = new Map<string, Promise<SignatureV4>>();
  const signerFor = (region: string): Promise<SignatureV4> => {
    const known = signers.get(region) ?? openAwsSigner(key, { service: 'bedrock', region }, dispatcher);
    signers.set(region, known);
    return known;
  };
  return async (request) => {
    try {
      const signer = await signerFor(regionOf(request.url));
      const { headers } = await signer.sign(toSign(request));
      return { headers };
    } catch (error) {
      // A login that has expired may be renewed meanwhile.
      signers.clear();
      throw new PurserError('SECRETS_UNAVAILABLE', explainAws(key), { cause: error });
    }
  };
}

function regionOf({ hostname }: URL): string {
  return REGION_IN_HOST.exec(hostname)?.groups?.['region'] ?? USUAL_REGION;
}

/** Headers that are signed: AWS wants its own ones, and something on the way may change others. */
const SIGNED = /^(content-type$|x-amz-|x-amzn-bedrock-)/;
/** What the client's own SDK said about its own signature. */
const OF_THE_CLIENT = /^x-amz-(date|content-sha256|security-token)$/;

function toSign({ url, method, headers, body }: Unauthorized) {
  const kept = Object.entries(headers).filter(([name]) => SIGNED.test(name) && !OF_THE_CLIENT.test(name));
  const query: Record<string, string> = Object.fromEntries(url.searchParams);
  return {
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query,
    headers: { ...Object.fromEntries(kept.map(([name, value]) => [name, [value].flat().join(', ')])), host: url.host },
    body,
  };
}
