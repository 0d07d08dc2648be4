import { numberText } from '../../../state/time-and-money/number-text.ts';

/** Buttons of notices; the sentences are the gateway's own. */
export const notices = {
  pause: (agent: string) => `Pause ${agent}`,
  /** The button of the question whether a provider stops when its stream is left. */
  sayWhich: 'Choose',
  seeRequests: 'See its requests',
  dismiss: (notice: string) => `Dismiss: ${notice}`,
  /** Opens the notices behind the first one. */
  more: (notices: number) => `${numberText(notices)} more`,
  fewer: 'Show fewer',
  resume: (agent: string) => `Resume ${agent}`,
};
