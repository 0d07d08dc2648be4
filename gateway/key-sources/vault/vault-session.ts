import { z } from 'zod';
import { PurserError } from '../../../shared/errors.ts';
import type { VaultSettings } from '../../../shared/key-source/source-settings.ts';
import type { AskVault } from './ask-vault.ts';
import { explainVault } from './explain-vault.ts';

/** A token of Vault, and how long it lives. */
interface Token {
  readonly value: string;
  /** When it ends, by a steady clock; undefined for one that does not. */
  readonly endsAt: number | undefined;
  readonly lifeMs: number;
  readonly isRenewable: boolean;
}

/** The login of Purser at one Vault. */
export interface VaultSession {
  /** A token that lives, logged in or renewed where it has to be. @throws PurserError `SECRETS_UNAVAILABLE` */
  token(signal: AbortSignal): Promise<string>;
  /** Milliseconds until the token has to be renewed; undefined for one that lives for ever. */
  leftMs(): number | undefined;
  /** Whether Purser can go on when the token ends: by renewing it, or by another login. */
  goesOn(): boolean;
  /** Forgets the token that was refused. @returns whether another login may help */
  drop(): boolean;
  /** Ends a token that Purser was given for its login. */
  end(signal: AbortSignal): Promise<void>;
}

const authSchema = z.object({
  auth: z.object({ client_token: z.string().min(1), lease_duration: z.number(), renewable: z.boolean() }),
});
const selfSchema = z.object({ data: z.object({ ttl: z.number(), renewable: z.boolean().default(false) }) });

/** A token is renewed when so much of its life is left. */
const RENEW_AT = 1 / 3;

/** @param secret the token, the secret id or the password @see VaultSession */
export function createVaultSession({ auth }: VaultSettings, secret: string, ask: AskVault): VaultSession {
  let token: Token | undefined;
  /** Requests that need a token at the same time wait for one login. */
  let opening: Promise<Token> | undefined;

  const login = async (signal: AbortSignal): Promise<Token> => {
    if (auth.method === 'token') {
      const answer = await ask({ method: 'GET', path: 'auth/token/lookup-self', token: secret }, signal);
      const self = selfSchema.safeParse(answer.body);
      if (answer.status !== 200 || !self.success) throw await explainVault(answer, 'use this token', { ask, signal });
      return tokenOf(secret, self.data.data.ttl, self.data.data.renewable);
    }
    const answer = await ask(
      auth.method === 'approle'
        ? { method: 'POST', path: `auth/${auth.mount}/login`, body: { role_id: auth.roleId, secret_id: secret } }
        : { method: 'POST', path: `auth/${auth.mount}/login/${auth.user}`, body: { password: secret } },
      signal,
    );
    const found = authSchema.safeParse(answer.body);
    if (answer.status !== 200 || !found.success) throw await explainVault(answer, 'log in', { ask, signal });
    return tokenOf(found.data.auth.client_token, found.data.auth.lease_duration, found.data.auth.renewable);
  };

  const renew = async (old: Token, signal: AbortSignal): Promise<Token> => {
    const answer = await ask({ method: 'POST', path: 'auth/token/renew-self', token: old.value, body: {} }, signal);
    const found = authSchema.safeParse(answer.body);
    if (answer.status === 200 && found.success)
      return tokenOf(found.data.auth.client_token, found.data.auth.lease_duration, found.data.auth.renewable);
    // It goes on while it lives: the next reading tries again.
    if (answer.status >= 429 && isAlive(old)) return old;
    return login(signal);
  };

  const open = async (signal: AbortSignal): Promise<Token> => {
    if (!token || !isAlive(token)) return login(signal);
    const left = token.endsAt === undefined ? Infinity : token.endsAt - performance.now();
    return token.isRenewable && left < token.lifeMs * RENEW_AT ? renew(token, signal) : token;
  };

  return {
    async token(signal) {
      opening ??= open(signal).finally(() => (opening = undefined));
      token = await opening;
      return token.value;
    },
    leftMs: () => (token?.endsAt === undefined ? undefined : Math.max(token.endsAt - performance.now(), 0)),
    goesOn: () => auth.method !== 'token' || token?.isRenewable === true,
    drop() {
      token = undefined;
      return auth.method !== 'token';
    },
    async end(signal) {
      const ended = token;
      token = undefined;
      // A token of the person's own is theirs to end.
      if (!ended || auth.method === 'token') return;
      await ask({ method: 'POST', path: 'auth/token/revoke-self', token: ended.value, body: {} }, signal);
    },
  };
}

function tokenOf(value: string, seconds: number, isRenewable: boolean): Token {
  const lifeMs = seconds * 1000;
  return { value, lifeMs, isRenewable, endsAt: seconds === 0 ? undefined : performance.now() + lifeMs };
}

function isAlive({ endsAt }: Token): boolean {
  return endsAt === undefined || endsAt > performance.now();
}

const unwrappedSchema = z.object({
  auth: z.object({ client_token: z.string() }).nullish(),
  data: z.record(z.string(), z.unknown()).nullish(),
});

/**
 * Takes a login out of its wrapping, which works once: a second time means that somebody else has seen it.
 * @throws PurserError `SECRETS_UNAVAILABLE`
 */
export async function unwrap(wrapping: string, ask: AskVault, signal: AbortSignal): Promise<string> {
  const answer = await ask({ method: 'POST', path: 'sys/wrapping/unwrap', token: wrapping, body: {} }, signal);
  const found = unwrappedSchema.safeParse(answer.body);
  const { auth, data } = found.success ? found.data : {};
  const inside = [auth?.client_token, data?.['secret_id'], data?.['token'], data?.['password']];
  const secret = inside.find((one) => typeof one === 'string');
  if (answer.status === 200 && typeof secret === 'string') return secret;
  if (answer.status !== 200 && answer.status < 429)
    throw new PurserError(
      'SECRETS_UNAVAILABLE',
      'This wrapping token is no longer good: it has expired, or somebody has opened it before you. If that was not ' +
        'you, revoke what was in it.',
    );
  throw answer.status === 200
    ? new PurserError('SECRETS_UNAVAILABLE', 'What was wrapped is no login: no token, secret id or password is in it.')
    : await explainVault(answer, 'unwrap the login', { ask, signal });
}
