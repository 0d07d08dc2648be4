import type { App, WebPreferences } from 'electron';

/**
 * The preferences of every window of Purser: a page without Node in a process of its own, walled off from the preload
 * script.
 * @param devTools tools that read and change a page: for who builds Purser, not in the app that people have
 */
export function secureWindow(preload: string, devTools: boolean): WebPreferences {
  return {
    preload,
    devTools,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  };
}

/** The part of Electron's app that puts pages into the sandbox. */
export interface SandboxedApp extends Pick<App, 'enableSandbox'> {
  readonly commandLine: Pick<App['commandLine'], 'hasSwitch'>;
}

/**
 * Every page is in a sandbox, also one that nobody thought of. Before the app is ready. Where a person said
 * `--no-sandbox`, as root in a container must, none of Chromium's processes could start with one: then this asks for
 * none.
 */
export function sandboxEveryPage(app: SandboxedApp): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}
