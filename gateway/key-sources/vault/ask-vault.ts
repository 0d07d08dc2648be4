import { request } from 'undici';
import type { Dispatcher } from 'undici';
import { PurserError } from '../../../shared/errors.ts';
import type { VaultSettings } from '../../../shared/key-source/source-settings.ts';
import { readReply } from '../read-reply.ts';

/** What Vault answered. */
export interface VaultAnswer {
  readonly status: number;
  /** Its JSON; undefined where it was none. */
  readonly body: unknown;
}

interface Asked {
  readonly method: 'GET' | 'POST';
  /** Without `/v1/`. */
  readonly path: string;
  readonly token?: string;
  readonly body?: Readonly<Record<string, string>>;
}

/** Asks one Vault. */
export type AskVault = (asked: Asked, signal: AbortSignal) => Promise<VaultAnswer>;

/**
 * Asks a Vault or an OpenBao over its HTTP API. Redirects are not followed: they would take the token along.
 * Source: developer.hashicorp.com/vault/api-docs and openbao.org/api-docs, 2026-12-01.
 * @param dispatcher the gateway's own way out
 */
export function createAskVault({ address, namespace }: VaultSettings, dispatcher: Dispatcher): AskVault {
  return async ({ method, path, token, body }, signal) => {
    const url = `${address}/v1/${path.split('/').map(encodeURIComponent).join('/')}`;
    const headers = {
      'x-vault-request': 'true',
      ...(namespace !== undefined && { 'x-vault-namespace': namespace }),
      ...(token !== undefined && { 'x-vault-token': token }),
      ...(body && { 'content-type': 'application/json' }),
    };
    try {
      const sent = body ? JSON.stringify(body) : null;
      const reply = await request(url, { dispatcher, method, headers, body: sent, signal });
      return { status: reply.statusCode, body: await readReply(reply.body) };
    } catch (error) {
      const why = signal.aborted ? 'did not answer in time' : `cannot be reached (${codeOf(error)})`;
      throw new PurserError('SECRETS_UNAVAILABLE', `Vault at ${address} ${why}.`, { cause: error });
    }
  };
}

/** The code and nothing else: messages of network errors can quote headers. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no answer';
}
