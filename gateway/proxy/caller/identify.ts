import type { IncomingHttpHeaders } from 'node:http';
import { tell } from '../../domain/words/tell.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { explainLogin, findLogin, listSubKeyCandidates } from './credentials.ts';

export type Who =
  | { readonly ok: true; readonly key: SubKeyRecord }
  | { readonly ok: false; readonly refusal: Refusal; readonly key: SubKeyRecord | undefined };

/** Finds the sub-key among everything that a tool sent. */
export function identify(
  deps: Pick<ProxyDeps, 'directory'>,
  headers: IncomingHttpHeaders,
  query: URLSearchParams,
): Who {
  const found = listSubKeyCandidates(headers, query)
    .map((candidate) => deps.directory.findSecret(candidate))
    .find((one) => one !== undefined);
  if (!found) {
    const login = findLogin(headers, query);
    if (login !== undefined)
      return {
        ok: false,
        key: undefined,
        refusal: { kind: 'unknown-sub-key', code: 'subscription-login', message: explainLogin(login) },
      };
    const code = 'unknown-sub-key';
    return { ok: false, key: undefined, refusal: { kind: code, code, ...tell({ code }) } };
  }
  if (found.secret !== 'expired') return { ok: true, key: found.key };
  const code = 'sub-key-rotated';
  return { ok: false, key: found.key, refusal: { kind: 'not-allowed', code, ...tell({ code }) } };
}
