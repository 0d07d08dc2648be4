import type { ReactNode } from 'react';
import type { CommandLineView } from '../../../shared/contract/command-line-calls.ts';
import type { GatewayClient, PurserClient } from '../../../shared/contract/contract.ts';
import { useSession } from '../../state/live/session-context.ts';
import { useAction } from '../../state/live/use-action.ts';
import { useRead } from '../../state/live/use-read.ts';
import { say } from '../../strings/say.ts';
import { Button } from '../../ui/button.tsx';
import { Problem } from '../../ui/notice.tsx';
import { WithCode } from '../../ui/with-code.tsx';
import './command-line.css';

/** Puts the command `purser` into the person's terminals, and takes it away. Nothing where this build carries none. */
export function CommandLinePanel(): ReactNode {
  const words = say.commandLine;
  const { call } = useSession();
  const { data, problem, refetch } = useRead(readCommandLine);
  const action = useAction();
  if (data === undefined || data.state === 'unavailable') return <Problem sentence={problem} />;
  const { state, file, onPath } = data;
  const change = (verb: 'install' | 'remove'): void =>
    void action.run(async () => {
      await call((_, host) => host.commandLine[verb]());
      refetch();
    });
  return (
    <section className="section" aria-labelledby="command-line-title">
      <h2 id="command-line-title">{words.title}</h2>
      <p className="soft">
        <WithCode text={words.hint} />
      </p>
      <div className="command-line" data-testid="command-line">
        <div>
          <p>
            <WithCode text={words.states[state](file)} />
          </p>
          {state === 'installed' && !onPath && (
            <p className="faint">
              <WithCode text={words.notOnPath(file.replace(/[/\\][^/\\]*$/, ''))} />
            </p>
          )}
        </div>
        <div className="command-line-acts">
          {state !== 'other' && (
            <Button busy={action.busy} onClick={() => change('install')}>
              {state === 'installed' ? words.update : words.install}
            </Button>
          )}
          {state === 'installed' && (
            <Button busy={action.busy} onClick={() => change('remove')}>
              {words.remove}
            </Button>
          )}
        </div>
      </div>
      <Problem sentence={action.problem ?? problem} />
    </section>
  );
}

function readCommandLine(_: GatewayClient, host: PurserClient): Promise<CommandLineView> {
  return host.commandLine.status();
}
