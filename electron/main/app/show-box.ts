import { dialog } from 'electron';
import type { BrowserWindow, MessageBoxOptions, MessageBoxReturnValue } from 'electron';

/** Asks in a box of the desktop; over the window, where there is one: a question of its own could end up behind it. */
export function showBox(box: MessageBoxOptions, window: BrowserWindow | undefined): Promise<MessageBoxReturnValue> {
  return window ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box);
}
