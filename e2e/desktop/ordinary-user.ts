import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** `nobody` on Linux: owns nothing, and needs no account to be made. */
const NOBODY = 65_534;

/** How to start Electron as somebody who is not root, so that Chromium's sandbox is on. */
export interface OrdinaryUser {
  readonly executable: string;
  readonly appFolder: string;
  /** Gives a folder to that user. */
  readonly own: (folder: string) => void;
  readonly cleanUp: () => void;
}

/** When the tests run as root, steps down to `nobody`; otherwise the person running them is ordinary enough. */
export function becomeOrdinary(executable: string, appFolder: string): OrdinaryUser {
  if (process.getuid?.() !== 0) {
    return { executable, appFolder, own: () => undefined, cleanUp: () => undefined };
  }
  const stage = mkdtempSync(join(tmpdir(), 'purser-ordinary-'));
  chmodSync(stage, 0o755);
  const runtime = isOpenToAll(dirname(executable)) ? executable : stageRuntime(executable, stage);
  const launcher = join(stage, 'electron-as-nobody');
  writeFileSync(
    launcher,
    `#!/bin/sh\nexec setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups --inh-caps=-all -- '${runtime}' "$@"\n`,
    { mode: 0o755 },
  );
  return {
    executable: launcher,
    appFolder: isOpenToAll(appFolder) ? appFolder : stageApp(appFolder, stage),
    own: (folder) => chownSync(folder, NOBODY, NOBODY),
    cleanUp: () => rmSync(stage, { recursive: true, force: true }),
  };
}

/** True when everybody may enter the folder and every folder above it. */
function isOpenToAll(folder: string): boolean {
  const open = (statSync(folder).mode & 0o005) === 0o005;
  return open && (dirname(folder) === folder || isOpenToAll(dirname(folder)));
}

/** `cp` because it keeps the setuid bit of chrome-sandbox; hard links where they can be, as it is 250 MB. */
function stageRuntime(executable: string, stage: string): string {
  const copy = join(stage, 'runtime');
  try {
    execFileSync('cp', ['-al', dirname(executable), copy], { stdio: 'ignore' });
  } catch {
    rmSync(copy, { recursive: true, force: true });
    execFileSync('cp', ['-a', dirname(executable), copy]);
  }
  chmodSync(copy, 0o755);
  return join(copy, 'electron');
}

/** The built app and the native modules it loads. */
function stageApp(appFolder: string, stage: string): string {
  const copy = join(stage, 'app');
  const parts = [
    'package.json',
    'out',
    'resources',
    ...['sqlite3', 'bindings', 'file-uri-to-path', '@napi-rs'].map((name) => `node_modules/${name}`),
  ];
  for (const part of parts) {
    mkdirSync(dirname(join(copy, part)), { recursive: true });
    cpSync(join(appFolder, part), join(copy, part), { recursive: true });
  }
  return copy;
}
