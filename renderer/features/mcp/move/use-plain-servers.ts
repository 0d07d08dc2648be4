import type { GatewayClient } from '../../../../shared/contract/contract.ts';
import type { PlainServers } from '../../../../shared/mcp/mcp-moves.ts';
import { useReadOnNews } from '../../../state/live/use-read-on-news.ts';

/** Every look reads the files of all tools. */
const LEAST_MS = 10_000;
const readPlain = async (gateway: GatewayClient): Promise<readonly PlainServers[]> => gateway.mcp.plain();

/** The MCP servers that tools have by themselves, looked at again when the gateway has news. */
export function usePlainServers(): ReturnType<typeof useReadOnNews<readonly PlainServers[]>> {
  return useReadOnNews(readPlain, LEAST_MS);
}
