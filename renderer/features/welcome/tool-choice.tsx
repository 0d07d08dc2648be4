import type { ReactNode } from 'react';
import type { ToolView } from '../../../shared/contract/connection-views.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import { hrefOf } from '../../../shared/page-routes.ts';
import { say } from '../../strings/say.ts';
import { spenders } from './steps.ts';
import type { Steps } from './steps.ts';
import { ToolStep } from './tool-step.tsx';

interface ToolChoiceProps {
  readonly state: StateView;
  readonly steps: Steps;
  /** Undefined while the machine is looked through. */
  readonly found: readonly ToolView[] | undefined;
  onConnect(tool: ToolView): void;
  onByHand(): void;
}

/** The second step: the tools that spend already, the ones to connect, or those that wait for a provider key. */
export function ToolChoice({ state, steps, found, onConnect, onByHand }: ToolChoiceProps): ReactNode {
  if (steps.subKey) {
    return (
      <p className="soft welcome-line">
        {say.welcome.spenders(spenders(state))}
        <a href={hrefOf('connections')}>{say.welcome.another}</a>
      </p>
    );
  }
  if (steps.provider)
    return <ToolStep found={found} providers={state.providers} onConnect={onConnect} onByHand={onByHand} />;
  return (
    <p className="soft">
      {found === undefined || found.length === 0
        ? say.welcome.toolMeans
        : say.welcome.found(found.map(({ title }) => title))}
    </p>
  );
}
