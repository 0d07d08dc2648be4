import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { SecretsSetting } from '../host-messages.ts';
import { downQuestion } from './down-question.ts';
import type { DownStatus } from './down-question.ts';

export interface DownDialogTargets {
  /** The dashboard, if it is open: a question of its own could end up behind it. */
  readonly window: BrowserWindow | undefined;
  readonly startGateway: (secrets?: SecretsSetting) => void;
  readonly quit: () => void;
}

/** Tells the person that the gateway cannot run, and does what they answer. Needed where there is no tray to look at. */
export async function askWhenDown(status: DownStatus, targets: DownDialogTargets): Promise<void> {
  const { box, answers } = downQuestion(status);
  const { response } = await (targets.window ? dialog.showMessageBox(targets.window, box) : dialog.showMessageBox(box));
  switch (answers[response]) {
    case 'try-again':
      return targets.startGateway();
    case 'vault':
      return targets.startGateway({ kind: 'vault' });
    case 'memory':
      return targets.startGateway({ kind: 'memory' });
    case 'quit':
      return targets.quit();
    case 'later':
    case undefined:
  }
}
