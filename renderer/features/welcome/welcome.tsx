import type { ReactNode } from 'react';
import type { StateView } from '../../../shared/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { useDialogs } from '../../ui/dialogs.ts';
import { SimulationButton } from '../simulation/simulation-button.tsx';
import { BaseUrls } from './base-urls.tsx';
import { Step } from './step.tsx';
import type { Steps } from './steps.ts';
import './welcome.css';

interface WelcomeProps {
  readonly state: StateView;
  readonly steps: Steps;
  /** False in a simulated gateway, which needs no second one. */
  readonly offersSimulation: boolean;
}

/** What a newcomer sees instead of an empty chart: three steps, one of them next. */
export function Welcome({ state, steps, offersSimulation }: WelcomeProps): ReactNode {
  const dialogs = useDialogs();
  return (
    <section className="welcome" aria-labelledby="welcome-title">
      <header>
        <h1 id="welcome-title">Give every AI tool its own allowance</h1>
        <p className="soft">
          Your provider key stays here. Each tool gets a sub-key with a cap, and you see and stop its spending on this page.
        </p>
      </header>
      <ol className="welcome-steps">
        <Step number={1} title="Add a provider key" done={steps.provider} next={!steps.provider}>
          <p className="soft">From OpenAI or Anthropic. It goes to the secret store and never leaves it.</p>
          <Button kind={steps.provider ? 'plain' : 'primary'} onClick={() => dialogs.open({ kind: 'add-provider' })}>
            {steps.provider ? 'Add another' : 'Add provider key'}
          </Button>
        </Step>
        <Step number={2} title="Issue a sub-key" done={steps.subKey} next={steps.provider && !steps.subKey}>
          <p className="soft">One for each tool, with the most it may spend a day or in total.</p>
          <Button kind={steps.provider && !steps.subKey ? 'primary' : 'plain'} onClick={() => dialogs.open({ kind: 'issue-key' })}>
            {steps.subKey ? 'Issue another' : 'Issue sub-key'}
          </Button>
        </Step>
        <Step number={3} title="Point a tool at it" done={steps.request} next={steps.provider && steps.subKey}>
          <p className="soft">Give the tool the sub-key as its API key, and this as its base URL:</p>
          <BaseUrls state={state} />
          {steps.provider && steps.subKey && (
            <p className="welcome-waiting" role="status">
              Waiting for the first request
            </p>
          )}
        </Step>
      </ol>
      {offersSimulation && (
        <footer className="welcome-footer">
          <p className="soft">No key at hand?</p>
          <SimulationButton />
        </footer>
      )}
    </section>
  );
}
