import type { MessageBoxOptions } from 'electron';

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
  const detail =
    agent === undefined
      ? `This ends ${subKeys === 1 ? 'the one sub-key there is' : `all ${subKeys} sub-keys`} and cuts every running request.\n\nIt cannot be undone: each tool needs a new sub-key afterwards. Provider keys and the record of what was spent stay.\n\nTo stop spending for a while only, choose “Pause everything” instead.`
      : `This ends ${subKeys === 1 ? 'its one sub-key' : `its ${subKeys} sub-keys`} and cuts its running requests.\n\nIt cannot be undone: ${agent} needs a new sub-key afterwards. The record of what it spent stays.\n\nTo stop it for a while only, take away the tick at “May spend” instead.`;
  const buttons = ['Cancel', agent === undefined ? 'Revoke everything' : 'Revoke'];
  const box: MessageBoxOptions = {
    type: 'warning',
    title: 'Purser',
    message: `Revoke ${agent ?? 'everything'}?`,
    detail,
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  return { box, yes: buttons.length - 1 };
}
