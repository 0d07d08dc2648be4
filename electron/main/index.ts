import { app, ipcMain, Notification, protocol, session } from 'electron';
import { join } from 'node:path';
import { declareAppScheme, serveAppScheme } from './window/app-protocol.ts';
import { createDashboard } from './window/dashboard.ts';
import { hostStatusOf } from './window/desktop-facts.ts';
import { doAsAsked } from './window/do-as-asked.ts';
import { createDesktopTray } from './tray/desktop-tray.ts';
import type { DesktopTray } from './tray/desktop-tray.ts';
import { createDesktopGateway } from './gateway/gateway.ts';
import type { GatewayStatus } from './gateway/gateway-process.ts';
import { openIpcGate } from './window/ipc-gate.ts';
import { languageQuery } from './window/language-query.ts';
import { confineNavigation, confinePermissions } from './window/navigation.ts';
import { createPages } from './window/pages.ts';
import { createPassphraseView } from './secrets/passphrase-view.ts';
import { claimProfile } from './app/profile.ts';
import { DRAIN_MS, drainOnQuit } from './app/quit.ts';
import { createAppQuit } from './app/ask-before-quit.ts';
import type { StartAtLogin } from './app/autostart-file.ts';
import type { HostStatus } from '../../shared/settings/desktop.ts';
import { refuseDebugging } from './app/refuse-debugging.ts';
import { createRememberedChoice } from './secrets/remembered-choice.ts';
import { sandboxEveryPage } from './window/secure-window.ts';
import { readSettings } from './app/settings.ts';
import type { Settings } from './app/settings.ts';
import { createStartAtLogin, startedAtLogin } from './app/start-at-login.ts';
import { giveUp, handleUnexpected } from './app/unexpected.ts';
import { speakAsSystem } from './words/words.ts';
import { createWhenDown } from './gateway/when-down.ts';
import { createWhereKeysLive } from './secrets/where-keys-live.ts';

const out = join(import.meta.dirname, '..');

handleUnexpected();
declareAppScheme(protocol);
sandboxEveryPage(app);
try {
  refuseDebugging(app);
  const settings = readSettings(process.env);
  claimProfile(app, settings.dataFolder);
  // The second start ends here; the first one hears of it and comes to the front.
  if (app.requestSingleInstanceLock()) start(settings);
  else app.quit();
} catch (error) {
  giveUp(error);
}

function start({ dataFolder, port, secrets, rendererUrl, desktop, appImage }: Settings): void {
  const pages = createPages(app.isPackaged ? undefined : rendererUrl);
  let told: GatewayStatus | undefined;
  const dashboard = createDashboard(pages, join(out, 'preload', 'index.cjs'), () => languageQuery(app));

  confineNavigation(app, pages);
  openIpcGate(
    ipcMain,
    { isOurWindow: dashboard.owns, isOurPage: pages.isOurs },
    {
      onConnect: (pagePort) => gateway.connect(pagePort),
      onAsk: (ask) =>
        doAsAsked(ask, {
          host,
          tellWindow,
          startGateway: () => gateway.start(),
          restartGateway: () => gateway.restart(DRAIN_MS),
          keepKeysIn: keys.choose,
          startAtLogin: (on) => tray?.startAtLogin(on),
        }),
    },
  );

  const gateway = createDesktopGateway({
    entry: join(out, 'main', 'gateway-host.js'),
    config: { dataFolder, port, secrets: secrets ?? { kind: 'keychain' }, version: app.getVersion() },
    onChange(status, state) {
      tray?.show(status, state);
      if (status.kind === 'ready') passphrases.close();
      // The window hears of a status, and reads everything else from the gateway itself.
      if (status !== told) {
        told = status;
        if (status.kind === 'down') whenDown(status);
        tellWindow();
      }
    },
    onShowWindow: () => dashboard.open(),
  });
  const keys = createWhereKeysLive({
    told: secrets,
    remembered: createRememberedChoice(join(app.getPath('userData'), 'choices.json')),
    startGateway: gateway.start,
    stopGateway: () => gateway.stop(DRAIN_MS),
  });
  const passphrases = createPassphraseView({
    showWindow: dashboard.open,
    preload: join(out, 'preload', 'passphrase.cjs'),
    url: pages.passphraseUrl,
    onChange: tellWindow,
  });
  const whenDown = createWhenDown({ passphrases, startGateway: gateway.start, showWindow: () => dashboard.open() });
  const quit = createAppQuit(gateway.client, dashboard.window);
  let tray: DesktopTray | undefined;
  let startAtLogin: StartAtLogin | undefined;

  const host = (): HostStatus => hostStatusOf(gateway.status(), passphrases.isOpen());

  function tellWindow(): void {
    const startsAtLogin = startAtLogin?.isOn() ?? null;
    dashboard.tell({ host: host(), startsAtLogin, notifications: Notification.isSupported() });
  }

  drainOnQuit(app, gateway.stop);

  app.whenReady().then(show, giveUp);

  function show(): void {
    speakAsSystem(app.getPreferredSystemLanguages());
    serveAppScheme(protocol, join(out, 'renderer'));
    confinePermissions(session.defaultSession, pages);
    startAtLogin = createStartAtLogin(app, { platform: process.platform, execPath: process.execPath, appImage });
    tray = createDesktopTray(desktop, {
      openDashboard: (route) => void dashboard.open(route),
      restartGateway: () => gateway.start(),
      useKeychain: keys.useKeychain,
      keysElsewhere: keys.isElsewhere,
      quit: () => void quit(),
      gateway: gateway.client,
      window: dashboard.window,
      isWatched: dashboard.isWatched,
      startAtLogin,
      onStartAtLogin: tellWindow,
    });
    whenCalled(() => dashboard.open());
    gateway.start(keys.atStart());
    if (!startedAtLogin(app, process.platform)) dashboard.open();
  }
}

/** Purser was started again, or clicked in the dock. */
function whenCalled(open: () => void): void {
  app.on('second-instance', open);
  app.on('activate', open);
}
