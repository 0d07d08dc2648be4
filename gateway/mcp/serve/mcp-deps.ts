import type { ProxyDeps } from '../../proxy/proxy-deps.ts';
import type { McpServerBook } from '../book/server-book.ts';
import type { TrustBook } from '../book/trust-book.ts';
import type { Hub } from '../upstream/hub.ts';

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
  readonly servers: McpServerBook;
  readonly trust: TrustBook;
  readonly hub: Hub;
}
