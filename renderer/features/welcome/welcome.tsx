import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import type { RequestView, StateView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';
import { useDialogs } from '../../ui/dialogs.ts';
import { ConnectDialog } from '../connections/connect/connect-dialog.tsx';
import { useTools } from '../connections/use-tools.ts';
import { SimulationButton } from '../simulation/simulation-button.tsx';
import { Arrived } from './arrived.tsx';
import { foundTools } from './found-tools.ts';
import { KeyStep } from './key-step.tsx';
import { RequestStep } from './request-step.tsx';
import { Step } from './step.tsx';
import type { Steps } from './steps.ts';
import { ToolChoice } from './tool-choice.tsx';
import './welcome.css';

interface WelcomeProps {
  readonly state: StateView;
  readonly steps: Steps;
  /** The first request there was. */
  readonly first: RequestView | undefined;
  /** False in a simulated gateway, which needs no second one. */
  readonly offersSimulation: boolean;
  /** The person set up a tool here, and waits for what comes of it. */
  onBegun(): void;
  /** They have seen it. */
  onDone(): void;
}

/** Stands in the place of an empty chart for a newcomer: three steps, one of them next, and what they come to. */
export function Welcome({ state, steps, first, offersSimulation, onBegun, onDone }: WelcomeProps): ReactNode {
  const dialogs = useDialogs();
  const tools = useTools();
  const [connecting, setConnecting] = useState<ToolView>();
  // A dialog may show a sub-key, this once: nothing takes it away.
  if (first !== undefined && connecting === undefined) return <Arrived state={state} request={first} onDone={onDone} />;

  const found = tools.data && foundTools(tools.data);
  const connected = tools.data?.find(({ connections }) => connections.length > 0)?.title;
  const isWaiting = steps.provider && steps.subKey;
  const connect = (tool: ToolView): void => {
    setConnecting(tool);
    onBegun();
  };
  const issueByHand = (): void => {
    dialogs.open({ kind: 'issue-key' });
    onBegun();
  };
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <header>
        <h1 id="welcome-title">{say.welcome.title}</h1>
        <p className="soft">{say.welcome.means}</p>
      </header>
      <ol className="welcome-steps">
        <Step number={1} title={say.welcome.key} done={steps.provider} next={!steps.provider}>
          <KeyStep state={state} first={found?.[0]} />
        </Step>
        <Step number={2} title={say.welcome.tool} done={steps.subKey} next={steps.provider && !steps.subKey}>
          <ToolChoice state={state} steps={steps} found={found} onConnect={connect} onByHand={issueByHand} />
        </Step>
        <Step number={3} title={say.welcome.request} done={false} next={isWaiting}>
          {isWaiting ? (
            <RequestStep state={state} connected={connected} />
          ) : (
            <p className="soft">{say.welcome.requestMeans}</p>
          )}
        </Step>
      </ol>
      {offersSimulation && !steps.provider && (
        <footer className="welcome-footer">
          <p className="soft">{say.welcome.demo}</p>
          <SimulationButton />
        </footer>
      )}
      {connecting !== undefined && (
        <ConnectDialog tool={connecting} onClose={() => setConnecting(undefined)} onConnected={tools.refetch} />
      )}
    </section>
  );
}
