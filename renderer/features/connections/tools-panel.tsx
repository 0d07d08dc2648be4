import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import { Problem } from '../../ui/notice.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import { ToolRow } from './tool-row.tsx';
import { GROUPS, inOrder } from './tool-words.ts';
import { useTools } from './use-tools.ts';
import './connections.css';

/** Every tool Purser knows, with what it can meter of it, and one button to connect it. */
export function ToolsPanel(): ReactNode {
  const { data, problem, again } = useTools();
  const [connecting, setConnecting] = useState<ToolView>();
  return (
    <>
      <Problem sentence={problem} />
      {data === undefined && problem === undefined && <p className="soft">Looking for tools on this machine…</p>}
      {data?.length === 0 && <p className="soft">This Purser leaves the tools on this machine alone, because everything in it is simulated.</p>}
      {GROUPS.map(({ group, title }) => {
        const tools = inOrder((data ?? []).filter((tool) => tool.group === group));
        return (
          tools.length > 0 && (
            <section key={group} className="section" aria-labelledby={`tools-${group}`}>
              <h2 id={`tools-${group}`}>{title}</h2>
              <ul className="tools">
                {tools.map((tool) => (
                  <ToolRow key={tool.id} tool={tool} isConnecting={connecting?.id === tool.id} onConnect={() => setConnecting(tool)} onChanged={again} />
                ))}
              </ul>
            </section>
          )
        );
      })}
      {connecting !== undefined && <ConnectDialog tool={connecting} onClose={() => setConnecting(undefined)} onConnected={again} />}
    </>
  );
}
