import { dialog, Menu, nativeTheme, Notification, Tray } from 'electron';
import type { BrowserWindow } from 'electron';
import type { StateView } from '../../../shared/contract/views.ts';
import type { AgentDot } from './agent-dot.ts';
import { agentDotImage } from './agent-dot-image.ts';
import type { StartAtLogin } from '../app/autostart-file.ts';
import type { GatewayStatus } from '../gateway/gateway-process.ts';
import { setMenuBar } from './menu-bar.ts';
import { createNews } from '../app/news.ts';
import { isWanted } from '../app/is-wanted.ts';
import { createNotifier } from '../app/notifier.ts';
import { createRevokeConfirmation, notifyRevoked } from './revoke-dialog.ts';
import { dialogText } from '../app/plain-text.ts';
import { runAction } from './run-action.ts';
import type { ActionTargets } from './run-action.ts';
import { trayIcon } from './tray-icons.ts';
import type { TrayAction } from './tray-items.ts';
import { trayView } from './tray-model.ts';
import type { TrayIcon } from './tray-model.ts';
import { createTrayPainter } from './tray.ts';
import { speak, words } from '../words/words.ts';

/** A busy gateway tells its state many times a second; nobody reads a menu that fast. */
const DRAW_EVERY_MS = 250;
/** See menu-pace.ts: Linux replaces the whole menu. */
const AMOUNTS_EVERY_MS = process.platform === 'linux' ? 5_000 : 0;
const LOOK_AGAIN_MS = 60_000;
/** How long the result of a click is news. */
const NEWS_MS = 15_000;

export interface DesktopTray {
  /** Starts Purser at login, or not any more. @throws Error when it cannot be set */
  readonly startAtLogin: (on: boolean) => void;
  readonly show: (status: GatewayStatus, state: StateView | undefined) => void;
}

interface TrayTargets extends Omit<ActionTargets, 'confirmRevoke' | 'tellRevoked' | 'startAtLogin'> {
  /** The dashboard, if it is open. */
  readonly window: () => BrowserWindow | undefined;
  readonly isWatched: () => boolean;
  /** Provider keys live elsewhere than in the keychain, because the person chose so in the app. */
  readonly keysElsewhere: () => boolean;
  /** Undefined where this machine offers no way. */
  readonly startAtLogin: StartAtLogin | undefined;
  /** Called when it was switched. */
  readonly onStartAtLogin: () => void;
}

/** The tray and the menu bar, drawn from the gateway's state; a click that fails says why. */
export function createDesktopTray(desktop: string, targets: TrayTargets): DesktopTray {
  const image = (icon: TrayIcon) =>
    trayIcon(icon, { platform: process.platform, desktop, dark: nativeTheme.shouldUseDarkColors });
  const tray = new Tray(image('waiting'));
  const dotImage = (dot: AgentDot) => agentDotImage(dot, nativeTheme.shouldUseDarkColors);
  const painter = createTrayPainter({
    tray,
    image,
    dotImage,
    buildMenu: (template) => Menu.buildFromTemplate(template),
    setMenuBar: (items) => setMenuBar(items, onAction),
    onAction,
    amountsEveryMs: AMOUNTS_EVERY_MS,
  });
  const news = createNews();
  const notifier = createNotifier({
    create: (options) => new Notification(options),
    platform: process.platform,
    isWatched: targets.isWatched,
    isWanted: (topic) => latest.state !== undefined && isWanted(latest.state, topic, Date.now()),
    onAction,
  });
  let latest: { readonly status: GatewayStatus; readonly state: StateView | undefined } = {
    status: { kind: 'starting' },
    state: undefined,
  };
  let startsAtLogin = targets.startAtLogin?.isOn();
  let pending: NodeJS.Timeout | undefined;
  const confirmRevoke = createRevokeConfirmation(() => latest.state, targets.window);
  const said = createTimedText(drawSoon);

  function onAction(action: TrayAction): void {
    runAction(action, { ...targets, confirmRevoke, tellRevoked, startAtLogin }).catch((error: unknown) => {
      painter.redraw();
      tellFailure(error, targets.window());
    });
  }

  function tellRevoked(sentence: string): void {
    notifyRevoked(sentence);
    said.say(sentence);
  }

  function startAtLogin(on: boolean): void {
    targets.startAtLogin?.set(on);
    // The machine's own answer, not the wish.
    startsAtLogin = targets.startAtLogin?.isOn();
    draw();
    targets.onStartAtLogin();
  }

  function draw(): void {
    painter.draw(
      trayView(latest.status, latest.state, {
        said: said.now(),
        startsAtLogin,
        keysElsewhere: targets.keysElsewhere(),
        now: Date.now(),
      }),
    );
  }

  function drawSoon(): void {
    pending ??= setTimeout(() => {
      pending = undefined;
      draw();
    }, DRAW_EVERY_MS);
  }

  nativeTheme.on('updated', painter.redraw);
  // Caps and sub-keys expire without a word from the gateway.
  setInterval(drawSoon, LOOK_AGAIN_MS);
  if (process.platform !== 'darwin') tray.on('click', () => targets.openDashboard());

  return {
    startAtLogin,
    show(status, state) {
      latest = { status, state };
      if (state) speak(state.settings.language);
      if (state && Notification.isSupported()) notifier.tell(news.take(state));
      drawSoon();
    },
  };
}

/** The result of the latest click, for as long as it is news. @param onChange called when it begins and when it ends */
function createTimedText(onChange: () => void): { say(sentence: string): void; now(): string | undefined } {
  let said: string | undefined;
  return {
    now: () => said,
    say(sentence) {
      said = sentence;
      onChange();
      setTimeout(() => {
        if (said === sentence) said = undefined;
        onChange();
      }, NEWS_MS);
    },
  };
}

/** Not `showErrorBox`: that one stops the whole process until it is answered, and the tray with it. */
function tellFailure(error: unknown, window: BrowserWindow | undefined): void {
  const box = {
    type: 'error',
    title: words.app,
    message: words.couldNot,
    detail: dialogText(words.told(error instanceof Error ? error.message : String(error))),
  } as const;
  void (window ? dialog.showMessageBox(window, box) : dialog.showMessageBox(box));
}
