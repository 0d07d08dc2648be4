import type { MessageBoxOptions } from 'electron';
import { clippedName } from '../../../shared/visible-text.ts';
import { dialogText } from '../app/plain-text.ts';
import { words } from '../words/words.ts';

const LONGEST_NAME = 60;

interface RevokeQuestion {
  readonly box: MessageBoxOptions;
  /** Which button means yes; every other answer, and closing the window, means no. */
  readonly yes: number;
}

/**
 * The question to a person before sub-keys are revoked. Escape and Enter both change nothing.
 * @param agentName whose they are; left out: every sub-key there is
 */
export function revokeQuestion(subKeys: number, agentName?: string): RevokeQuestion {
  const { revoke } = words;
  const agent = agentName === undefined ? undefined : clippedName(agentName, LONGEST_NAME);
  const detail = agent === undefined ? revoke.everythingWhat(subKeys) : revoke.agentWhat(agent, subKeys);
  const buttons = [revoke.no, agent === undefined ? revoke.everythingYes : revoke.agentYes];
  const box: MessageBoxOptions = {
    type: 'warning',
    title: words.app,
    message: dialogText(agent === undefined ? revoke.everything : revoke.agent(agent)),
    detail: dialogText(detail),
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  return { box, yes: buttons.length - 1 };
}
