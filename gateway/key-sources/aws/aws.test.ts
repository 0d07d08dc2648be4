import { Agent } from 'undici';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AWS_PAIR, startFakeSecretsManager } from '../../testing/clouds/fake-secrets-manager.ts';
import type { FakeSecretsManager } from '../../testing/clouds/fake-secrets-manager.ts';
import { createReadKey } from '../read-key.ts';
import type { ReadKey } from '../read-key.ts';
import { createAwsSource } from './read-aws.ts';

const VALUE = 'sk-canary-of-aws-0123456789';
let aws: FakeSecretsManager;
let dispatcher: Agent;

beforeEach(async () => {
  aws = await startFakeSecretsManager();
  dispatcher = new Agent();
  // AWS's own chain reads the variables of the process itself.
  vi.stubEnv('AWS_ACCESS_KEY_ID', AWS_PAIR.id);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', AWS_PAIR.secret);
  for (const name of ['AWS_SESSION_TOKEN', 'AWS_PROFILE']) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await dispatcher.destroy();
  aws.stop();
});

const reader = (region: string | null = 'eu-west-1', profile?: string): ReadKey =>
  createReadKey({
    aws: createAwsSource({
      find: () => ({
        kind: 'aws',
        address: aws.address,
        ...(region !== null && { region }),
        ...(profile !== undefined && { profile }),
      }),
      env: {},
      dispatcher,
    }),
  });

describe('AWS Secrets Manager', () => {
  it('gives out each version of a secret, for a signature that is worked out again', async () => {
    for (const stage of ['AWSCURRENT', 'AWSPENDING', 'AWSPREVIOUS'])
      aws.secrets.set(`prod/ai ${stage}`, `${VALUE}-${stage}`);
    const read = reader();
    expect(await read('aws:prod/ai')).toEqual({ value: `${VALUE}-AWSCURRENT`, version: 'id-of-AWSCURRENT' });
    expect(await read('aws:prod/ai?stage=AWSPREVIOUS')).toMatchObject({ value: `${VALUE}-AWSPREVIOUS` });
    expect(await read('aws:prod/ai?stage=AWSPENDING')).toMatchObject({ value: `${VALUE}-AWSPENDING` });
    expect(aws.wrongSignatures).toEqual([]);
  });

  it('gives out a field of a document, and takes the region of an ARN', async () => {
    const arn = 'arn:aws:secretsmanager:us-east-2:123456789012:secret:ai-AbCdEf';
    aws.secrets.set(`${arn} AWSCURRENT`, JSON.stringify({ openai: VALUE, port: 5 }));
    const read = reader(null);
    expect(await read(`aws:${arn}#openai`)).toMatchObject({ value: VALUE });
    await expect(read(`aws:${arn}#nope`)).rejects.toThrow('has no field "nope". It has openai, port.');
    await expect(read('aws:ai')).rejects.toThrow('does not know the region');
  });

  it.each([
    ['ResourceNotFoundException', 400, '', 'AWS has no secret ai with a version AWSCURRENT'],
    ['InvalidRequestException', 400, 'marked for deletion', 'is marked for deletion'],
    ['AccessDeniedException', 400, 'User: arn:aws:iam::1:user/secret-name', 'needs secretsmanager:GetSecretValue'],
    ['DecryptionFailure', 400, '', 'kms:Decrypt'],
    ['ExpiredTokenException', 400, '', 'aws sso login'],
    ['InvalidSignatureException', 400, 'Signature expired: 2026 is now earlier', 'the clock of this machine is wrong'],
    ['UnrecognizedClientException', 400, 'The security token is invalid', 'refuses the credentials'],
    ['ThrottlingException', 400, 'Rate exceeded', 'asked too often'],
    ['InternalServiceError', 500, '', 'could not answer (500)'],
  ])('explains %s in its own words', async (type, status, message, sentence) => {
    aws.secrets.set('ai AWSCURRENT', VALUE);
    aws.fault = { type, status, message };
    const failure: unknown = await reader()('aws:ai').catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'SECRETS_UNAVAILABLE', message: expect.stringContaining(sentence) });
    expect(String(failure)).not.toContain('secret-name');
    expect(String(failure)).not.toContain('CANARY');
  });

  it('refuses what is binary, and says what to do without credentials', async () => {
    aws.secrets.set('ai AWSCURRENT', Buffer.from([1, 2, 255]));
    await expect(reader()('aws:ai')).rejects.toThrow('The secret ai in AWS is binary');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'wrong');
    await expect(reader()('aws:ai')).rejects.toThrow('refuses the credentials');
    expect(aws.wrongSignatures).toHaveLength(1);
    vi.stubEnv('AWS_CONFIG_FILE', '/nonexistent');
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/nonexistent');
    await expect(reader('eu-west-1', 'nobody')('aws:ai')).rejects.toThrow('aws sso login --profile nobody');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined);
    await expect(reader()('aws:ai')).rejects.toThrow('purser provider source add aws --profile NAME');
    aws.stop();
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', AWS_PAIR.secret);
    await expect(reader()('aws:ai')).rejects.toThrow('in eu-west-1 cannot be reached');
  });
});
