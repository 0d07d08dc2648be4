import { useEffect, useRef } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { useDashboard } from '../../state/live/session-context.ts';
import { useRead } from '../../state/live/use-read.ts';

/** Every look goes through the files of all tools; news may come with every request. */
const LEAST_MS = 1_000;
const readTools = (gateway: GatewayClient): Promise<readonly ToolView[]> => gateway.connections.list();

/**
 * The tools, looked at again when the gateway has news (a first request arrived, a provider was added, the command line
 * connected one) and when a person comes back from another window: files change without a word to the gateway.
 */
export function useTools(): ReturnType<typeof useRead<readonly ToolView[]>> {
  const tools = useRead(readTools);
  const { refetch } = tools;
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
  useEffect(() => {
    window.addEventListener('focus', refetch);
    return () => window.removeEventListener('focus', refetch);
  }, [refetch]);
  return tools;
}
