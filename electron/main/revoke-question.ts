import type { MessageBoxOptions } from 'electron';
import { words } from './words.ts';

interface RevokeQuestion {
  readonly box: MessageBoxOptions;
  /** Which button means yes; every other answer, and closing the window, means no. */
  readonly yes: number;
}

/**
 * What a person is asked before sub-keys are revoked. Escape and Enter both change nothing.
 * @param agent whose they are; left out: every sub-key there is
 */
export function revokeQuestion(subKeys: number, agent?: string): RevokeQuestion {
  const { revoke } = words;
  const detail = agent === undefined ? revoke.everythingWhat(subKeys) : revoke.agentWhat(agent, subKeys);
  const buttons = [revoke.no, agent === undefined ? revoke.everythingYes : revoke.agentYes];
  const box: MessageBoxOptions = {
    type: 'warning',
    title: words.app,
    message: agent === undefined ? revoke.everything : revoke.agent(agent),
    detail,
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  return { box, yes: buttons.length - 1 };
}
