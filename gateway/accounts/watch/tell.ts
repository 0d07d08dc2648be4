import type { NoticeFact } from '../../../shared/contract/notice-facts.ts';
import type { AgentId, ProviderName } from '../../../shared/ids.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import type { Clock } from '../../platform/ports.ts';
import type { Notices } from '../notices.ts';

type NoticeKind = 'cap-warning' | 'brake-warning' | 'brake-paused' | 'bill-fault' | 'provider-question';

/** Notifies the person, and records that. */
export type Tell = (
  kind: NoticeKind,
  said: { readonly text: string; readonly about: NoticeFact },
  agentId: AgentId,
  provider?: ProviderName,
) => void;

interface TellDeps {
  readonly notices: Notices;
  readonly clock: Clock;
  readonly append: (entry: AuditEntry) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

/** @see Tell */
export function createTell({ notices, clock, append, onFault }: TellDeps): Tell {
  return (kind, { text, about }, agentId, provider) => {
    const at = clock.now();
    notices.add({ at, kind, text, about, agentId, ...(provider !== undefined && { provider }) });
    append({ at, kind, agentId, detail: { text, about: JSON.stringify(about) } }).catch(onFault);
  };
}
