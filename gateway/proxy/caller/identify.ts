import type { IncomingHttpHeaders } from 'node:http';
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
    const message =
      'Purser does not know this key. Give this tool a sub-key: `purser key issue`, or "Issue sub-key" on the ' +
      'dashboard.';
    return { ok: false, key: undefined, refusal: { kind: 'unknown-sub-key', code: 'unknown-sub-key', message } };
  }
  if (found.secret !== 'expired') return { ok: true, key: found.key };
  const message = 'This sub-key was replaced, and the old secret has expired. Give this tool the new one.';
  return { ok: false, key: found.key, refusal: { kind: 'not-allowed', code: 'sub-key-rotated', message } };
}
