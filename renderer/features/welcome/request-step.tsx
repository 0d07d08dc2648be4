import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { refusalSentence } from '../../state/words/refusal-sentence.ts';
import { say } from '../../strings/say.ts';
import { Notice } from '../../ui/notice.tsx';
import { BaseUrls } from './base-urls.tsx';
import { newestRefusal } from './steps.ts';

interface RequestStepProps {
  readonly state: StateView;
  /** The first tool that Purser has set up; undefined where the person does it by hand. */
  readonly connected: string | undefined;
}

/** The last step: a request. One that was refused says why, or the wait would be without end. */
export function RequestStep({ state, connected }: RequestStepProps): ReactNode {
  const refusal = newestRefusal(state);
  return (
    <>
      <p className="soft">{connected === undefined ? say.welcome.pointTool : say.welcome.askTool(connected)}</p>
      {connected === undefined && <BaseUrls state={state} />}
      {refusal && (
        <Notice tone="warning">
          {say.welcome.refused(refusal.agent, refusalSentence(refusal, state.gateway.timeZone))}
        </Notice>
      )}
      <p className="welcome-waiting" role="status">
        {say.welcome.waiting}
      </p>
    </>
  );
}
