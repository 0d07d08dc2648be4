import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { AgentView } from '../../../shared/contract/views.ts';
import type { RequestId } from '../../../shared/ids.ts';
import { momentText } from '../../state/time-and-money/format.ts';
import { useRead } from '../../state/live/use-read.ts';
import { say } from '../../strings/say.ts';
import { useDialogs } from '../../ui/dialogs.ts';
import { Problem } from '../../ui/notice.tsx';
import { BodyPanel } from './body-panel.tsx';
import './bodies.css';

interface KeptBodiesProps {
  readonly id: RequestId;
  readonly agent: AgentView | undefined;
  readonly timeZone: string;
  readonly now: number;
}

/** A request and its reply, decrypted only when somebody asks; or the way to have them kept. */
export function KeptBodies({ id, agent, timeZone, now }: KeptBodiesProps): ReactNode {
  const dialogs = useDialogs();
  const [isOpen, setIsOpen] = useState(false);
  if (agent === undefined) return null;
  if (agent.keepBodies === null) {
    return (
      <p className="faint">
        {say.bodies.notKept}{' '}
        <button
          type="button"
          className="text-button"
          onClick={() => dialogs.open({ kind: 'keep-bodies', id: agent.id })}
        >
          {say.bodies.keepFromNow}
        </button>
      </p>
    );
  }
  return (
    <details className="bodies" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{say.bodies.show}</summary>
      {isOpen && <Opened id={id} timeZone={timeZone} now={now} />}
    </details>
  );
}

function Opened({ id, timeZone, now }: Omit<KeptBodiesProps, 'agent'>): ReactNode {
  const { data, problem } = useRead(useCallback((gateway: GatewayClient) => gateway.usage.bodies({ id }), [id]));
  if (problem !== undefined) return <Problem sentence={problem} />;
  if (data === undefined) return <p className="faint">{say.bodies.reading}</p>;
  if (data === null) return <p className="faint">{say.bodies.none}</p>;
  return (
    <>
      <BodyPanel side="sent" body={data.request} />
      <BodyPanel side="got" body={data.response} />
      <p className="faint">{say.bodies.until(momentText(data.until, now, timeZone))}</p>
    </>
  );
}
