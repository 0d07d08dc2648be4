import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { downQuestion } from './down-question.ts';
import type { DownStatus } from './down-question.ts';
import type { ElsewhereSecrets } from '../secrets/remembered-choice.ts';

export interface DownDialogTargets {
  /** The dashboard, if it is open: a question of its own could end up behind it. */
  readonly window: BrowserWindow | undefined;
  readonly startGateway: () => void;
  readonly chooseSecrets: (elsewhere: ElsewhereSecrets) => void;
  readonly quit: () => void;
}

/**
 * Tells the person that the gateway cannot run, and does what they answer. Needed where there is no tray to look at.
 */
export async function askWhenDown(status: DownStatus, targets: DownDialogTargets): Promise<void> {
  const { box, answers } = downQuestion(status);
  const { response } = await (targets.window ? dialog.showMessageBox(targets.window, box) : dialog.showMessageBox(box));
  switch (answers[response]) {
    case 'try-again':
      return targets.startGateway();
    case 'vault':
      return targets.chooseSecrets('vault');
    case 'memory':
      return targets.chooseSecrets('memory');
    case 'quit':
      return targets.quit();
    case 'later':
    case undefined:
  }
}
