import { MACHINE_LOGIN } from '../../shared/providers/provider-record.ts';

/** An AWS key as it is in the secret store: a pair, or where to find one. */
export type AwsKey =
  | {
      readonly kind: 'pair';
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken?: string;
    }
  | { readonly kind: 'profile'; readonly name: string }
  /** Wherever AWS's own chain looks: variables, the default profile, the machine. */
  | { readonly kind: 'chain' };

const PAIR = /^(?<id>[A-Z0-9]{16,128}):(?<secret>[A-Za-z0-9/+=]{16,128})(?::(?<token>\S+))?$/;
const PROFILE = /^profile:(?<name>[^\s:]{1,128})$/;

/** Reads it. @returns undefined for a text of no known form */
export function readAwsKey(text: string): AwsKey | undefined {
  if (text === MACHINE_LOGIN) return { kind: 'chain' };
  const { name } = PROFILE.exec(text)?.groups ?? {};
  if (name !== undefined) return { kind: 'profile', name };
  const { id, secret, token } = PAIR.exec(text)?.groups ?? {};
  if (id === undefined || secret === undefined) return undefined;
  return {
    kind: 'pair',
    accessKeyId: id,
    secretAccessKey: secret,
    ...(token === undefined ? {} : { sessionToken: token }),
  };
}
