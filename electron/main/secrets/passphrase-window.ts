import { BrowserWindow } from 'electron';
import { z } from 'zod';
import { PASSPHRASE_CHANNEL } from '../../passphrase-channel.ts';
import { tellTerminal } from '../../tell-terminal.ts';
import { passphrasePageUrl } from './passphrase-page.ts';
import { secureWindow } from '../window/secure-window.ts';

const passphraseSchema = z.string().min(1).max(1024);

/** Asks for the vault's passphrase in a small window. */
export interface PassphraseWindow {
  /**
   * Opens it, or brings the open one to the front.
   * @param why what was wrong with the last one; empty at first
   * @param onAnswer is not called when the person closes the window instead
   */
  readonly ask: (isNew: boolean, why: string, onAnswer: (passphrase: string) => void) => void;
}

/**
 * The typed text goes from this window to main, over a channel of this window alone, and on to the gateway process:
 * never by argument, environment or file.
 */
export function createPassphraseWindow(preload: string): PassphraseWindow {
  let open: BrowserWindow | undefined;
  return {
    ask(isNew, why, onAnswer) {
      if (open) {
        open.focus();
        return;
      }
      const window = new BrowserWindow({
        width: 440,
        height: isNew ? 380 : 310,
        useContentSize: true,
        resizable: false,
        maximizable: false,
        fullscreenable: false,
        title: 'Purser',
        autoHideMenuBar: true,
        webPreferences: secureWindow(preload, false),
      });
      open = window;
      window.on('closed', () => (open = undefined));
      window.webContents.ipc.on(PASSPHRASE_CHANNEL, (event, message: unknown) => {
        const passphrase = passphraseSchema.safeParse(message);
        if (event.senderFrame !== window.webContents.mainFrame || !passphrase.success) return;
        window.destroy();
        onAnswer(passphrase.data);
      });
      window
        .loadURL(passphrasePageUrl(isNew, why))
        .catch((error: unknown) => tellTerminal('The passphrase window did not load.', error));
    },
  };
}
