import { nativeTheme, WebContentsView } from 'electron';
import type { BrowserWindow } from 'electron';
import { z } from 'zod';
import { PASSPHRASE_CHANNEL } from '../../passphrase-channel.ts';
import { tellTerminal } from '../../tell-terminal.ts';
import { secureWindow } from '../window/secure-window.ts';
import { passphraseQuery } from './passphrase-query.ts';

const answerSchema = z.string().min(1).max(1024).nullable();

/** Asks for the vault's passphrase, over the dashboard. */
export interface PassphraseView {
  /**
   * Asks, or brings the open question to the front.
   * @param why what was wrong with the last one; empty at first
   * @param onAnswer is not called when the person cancels, or closes the window
   */
  readonly ask: (isNew: boolean, why: string, onAnswer: (passphrase: string) => void) => void;
  /** Takes the question back: nobody has to answer it any more. */
  readonly close: () => void;
  readonly isOpen: () => boolean;
}

export interface PassphraseViewParts {
  /** Opens the dashboard, or brings it to the front. */
  readonly showWindow: () => BrowserWindow;
  readonly preload: string;
  /** The address of its page, without words. */
  readonly url: string;
  /** Called when a question begins and when it ends. */
  readonly onChange: () => void;
}

/**
 * A page of its own inside the dashboard's window, in a process of its own: the dashboard never sees what is typed. It
 * goes from here to main, over a channel of this page alone, and on to the gateway process: never by argument,
 * environment or file. The page goes with its answer.
 */
export function createPassphraseView({ showWindow, preload, url, onChange }: PassphraseViewParts): PassphraseView {
  let open: { readonly view: WebContentsView; readonly remove: () => void } | undefined;

  function close(): void {
    const closing = open;
    if (!closing) return;
    open = undefined;
    closing.remove();
    onChange();
  }

  function show(window: BrowserWindow): WebContentsView {
    const view = new WebContentsView({ webPreferences: secureWindow(preload, false) });
    view.setBackgroundColor(nativeTheme.shouldUseDarkColors ? '#0c0d0f' : '#f6f6f7');
    const fit = (): void => {
      const { width, height } = window.getContentBounds();
      view.setBounds({ x: 0, y: 0, width, height });
    };
    fit();
    window.contentView.addChildView(view);
    window.on('resize', fit);
    window.on('focus', focus);
    window.once('closed', close);
    function focus(): void {
      view.webContents.focus();
    }
    open = {
      view,
      remove() {
        if (window.isDestroyed()) return;
        window.off('resize', fit);
        window.off('focus', focus);
        window.off('closed', close);
        window.contentView.removeChildView(view);
        view.webContents.close();
        window.webContents.focus();
      },
    };
    return view;
  }

  return {
    isOpen: () => open !== undefined,
    close,
    ask(isNew, why, onAnswer) {
      const window = showWindow();
      if (open) {
        open.view.webContents.focus();
        return;
      }
      const { webContents } = show(window);
      webContents.ipc.on(PASSPHRASE_CHANNEL, (event, message: unknown) => {
        const answer = answerSchema.safeParse(message);
        if (event.senderFrame !== webContents.mainFrame || !answer.success) return;
        close();
        if (answer.data !== null) onAnswer(answer.data);
      });
      webContents.once('did-finish-load', () => webContents.focus());
      webContents
        .loadURL(url + passphraseQuery(isNew, why))
        .catch((error: unknown) => tellTerminal('The question for the passphrase did not load.', error));
      onChange();
    },
  };
}
