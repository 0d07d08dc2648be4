/** The reason why a request may not pass. Each rule has a stable name; the sentence is for the person. */
export interface RuleRefusal {
  readonly rule: Rule;
  readonly message: string;
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
    return {
      rule: 'everything-paused',
      message: 'Everything is paused in Purser. Resume it in the tray or with `purser resume`.',
    };
  }
  if (state.agentArchived === true) {
    return {
      rule: 'agent-archived',
      message:
        `${state.agent} is archived in Purser. Bring it back on the dashboard or with ` +
        `\`purser agent archive "${state.agent}" --undo\`.`,
    };
  }
  if (state.agentPaused) {
    return {
      rule: 'agent-paused',
      message:
        `${state.agent} is paused in ` +
        `Purser${state.pausedBecause === undefined ? '' : `: ${state.pausedBecause}`}. Resume it in the tray ` +
        `or on the dashboard.`,
    };
  }
  if (state.keyPaused) {
    return {
      rule: 'sub-key-paused',
      message: `This sub-key of ${state.agent} is paused. Resume it on the dashboard or with \`purser key resume\`.`,
    };
  }
  return undefined;
}
