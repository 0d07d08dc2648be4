import type { ReactNode } from 'react';
import { useMcpServers } from '../use-mcp-servers.ts';
import { ChangedNotice } from './changed-notice.tsx';

/** The same notice on a page that does not know the servers. */
export function ChangedTools(): ReactNode {
  const { data } = useMcpServers();
  return <ChangedNotice servers={data ?? []} />;
}
