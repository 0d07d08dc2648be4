import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import { say } from '../../strings/say.ts';
import { Problem } from '../../ui/notice.tsx';
import { ConnectDialog } from './connect/connect-dialog.tsx';
import { DoctorPanel } from './doctor/doctor-panel.tsx';
import { MoreTools } from './more-tools.tsx';
import { sortTools } from './sort-tools.ts';
import { ToolList } from './tool-list.tsx';
import { useDoctor } from './doctor/use-doctor.ts';
import { useTools } from './use-tools.ts';
import './connections.css';

/** The doctor, the tools of this machine with one button each to connect them, and those it could have. */
export function ToolsPanel(): ReactNode {
  const { data, problem, refetch } = useTools();
  const doctor = useDoctor();
  const [connecting, setConnecting] = useState<{ readonly tool: ToolView; readonly project?: string }>();
  const { here, environment, elsewhere } = sortTools(data ?? []);
  const changed = (): void => {
    refetch();
    void doctor.look();
  };
  const list = {
    connecting: connecting?.tool.id,
    onConnect: (tool: ToolView) => setConnecting({ tool }),
    onChanged: changed,
  };
  const connectById = (id: string, project: string | null): void => {
    const tool = data?.find((known) => known.id === id);
    if (tool) setConnecting({ tool, ...(project !== null && { project }) });
  };
  return (
    <>
      <Problem sentence={problem} />
      {data === undefined && problem === undefined && <p className="soft">{say.connections.looking}</p>}
      {data?.length === 0 && <p className="soft">{say.connections.simulated}</p>}
      {data !== undefined && data.length > 0 && (
        <>
          <DoctorPanel doctor={doctor} onConnect={connectById} onChanged={refetch} />
          <section className="section" aria-labelledby="tools-here">
            <h2 id="tools-here">{say.connections.here}</h2>
            {here.length === 0 ? (
              <p className="soft">{say.connections.noneHere}</p>
            ) : (
              <ToolList tools={here} {...list} />
            )}
          </section>
          <section className="section" aria-labelledby="tools-environment">
            <h2 id="tools-environment">{say.connections.environment}</h2>
            <ToolList tools={environment} {...list} />
          </section>
          {elsewhere.length > 0 && <MoreTools tools={elsewhere} {...list} />}
        </>
      )}
      {connecting !== undefined && (
        <ConnectDialog {...connecting} onClose={() => setConnecting(undefined)} onConnected={changed} />
      )}
    </>
  );
}
