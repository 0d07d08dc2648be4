import { Notification, shell } from 'electron';
import type { DesktopAsk, Elsewhere, HostStatus } from '../../../shared/settings/desktop.ts';
import { words } from '../words/words.ts';
import { tellTerminal } from '../../tell-terminal.ts';

export interface AskTargets {
  readonly host: () => HostStatus;
  readonly tellWindow: () => void;
  readonly startGateway: () => void;
  readonly restartGateway: () => Promise<void>;
  readonly keepKeysIn: (place: Elsewhere) => void;
  readonly startAtLogin: (on: boolean) => void;
}

/** Does what a person wished for in the window. The window is told of what came of it as of every other change. */
export function doAsAsked(ask: DesktopAsk, targets: AskTargets): void {
  switch (ask.ask) {
    case 'facts':
      return targets.tellWindow();
    case 'start-gateway':
      return targets.startGateway();
    case 'restart-gateway':
      targets.restartGateway().catch((error: unknown) => tellTerminal('The gateway could not be restarted.', error));
      return;
    case 'keep-keys-in': {
      const host = targets.host();
      // Where keys live is a question only while there is no place for them: no page may move them at another time.
      if (host.kind === 'down' && host.needs === 'place-for-keys') targets.keepKeysIn(ask.place);
      return;
    }
    case 'start-at-login':
      return targets.startAtLogin(ask.on);
    case 'test-notification':
      return new Notification({ title: words.notifications.test, body: words.notifications.testBody }).show();
    case 'open-login':
      shell
        .openExternal(ask.url)
        .catch((error: unknown) => tellTerminal('The page of the login could not be opened.', error));
  }
}
