import { dialog, Notification } from 'electron';
import type { BrowserWindow } from 'electron';
import type { StateView } from '../../../shared/contract/views.ts';
import type { AgentId } from '../../../shared/ids.ts';
import { notificationBody } from '../app/plain-text.ts';
import { words } from '../words/words.ts';
import { revokeQuestion } from './revoke-question.ts';
import { usableKeys } from './tray-agents.ts';

/**
 * Asks before sub-keys are revoked, those of one agent or all: one question at a time, however often the item is
 * clicked.
 * @param window the dashboard, if it is open: a question of its own could end up behind it.
 */
export function createRevokeConfirmation(
  latest: () => StateView | undefined,
  window: () => BrowserWindow | undefined,
): (agentId?: AgentId) => Promise<boolean> {
  let asking = false;
  return async (agentId) => {
    const state = latest();
    const agent = state?.agents.find(({ id }) => id === agentId);
    // An agent that is gone has nothing left to revoke.
    if (asking || !state || (agentId !== undefined && !agent)) return false;
    asking = true;
    try {
      return await ask(usableKeys(state.keys, agent), agent?.name, window());
    } finally {
      asking = false;
    }
  };
}

async function ask(subKeys: number, agent: string | undefined, window: BrowserWindow | undefined): Promise<boolean> {
  const { box, yes } = revokeQuestion(subKeys, agent);
  const { response } = await (window ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box));
  return response === yes;
}

/** Tells the result where the person looks. The tray says it too: a desktop may show no notifications. */
export function notifyRevoked(sentence: string): void {
  if (Notification.isSupported())
    new Notification({ title: words.notifications.revoked, body: notificationBody(sentence, process.platform) }).show();
}
