import { z } from 'zod';
import { PurserError } from '../../../shared/errors.ts';

interface AwsAnswer {
  readonly status: number;
  readonly body: unknown;
}

const faultSchema = z
  .object({ ['__type']: z.string(), message: z.string().optional(), Message: z.string().optional() })
  .transform(({ ['__type']: type, message, Message }) => ({
    // Some name its namespace before it.
    type: type.slice(type.indexOf('#') + 1),
    said: message ?? Message ?? '',
  }));

/** Explains an answer that holds no secret, in our own words: those of AWS name roles and accounts. */
export function explainAwsAnswer({ status, body }: AwsAnswer, name: string, stage: string): PurserError {
  const fault = faultSchema.safeParse(body);
  const { type, said } = fault.success ? fault.data : { type: '', said: '' };
  return new PurserError('SECRETS_UNAVAILABLE', sentenceOf(type, said, { status, name, stage }));
}

interface Asked {
  readonly status: number;
  readonly name: string;
  readonly stage: string;
}

/** Source of the types: API_GetSecretValue.html and CommonErrors.html in AWS's API reference, 2026-12-01. */
function sentenceOf(type: string, said: string, { status, name, stage }: Asked): string {
  switch (type) {
    case 'ResourceNotFoundException':
      return `AWS has no secret ${name} with a version ${stage} in this region and account. Was it deleted?`;
    case 'InvalidRequestException':
      return `The secret ${name} in AWS is marked for deletion. Restore it, or refer to another one.`;
    case 'AccessDeniedException':
      return `AWS does not let Purser read ${name}: its role needs secretsmanager:GetSecretValue on it.`;
    case 'DecryptionFailure':
      return `AWS could not decrypt ${name}: Purser's role needs kms:Decrypt on its key, and the key must be enabled.`;
    case 'ExpiredTokenException':
      return 'The AWS login of this machine has expired. Run: aws sso login';
    case 'UnrecognizedClientException':
    case 'InvalidSignatureException':
    case 'IncompleteSignature':
      return /expired|not yet current/i.test(said)
        ? 'AWS takes this request for too old or too new: the clock of this machine is wrong. Set it, and try again.'
        : 'AWS refuses the credentials of this machine: they were deleted, or are those of another account.';
    case 'ThrottlingException':
    case 'LimitExceededException':
      return 'AWS is asked too often for secrets. Purser tries again by itself.';
    default:
      return `AWS Secrets Manager could not answer (${status}). Purser tries again by itself.`;
  }
}
