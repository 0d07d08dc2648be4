import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { refuseDebugging } from './refuse-debugging.ts';
import type { StartedApp } from './refuse-debugging.ts';
import { sandboxEveryPage, secureWindow } from '../window/secure-window.ts';

const startedWith = (isPackaged: boolean, ...switches: readonly string[]): StartedApp => ({
  isPackaged,
  commandLine: { hasSwitch: (name) => switches.includes(name) },
});

test.each(['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'js-flags'])(
  'the app that people have does not start with --%s',
  (door) => {
    expect(() => refuseDebugging(startedWith(true, 'no-sandbox', door))).toThrow(
      `Purser does not start with --${door}`,
    );
    expect(() => refuseDebugging(startedWith(false, door))).not.toThrow();
  },
);

test('without one it starts', () => {
  expect(() => refuseDebugging(startedWith(true, 'no-sandbox', 'ozone-platform'))).not.toThrow();
});

test('its windows have no tools for developers, nor Node', () => {
  expect(secureWindow('preload.cjs', false)).toEqual({
    preload: 'preload.cjs',
    devTools: false,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  });
});

test('every page is in a sandbox, unless none can be had', () => {
  const enabled = (...switches: readonly string[]): boolean => {
    let is = false;
    sandboxEveryPage({
      commandLine: startedWith(true, ...switches).commandLine,
      enableSandbox: () => void (is = true),
    });
    return is;
  };
  expect([enabled(), enabled('no-sandbox')]).toEqual([true, false]);
});

test('every window is opened so', () => {
  for (const file of ['../window/dashboard.ts', '../secrets/passphrase-view.ts']) {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    expect([
      file,
      text.match(/new (?:BrowserWindow|WebContentsView)\(/g)?.length,
      text.match(/webPreferences: secureWindow\(/g)?.length,
    ]).toEqual([file, 1, 1]);
  }
});

test('its fuses are set: Node is not to be had from outside, and code comes from the checked archive alone', () => {
  const { electronFuses } = z
    .object({ electronFuses: z.record(z.string(), z.boolean()) })
    .parse(parse(readFileSync(join(import.meta.dirname, '..', '..', '..', 'electron-builder.yml'), 'utf8')));
  expect(electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
});
