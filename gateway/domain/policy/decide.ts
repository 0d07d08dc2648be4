import type { RefusalFact } from '../../../shared/refusals/refusal-facts.ts';
import { tell } from '../words/tell.ts';

/** The reason why a request may not pass. Each rule has a stable name; the sentence is for the person. */
export interface RuleRefusal {
  readonly rule: Rule;
  readonly message: string;
  /** The same as a code and values, where there is a code for it. */
  readonly about?: RefusalFact;
  /**
   * Seconds after which the same request may pass; set where only time is in the way, and a client does well to wait.
   */
  readonly retryAfterS?: number;
  /** The same where that is too long to wait: the client learns when, and gives up. */
  readonly opensInS?: number;
}

/** Stable names of the rules: clients see them as error codes, the audit log keeps them. */
export type Rule =
  | 'sub-key-paused'
  | 'agent-archived'
  | 'agent-paused'
  | 'everything-paused'
  | 'expired'
  | 'working-hours'
  | 'providers'
  | 'endpoints'
  | 'models'
  | 'hosted-tools'
  | 'mcp-servers'
  | 'mcp-tools'
  | 'mcp-arguments'
  | 'environment'
  | 'folder'
  | 'requests-per-minute'
  | 'tokens-per-minute'
  | 'parallel-requests';

/** The pauses that apply to a sub-key. */
export interface PauseState {
  readonly agent: string;
  readonly keyPaused: boolean;
  readonly agentArchived?: boolean;
  readonly agentPaused: boolean;
  /** Why Purser itself paused it; undefined when the person did. */
  readonly pausedBecause?: string | undefined;
  readonly everythingPaused: boolean;
}

/** Checks whether anything is paused. @returns the first rule that refuses, or undefined. */
export function decide(state: PauseState): RuleRefusal | undefined {
  if (state.everythingPaused) {
    return { rule: 'everything-paused', ...tell({ code: 'everything-paused' }) };
  }
  if (state.agentArchived === true) {
    return { rule: 'agent-archived', ...tell({ code: 'agent-archived', agent: state.agent }) };
  }
  if (state.agentPaused) {
    const { agent, pausedBecause: why } = state;
    return {
      rule: 'agent-paused',
      ...(why === undefined
        ? tell({ code: 'agent-paused', agent })
        : { message: `${agent} is paused in Purser: ${why}. Resume it in the tray or on the dashboard.` }),
    };
  }
  if (state.keyPaused) {
    return { rule: 'sub-key-paused', ...tell({ code: 'sub-key-paused', agent: state.agent }) };
  }
  return undefined;
}
