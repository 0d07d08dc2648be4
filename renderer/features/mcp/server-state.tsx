import type { ReactNode } from 'react';
import type { McpServerView } from '../../../shared/mcp/mcp-views.ts';
import { say } from '../../strings/say.ts';
import { Icon } from '../../ui/icon.tsx';

/** How a server does: a word, a shape and a colour, each of which is enough alone. */
export function ServerState({ state }: Pick<McpServerView, 'state'>): ReactNode {
  return (
    <span className={`mcp-state mcp-${state}`} role="status" title={say.mcp.statesMean[state]}>
      {state === 'failed' || state === 'stopped' ? (
        <Icon name={state === 'failed' ? 'warning' : 'stop'} />
      ) : (
        <span className="mcp-shape" aria-hidden="true" />
      )}
      {say.mcp.states[state]}
    </span>
  );
}
