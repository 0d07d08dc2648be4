import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { McpServerView } from '../../../shared/mcp/mcp-views.ts';
import { useReadOnNews } from '../../state/live/use-read-on-news.ts';

/** Every look adds up the calls of all servers. */
const LEAST_MS = 2_000;
const readServers = async (gateway: GatewayClient): Promise<readonly McpServerView[]> => gateway.mcp.list();

/** The servers, looked at again when the gateway has news: one starts, or fails, or a call of a tool has ended. */
export function useMcpServers(): ReturnType<typeof useReadOnNews<readonly McpServerView[]>> {
  return useReadOnNews(readServers, LEAST_MS);
}
