import type { SubKeyRecord } from '../../ledger/records.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from './refusal.ts';

/** The origin of a refused request, as known by then. */
export interface Refused {
  /** The provider, as the path named it. */
  readonly provider: string;
  readonly key?: SubKeyRecord | undefined;
  readonly model?: string | undefined;
}

/** Records a refusal, whether it came over HTTP or a WebSocket. */
export function noteRefusal(
  { refusals }: Pick<ProxyDeps, 'refusals'>,
  { code, message }: Pick<Refusal, 'code' | 'message'>,
  { provider, key, model }: Refused,
): void {
  refusals.note({ rule: code, message, provider, model, agentId: key?.agentId, subKeyId: key?.id });
}
