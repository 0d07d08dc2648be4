import { useEffect } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { useReadOnNews } from '../../state/live/use-read-on-news.ts';

/** Every look goes through the files of all tools. */
const LEAST_MS = 1_000;
const readTools = (gateway: GatewayClient): Promise<readonly ToolView[]> => gateway.connections.list();

/**
 * The tools, looked at again when the gateway has news (a first request arrived, a provider was added, the command line
 * connected one) and when a person comes back from another window: files change without a word to the gateway.
 */
export function useTools(): ReturnType<typeof useReadOnNews<readonly ToolView[]>> {
  const tools = useReadOnNews(readTools, LEAST_MS);
  const { refetch } = tools;
  useEffect(() => {
    window.addEventListener('focus', refetch);
    return () => window.removeEventListener('focus', refetch);
  }, [refetch]);
  return tools;
}
