import type { MessageBoxOptions } from 'electron';

interface RevokeQuestion {
  readonly box: MessageBoxOptions;
  /** Which button means yes; every other answer, and closing the window, means no. */
  readonly yes: number;
}

/** What a person is asked before every sub-key is revoked. Escape and Enter both change nothing. */
export function revokeQuestion(subKeys: number): RevokeQuestion {
  const count = subKeys === 1 ? 'the one sub-key there is' : `all ${subKeys} sub-keys`;
  const buttons = ['Cancel', 'Revoke everything'];
  const box: MessageBoxOptions = {
    type: 'warning',
    title: 'Purser',
    message: 'Revoke everything?',
    detail: `This ends ${count} and cuts every running request.\n\nIt cannot be undone: each tool needs a new sub-key afterwards. Provider keys and the record of what was spent stay.\n\nTo stop spending for a while only, choose “Pause everything” instead.`,
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  return { box, yes: buttons.length - 1 };
}
