import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { Settings } from '../../../shared/settings/settings.ts';
import { askDesktop, useDesktop } from '../../state/desktop/desktop.ts';
import { useRead } from '../../state/live/use-read.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/form/field.tsx';
import { Problem } from '../../ui/notice.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import { useSettings } from './use-settings.ts';

const USUAL_PORT = 4141;
const readTools = (gateway: GatewayClient): Promise<ToolView[]> => gateway.connections.list();

/** The port that tools are given, from the next start on; and which connected tools will follow it. */
export function PortSetting({ kept, url }: { readonly kept: Settings; readonly url: string }): ReactNode {
  const words = say.settings;
  const desktop = useDesktop();
  const { settings, problem, change } = useSettings(kept);
  const wanted = settings.port ?? USUAL_PORT;
  const [typed, setTyped] = useState(String(wanted));
  const [wrong, setWrong] = useState<string>();
  const isWaiting = kept.port !== null && !url.endsWith(`:${kept.port}`);
  const save = useCallback((): void => {
    const port = Number(typed);
    const fits = /^\d+$/.test(typed.trim()) && port >= 1_024 && port <= 65_535;
    setWrong(fits ? undefined : words.notAPort);
    if (fits) change({ port: port === USUAL_PORT ? null : port });
  }, [typed, change, words.notAPort]);
  return (
    <form
      className="port"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="port-line">
        <Field label={words.port} hidesLabel inputMode="numeric" value={typed} onText={setTyped} />
        <Button type="submit" disabled={typed.trim() === String(wanted)}>
          {words.savePort}
        </Button>
      </div>
      <Problem sentence={wrong ?? problem} />
      {isWaiting && (
        <div className="port-waits" role="status">
          <p>
            <WithCode text={words.portWaits(wanted)} />
          </p>
          <FollowingTools />
          {desktop !== undefined && (
            <Button onClick={() => askDesktop({ ask: 'restart-gateway' })}>{words.restartNow}</Button>
          )}
        </div>
      )}
    </form>
  );
}

function FollowingTools(): ReactNode {
  const { data } = useRead(readTools);
  const tools = (data ?? []).filter(({ connections }) => connections.length > 0);
  if (tools.length === 0) return null;
  return <p className="faint">{say.settings.portFollowers(tools.map(({ title }) => title))}</p>;
}
