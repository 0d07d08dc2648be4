import { request } from 'undici';
import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { PurserError } from '../../../shared/errors.ts';
import type { AwsSettings } from '../../../shared/key-source/source-settings.ts';
import { openAwsSigner } from '../../cloud-auth/aws-signer.ts';
import type { AwsKey } from '../../cloud-auth/aws-key.ts';
import { explainAws } from '../../cloud-auth/explain-credentials.ts';
import { fieldOf } from '../check-value.ts';
import type { KeyReading, KeySource, ReferenceOf } from '../key-source.ts';
import { readReply } from '../read-reply.ts';
import { explainAwsAnswer } from './explain-aws.ts';

interface AwsDeps {
  /** What the person has set up; nothing: AWS's own chain, and the region of its variables. */
  readonly find: () => AwsSettings | undefined;
  /** The host's variables, for the region. */
  readonly env: Readonly<Record<string, string | undefined>> | undefined;
  readonly dispatcher: Dispatcher;
}

/** Source: docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html, 2026-12-01. */
const secretSchema = z.object({ SecretString: z.string().optional(), VersionId: z.string().optional() });

const REGION_OF_ARN = /^arn:aws[\w-]*:secretsmanager:(?<region>[a-z0-9-]+):/;

/**
 * Reads keys from AWS Secrets Manager: one call, signed by AWS's own signer with what its own chain of credentials
 * finds, over the gateway's own way out.
 */
export function createAwsSource(deps: AwsDeps): KeySource<ReferenceOf<'aws'>> {
  return {
    async read({ name, field, stage }, signal) {
      const settings = deps.find();
      const key = keyOf(settings);
      const region = regionOf(name, settings, deps.env);
      const body = JSON.stringify({ SecretId: name, VersionStage: stage });
      const answer = await send(deps.dispatcher, { settings, key, region, body }, signal);
      if (answer.status !== 200) throw explainAwsAnswer(answer, name, stage);
      return readingOf(answer.body, name, field);
    },
  };
}

function keyOf(settings: AwsSettings | undefined): AwsKey {
  return settings?.profile === undefined ? { kind: 'chain' } : { kind: 'profile', name: settings.profile };
}

function regionOf(name: string, settings: AwsSettings | undefined, env: AwsDeps['env']): string {
  const region =
    REGION_OF_ARN.exec(name)?.groups?.['region'] ??
    settings?.region ??
    env?.['AWS_REGION'] ??
    env?.['AWS_DEFAULT_REGION'];
  if (region !== undefined && region !== '') return region;
  throw new PurserError(
    'SECRETS_UNAVAILABLE',
    'Purser does not know the region of your secrets in AWS. Say it: purser provider source add aws --region eu-west-1',
  );
}

const NO_LOGIN =
  'No AWS credentials were found on this machine, or their login has expired. Run aws sso login, or name a profile: ' +
  'purser provider source add aws --profile NAME';

interface Asked {
  readonly settings: AwsSettings | undefined;
  readonly key: AwsKey;
  readonly region: string;
  readonly body: string;
}

async function send(dispatcher: Dispatcher, { settings, key, region, body }: Asked, signal: AbortSignal) {
  const domain = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  const url = new URL(settings?.address ?? `https://secretsmanager.${region}.${domain}`);
  const headers = await sign({ key, region, body }, url, dispatcher);
  try {
    const reply = await request(url, { dispatcher, method: 'POST', headers, body, signal });
    return { status: reply.statusCode, body: await readReply(reply.body) };
  } catch (cause) {
    const why = signal.aborted ? 'did not answer in time' : 'cannot be reached';
    throw new PurserError('SECRETS_UNAVAILABLE', `AWS Secrets Manager in ${region} ${why}.`, { cause });
  }
}

async function sign({ key, region, body }: Omit<Asked, 'settings'>, url: URL, dispatcher: Dispatcher) {
  try {
    const signer = await openAwsSigner(key, { service: 'secretsmanager', region }, dispatcher);
    const { headers } = await signer.sign({
      method: 'POST',
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      headers: {
        host: url.host,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'secretsmanager.GetSecretValue',
      },
      body,
    });
    return headers;
  } catch (cause) {
    throw new PurserError('SECRETS_UNAVAILABLE', key.kind === 'profile' ? explainAws(key) : NO_LOGIN, { cause });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readingOf(body: unknown, name: string, field: string | undefined): KeyReading {
  const { SecretString: text, VersionId: version } = secretSchema.catch({}).parse(body);
  if (text === undefined)
    throw new PurserError('SECRETS_UNAVAILABLE', `The secret ${name} in AWS is binary. A key is plain text.`);
  const value = field === undefined ? text : fieldOf(parse(text), field, `The secret ${name} in AWS`);
  return { value, ...(version !== undefined && { version }) };
}
