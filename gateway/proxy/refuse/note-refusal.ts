import type { SubKeyRecord } from '../../ledger/records.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from './refusal.ts';

/** Who was refused, as far as it was known by then. */
export interface Refused {
  /** As the path named it. */
  readonly provider: string;
  readonly key?: SubKeyRecord | undefined;
  readonly model?: string | undefined;
}

/** Puts a refusal on record, whichever way the request came. */
export function noteRefusal(
  { refusals }: Pick<ProxyDeps, 'refusals'>,
  { code, message }: Pick<Refusal, 'code' | 'message'>,
  { provider, key, model }: Refused,
): void {
  refusals.note({ rule: code, message, provider, model, agentId: key?.agentId, subKeyId: key?.id });
}
