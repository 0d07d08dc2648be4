import { dialog, Notification } from 'electron';
import type { BrowserWindow } from 'electron';
import { notificationBody } from '../app/plain-text.ts';
import { revokeQuestion } from './revoke-question.ts';
import { words } from '../app/words.ts';

/**
 * Asks before sub-keys are revoked: those of one agent, or all. @param window the dashboard, if it is open: a question
 * of its own could end up behind it.
 */
export async function askToRevoke(
  subKeys: number,
  agent: string | undefined,
  window: BrowserWindow | undefined,
): Promise<boolean> {
  const { box, yes } = revokeQuestion(subKeys, agent);
  const { response } = await (window ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box));
  return response === yes;
}

/** Tells the result where the person looks. The tray says it too: a desktop may show no notifications. */
export function notifyRevoked(sentence: string): void {
  if (Notification.isSupported())
    new Notification({ title: words.notifications.revoked, body: notificationBody(sentence, process.platform) }).show();
}
