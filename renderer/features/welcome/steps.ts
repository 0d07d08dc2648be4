import type { RequestView, StateView } from '../../../shared/contract/views.ts';

/** How far a newcomer has come. */
export interface Steps {
  readonly provider: boolean;
  readonly subKey: boolean;
  readonly request: boolean;
}

/** Which of the three first steps are done. */
export function stepsDone(state: StateView, recent: readonly RequestView[]): Steps {
  return {
    provider: state.providers.length > 0,
    subKey: state.keys.some((key) => key.state !== 'revoked'),
    request: recent.length > 0 || state.agents.some((agent) => agent.spentTotal > 0),
  };
}
