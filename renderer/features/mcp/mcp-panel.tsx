import { useState } from 'react';
import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { goToRoute } from '../../shell/go-to-route.ts';
import { useNow } from '../../state/time-and-money/use-now.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { AddServerDialog } from './add/add-server-dialog.tsx';
import { ChangedNotice } from './changes/changed-notice.tsx';
import { ChangesDialog } from './changes/changes-dialog.tsx';
import { PlainServersSection } from './move/plain-servers.tsx';
import { ServerCard } from './server-card.tsx';
import { useMcpServers } from './use-mcp-servers.ts';
import './mcp.css';

interface McpPanelProps {
  readonly state: StateView;
  /** The server that the address names, whose changed tools a person came to see. */
  readonly changesOf: string | undefined;
}

/** The MCP servers, and the way to add one. */
export function McpPanel({ state, changesOf }: McpPanelProps): ReactNode {
  const { data, problem, refetch } = useMcpServers();
  const now = useNow(30_000);
  const [isAdding, setAdding] = useState(false);
  const [looksAt, setLooksAt] = useState(changesOf);
  const looked = data?.find(({ name }) => name === looksAt);
  const closeChanges = (): void => {
    setLooksAt(undefined);
    if (changesOf !== undefined) goToRoute('mcp', {}, 'replace');
  };
  return (
    <>
      <ChangedNotice servers={data ?? []} onLook={setLooksAt} />
      <section className="section" aria-labelledby="mcp-title">
        <header className="section-head">
          <h2 id="mcp-title">{say.mcp.title}</h2>
          <Button kind="quiet" icon="plus" onClick={() => setAdding(true)}>
            {say.mcp.add}
          </Button>
        </header>
        <Problem sentence={problem} />
        {data === undefined && problem === undefined && <p className="soft">{say.mcp.loading}</p>}
        {data?.length === 0 && (
          <p className="soft" data-testid="mcp-none">
            {say.mcp.none}
          </p>
        )}
        <ul>
          {data?.map((server) => (
            <ServerCard
              key={server.name}
              server={server}
              gatewayUrl={state.gateway.url}
              now={now}
              onChanged={refetch}
              onLook={() => setLooksAt(server.name)}
            />
          ))}
        </ul>
      </section>
      <PlainServersSection onChanged={refetch} />
      {isAdding && (
        <AddServerDialog gatewayUrl={state.gateway.url} onAdded={refetch} onClose={() => setAdding(false)} />
      )}
      {looked !== undefined && <ChangesDialog name={looked.name} onChanged={refetch} onClose={closeChanges} />}
    </>
  );
}
