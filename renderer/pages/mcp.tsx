import type { ReactNode } from 'react';
import type { StateView } from '../../shared/contract/views.ts';
import { McpPanel } from '../features/mcp/mcp-panel.tsx';

interface McpPageProps {
  readonly state: StateView;
  readonly params: Readonly<Record<string, string>>;
}

/** MCP servers, their tools, and what has changed about them. */
export function McpPage({ state, params }: McpPageProps): ReactNode {
  const changes = params['changes'];
  return <McpPanel key={changes} state={state} changesOf={changes} />;
}
