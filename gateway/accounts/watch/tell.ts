import type { AgentId, ProviderName } from '../../../shared/ids.ts';
import type { AuditEntry } from '../../audit/entry.ts';
import type { Clock } from '../../platform/ports.ts';
import type { Notices } from '../notices.ts';

type NoticeKind = 'cap-warning' | 'brake-warning' | 'brake-paused' | 'bill-fault' | 'provider-question';

/** Notifies the person, and records that. */
export type Tell = (kind: NoticeKind, text: string, agentId: AgentId, provider?: ProviderName) => void;

interface TellDeps {
  readonly notices: Notices;
  readonly clock: Clock;
  readonly append: (entry: AuditEntry) => Promise<void>;
  readonly onFault: (error: unknown) => void;
}

/** @see Tell */
export function createTell({ notices, clock, append, onFault }: TellDeps): Tell {
  return (kind, text, agentId, provider) => {
    const at = clock.now();
    notices.add({ at, kind, text, agentId, ...(provider !== undefined && { provider }) });
    append({ at, kind, agentId, detail: { text } }).catch(onFault);
  };
}
