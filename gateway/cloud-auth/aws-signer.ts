import { SignatureV4 } from '@smithy/signature-v4';
import type { Dispatcher } from 'undici';
import type { AwsKey } from './aws-key.ts';
import { createAwsHandler } from './send-by-dispatcher.ts';
import { Sha256 } from './sha256.ts';

type Credentials = ConstructorParameters<typeof SignatureV4>[0]['credentials'];

interface SignedFor {
  /** As AWS names it in signatures: `bedrock`, `secretsmanager`. */
  readonly service: string;
  readonly region: string;
}

/** Opens AWS's own signer, Signature Version 4, with the person's credentials or what AWS's own chain finds. */
export async function openAwsSigner(key: AwsKey, where: SignedFor, dispatcher: Dispatcher): Promise<SignatureV4> {
  const credentials = await credentialsOf(key, where.region, dispatcher);
  return new SignatureV4({ ...where, credentials, sha256: Sha256 });
}

async function credentialsOf(key: AwsKey, region: string, dispatcher: Dispatcher): Promise<Credentials> {
  if (key.kind === 'pair') return key;
  const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers');
  return fromNodeProviderChain({
    ...(key.kind === 'profile' ? { profile: key.name } : {}),
    clientConfig: { region, requestHandler: createAwsHandler(dispatcher) },
  });
}
