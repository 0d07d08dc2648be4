import type { IpcMain, IpcMainEvent, MessagePortMain, WebContents } from 'electron';
import { desktopAskSchema } from '../../../shared/settings/desktop.ts';
import type { DesktopAsk } from '../../../shared/settings/desktop.ts';
import { CONNECT_CHANNEL, DESKTOP_ASK_CHANNEL } from '../../channels.ts';
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

type Refusal = 'window' | 'frame' | 'page' | 'form';
export type Verdict =
  | { readonly admitted: true; readonly port: MessagePortMain }
  | { readonly admitted: false; readonly reason: Refusal };

/** Sender first, then form. Messages on the port are then checked again by the contract's schemas. */
export function judge(message: InboundMessage, rules: GateRules): Verdict {
  const reason = strangerIn(message, rules);
  if (reason !== undefined) return { admitted: false, reason };
  const [port, ...others] = message.ports;
  if (!port || others.length > 0) return { admitted: false, reason: 'form' };
  return { admitted: true, port };
}

/** The same for a wish of this machine. @returns why it is refused, or the wish */
export function judgeAsk(message: Omit<InboundMessage, 'ports'>, ask: unknown, rules: GateRules): DesktopAsk | Refusal {
  const reason = strangerIn(message, rules);
  if (reason !== undefined) return reason;
  return desktopAskSchema.safeParse(ask).data ?? 'form';
}

function strangerIn({ sender, senderFrame }: Omit<InboundMessage, 'ports'>, rules: GateRules): Refusal | undefined {
  if (!rules.isOurWindow(sender.id)) return 'window';
  if (!senderFrame || senderFrame.parent !== null) return 'frame';
  return rules.isOurPage(senderFrame.url) ? undefined : 'page';
}

/** The one place where messages from pages come in. */
export function openIpcGate(
  ipcMain: Pick<IpcMain, 'on'>,
  rules: GateRules,
  {
    onConnect,
    onAsk,
  }: { readonly onConnect: (port: MessagePortMain) => void; readonly onAsk: (ask: DesktopAsk) => void },
): void {
  ipcMain.on(DESKTOP_ASK_CHANNEL, (event: IpcMainEvent, message: unknown) => {
    const ask = judgeAsk(event, message, rules);
    if (typeof ask === 'string') tellTerminal(`Refused a message from a page (${ask}).`);
    else onAsk(ask);
  });
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
