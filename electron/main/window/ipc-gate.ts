import type { IpcMain, IpcMainEvent, MessagePortMain, WebContents } from 'electron';
import { CONNECT_CHANNEL } from '../../channels.ts';
import { tellTerminal } from '../../tell-terminal.ts';

/** The parts of a message that the gate looks at. */
export interface InboundMessage {
  readonly sender: Pick<WebContents, 'id'>;
  /** Null when the frame has navigated or gone since it sent. */
  readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
  readonly ports: readonly MessagePortMain[];
}

export interface GateRules {
  /** True for the contents of a window we opened. */
  readonly isOurWindow: (webContentsId: number) => boolean;
  readonly isOurPage: (url: string) => boolean;
}

export type Verdict =
  | { readonly admitted: true; readonly port: MessagePortMain }
  | { readonly admitted: false; readonly reason: 'window' | 'frame' | 'page' | 'form' };

/** Sender first, then form. Messages on the port are then checked again by the contract's schemas. */
export function judge(message: InboundMessage, rules: GateRules): Verdict {
  const { sender, senderFrame, ports } = message;
  if (!rules.isOurWindow(sender.id)) return { admitted: false, reason: 'window' };
  if (!senderFrame || senderFrame.parent !== null) return { admitted: false, reason: 'frame' };
  if (!rules.isOurPage(senderFrame.url)) return { admitted: false, reason: 'page' };
  const [port, ...others] = ports;
  if (!port || others.length > 0) return { admitted: false, reason: 'form' };
  return { admitted: true, port };
}

/** The one place where messages from pages come in. */
export function openIpcGate(
  ipcMain: Pick<IpcMain, 'on'>,
  rules: GateRules,
  onConnect: (port: MessagePortMain) => void,
): void {
  ipcMain.on(CONNECT_CHANNEL, (event: IpcMainEvent) => {
    const verdict = judge(event, rules);
    if (verdict.admitted) {
      onConnect(verdict.port);
      return;
    }
    tellTerminal(`Refused a message from a page (${verdict.reason}).`);
    for (const port of event.ports) port.close();
  });
}
