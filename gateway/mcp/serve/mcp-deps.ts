import type { AuditEntry } from '../../audit/entry.ts';
import type { ProxyDeps } from '../../proxy/proxy-deps.ts';
import type { McpServerBook } from '../book/server-book.ts';
import type { TrustBook } from '../book/trust-book.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Hub } from '../upstream/hub.ts';
import type { LastSessions } from './last-sessions.ts';

/** The parts of the gateway that a call of a tool needs. */
export interface McpDeps extends Pick<
  ProxyDeps,
  | 'directory'
  | 'limits'
  | 'spend'
  | 'watch'
  | 'clock'
  | 'timeZone'
  | 'running'
  | 'refusals'
  | 'refused'
  | 'attribution'
  | 'madeIn'
  | 'approvals'
  | 'bodies'
  | 'callers'
  | 'log'
> {
  readonly version: string;
  /** Puts an entry on record, which survives a killed process when it resolves. */
  readonly append: (entry: AuditEntry) => Promise<void>;
  readonly ledger: Pick<Ledger, 'recentOf'>;
  readonly sessions: LastSessions;
  readonly servers: McpServerBook;
  readonly trust: TrustBook;
  readonly hub: Hub;
}
