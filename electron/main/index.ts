import { app, ipcMain, protocol, session } from 'electron';
import { join } from 'node:path';
import { declareAppScheme, serveAppScheme } from './app-protocol.ts';
import { createDashboard } from './dashboard.ts';
import { createDesktopTray } from './desktop-tray.ts';
import { askWhenDown } from './down-dialog.ts';
import { createDesktopGateway } from './gateway.ts';
import { openIpcGate } from './ipc-gate.ts';
import { languageQuery } from './language-query.ts';
import { confineNavigation, confinePermissions } from './navigation.ts';
import { createPages } from './pages.ts';
import { createPassphraseWindow } from './passphrase-window.ts';
import { claimProfile } from './profile.ts';
import { DRAIN_MS, drainOnQuit } from './quit.ts';
import { refuseDebugging } from './refuse-debugging.ts';
import { createRemembered } from './remembered.ts';
import { sandboxEveryPage } from './secure-window.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { createStartAtLogin, startedAtLogin } from './start-at-login.ts';
import { giveUp, handleUnexpected } from './unexpected.ts';
import { createWhenDown } from './when-down.ts';
import { createWhereKeysLive } from './where-keys-live.ts';

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
    remembered: createRemembered(join(app.getPath('userData'), 'choices.json')),
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
