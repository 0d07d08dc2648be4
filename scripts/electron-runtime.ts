import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, runCommand } from './run-command.ts';

/** A folder that holds Electron's executable, or why there is none. */
export type ElectronRuntime =
  | { readonly found: true; readonly folder: string; readonly executable: string }
  | { readonly found: false; readonly why: string };

const installed = join(root, 'node_modules', 'electron', 'dist');
const PROBE_TIMEOUT_MS = 8_000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;

/** The executable's place inside a runtime folder. */
export function executableIn(folder: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return join(folder, 'electron.exe');
  return platform === 'darwin'
    ? join(folder, 'Electron.app', 'Contents', 'MacOS', 'Electron')
    : join(folder, 'electron');
}

/** A runtime that is already on this machine: handed in by `ELECTRON_OVERRIDE_DIST_PATH`, or downloaded before. */
export function presentRuntime(): ElectronRuntime {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const folder = override ?? installed;
  if (existsSync(executableIn(folder)) && (override !== undefined || isComplete())) {
    return { found: true, folder, executable: executableIn(folder) };
  }
  const why =
    override === undefined
      ? "Electron's runtime is not downloaded"
      : `there is no Electron in ELECTRON_OVERRIDE_DIST_PATH (${override})`;
  return { found: false, why };
}

/** An interrupted download leaves a folder, but not this file. */
function isComplete(): boolean {
  const path = join(root, 'node_modules', 'electron', 'path.txt');
  return existsSync(path) && readFileSync(path, 'utf8') !== '';
}

/** The runtime that is there, else Electron's own download. Quick to say no where its server is blocked. */
export async function findOrDownloadRuntime(): Promise<ElectronRuntime> {
  const present = presentRuntime();
  if (present.found || process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined) return present;
  if (!(await serverAnswers()))
    return { found: false, why: "Electron's runtime is not here and its download server does not answer" };
  console.log("Fetching Electron's runtime (about 110 MB, once)...");
  const install = join(root, 'node_modules', 'electron', 'install.js');
  const done = await runCommand('node', [install], { keep: true, timeoutMs: DOWNLOAD_TIMEOUT_MS });
  const after = presentRuntime();
  return done.code === 0 || after.found ? after : { found: false, why: "Electron's own download failed" };
}

async function serverAnswers(): Promise<boolean> {
  const mirrored = [
    'ELECTRON_MIRROR',
    'NPM_CONFIG_ELECTRON_MIRROR',
    'npm_config_electron_mirror',
    'HTTPS_PROXY',
    'https_proxy',
  ];
  // Behind a mirror or a proxy only the download itself can tell.
  if (mirrored.some((name) => process.env[name])) return true;
  try {
    await fetch('https://github.com', { method: 'HEAD', signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    return true;
  } catch {
    return false;
  }
}
