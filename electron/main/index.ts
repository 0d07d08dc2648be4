import { app, ipcMain, protocol, session } from 'electron';
import { join } from 'node:path';
import { declareAppScheme, serveAppScheme } from './window/app-protocol.ts';
import { createDashboard } from './window/dashboard.ts';
import { createDesktopTray } from './tray/desktop-tray.ts';
import { askWhenDown } from './gateway/down-dialog.ts';
import { createDesktopGateway } from './gateway/gateway.ts';
import { openIpcGate } from './window/ipc-gate.ts';
import { languageQuery } from './window/language-query.ts';
import { confineNavigation, confinePermissions } from './window/navigation.ts';
import { createPages } from './window/pages.ts';
import { createPassphraseWindow } from './secrets/passphrase-window.ts';
import { claimProfile } from './app/profile.ts';
import { DRAIN_MS, drainOnQuit } from './app/quit.ts';
import { refuseDebugging } from './app/refuse-debugging.ts';
import { createRememberedChoice } from './secrets/remembered-choice.ts';
import { sandboxEveryPage } from './window/secure-window.ts';
import { readSettings } from './app/settings.ts';
import type { Settings } from './app/settings.ts';
import { createStartAtLogin, startedAtLogin } from './app/start-at-login.ts';
import { giveUp, handleUnexpected } from './app/unexpected.ts';
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
  const quit = (): void => app.quit();
  const dashboard = createDashboard(pages, join(out, 'preload', 'index.cjs'), () => languageQuery(app));

  confineNavigation(app, pages);
  openIpcGate(ipcMain, { isOurWindow: dashboard.owns, isOurPage: pages.isOurs }, (pagePort) =>
    gateway.connect(pagePort),
  );

  const gateway = createDesktopGateway({
    entry: join(out, 'main', 'gateway-host.js'),
    config: { dataFolder, port, secrets: secrets ?? { kind: 'keychain' }, version: app.getVersion() },
    onChange(status, state) {
      tray?.show(status, state);
      if (status.kind === 'down') whenDown(status);
    },
  });
  const keys = createWhereKeysLive({
    told: secrets,
    remembered: createRememberedChoice(join(app.getPath('userData'), 'choices.json')),
    startGateway: gateway.start,
    stopGateway: () => gateway.stop(DRAIN_MS),
  });
  const whenDown = createWhenDown({
    passphrases: createPassphraseWindow(join(out, 'preload', 'passphrase.cjs')),
    startGateway: gateway.start,
    askPerson: (status) =>
      void askWhenDown(status, {
        window: dashboard.window(),
        startGateway: () => gateway.start(),
        chooseSecrets: keys.choose,
        quit,
      }),
  });
  let tray: ReturnType<typeof createDesktopTray> | undefined;

  // Without a listener Electron would quit with the last window; the gateway must serve on.
  app.on('window-all-closed', () => undefined);
  drainOnQuit(app, gateway.stop);

  app.whenReady().then(show, giveUp);

  function show(): void {
    serveAppScheme(protocol, join(out, 'renderer'));
    confinePermissions(session.defaultSession, pages);
    tray = createDesktopTray(desktop, {
      openDashboard: dashboard.open,
      restartGateway: () => gateway.start(),
      useKeychain: keys.useKeychain,
      keysElsewhere: keys.isElsewhere,
      quit,
      gateway: gateway.client,
      window: dashboard.window,
      isWatched: dashboard.isWatched,
      startAtLogin: createStartAtLogin(app, { platform: process.platform, execPath: process.execPath, appImage }),
    });
    app.on('second-instance', () => dashboard.open());
    app.on('activate', () => dashboard.open());
    gateway.start(keys.atStart());
    if (!startedAtLogin(app, process.platform)) dashboard.open();
  }
}
