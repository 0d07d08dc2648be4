import { useEffect, useRef } from 'react';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { McpServerView } from '../../../shared/mcp/mcp-views.ts';
import { useDashboard } from '../../state/live/session-context.ts';
import { useRead } from '../../state/live/use-read.ts';

/** Every look adds up the calls of all servers; news may come with every request. */
const LEAST_MS = 2_000;
const readServers = async (gateway: GatewayClient): Promise<readonly McpServerView[]> => gateway.mcp.list();

/** The servers, looked at again when the gateway has news: one starts, or fails, or a call of a tool has ended. */
export function useMcpServers(): ReturnType<typeof useRead<readonly McpServerView[]>> {
  const servers = useRead(readServers);
  const { refetch } = servers;
  const { state } = useDashboard();
  const seen = useRef(state);
  const lookedAt = useRef(0);
  useEffect(() => {
    if (seen.current === state) return undefined;
    const look = (): void => {
      seen.current = state;
      lookedAt.current = Date.now();
      refetch();
    };
    const timer = setTimeout(look, Math.max(0, lookedAt.current + LEAST_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [state, refetch]);
  return servers;
}
