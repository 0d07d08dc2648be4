import { spawnSync } from 'node:child_process';

/**
 * System packages, the Debian way. Plain JavaScript because the install script needs it on Node 20, before
 * anything newer is there.
 */

/** @param {string} command @param {readonly string[]} args */
function quiet(command, args) {
  return spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** True where apt decides what is installed. */
export function hasApt() {
  return process.platform === 'linux' && quiet('apt-get', ['--version']).status === 0;
}

/** @param {string} name */
function isInstalled(name) {
  return quiet('dpkg-query', ['-W', '-f', '${db:Status-Status}', name]).stdout === 'installed';
}

/**
 * The packages that are not installed. Newer Debians carry some libraries as `NAMEt64`; those count.
 * @param {readonly string[]} names
 */
export function missingPackages(names) {
  return names.filter((name) => !isInstalled(name) && !isInstalled(`${name}t64`));
}

/**
 * The one command that installs them.
 * @param {readonly string[]} names
 */
export function installCommand(names) {
  return `sudo apt-get install -y ${names.join(' ')}`;
}

/**
 * Installs what is missing, as root on Debian; everywhere else it changes nothing.
 * @param {readonly string[]} names
 * @returns {string | undefined} undefined when all are there, else a sentence with the one command to run.
 */
export function ensurePackages(names) {
  const missing = missingPackages(names);
  if (missing.length === 0) return undefined;
  if (process.getuid?.() !== 0) return `These system packages are missing. Run: ${installCommand(missing)}`;
  console.log(`Installing system packages: ${missing.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A fresh image has no package lists, an old one has stale lists: both need the update first.
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...missing.map(nameHere)],
  ]) {
    const done = spawnSync('apt-get', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    if (done.status === 0 || args[0] === 'update') continue;
    return (
      `apt-get could not install ${missing.join(' ')}: ${done.stderr.trim()}. Run it by ` +
      `hand: ${installCommand(missing)}`
    );
  }
  return undefined;
}

/** @param {string} name */
function nameHere(name) {
  const renamed = `${name}t64`;
  return quiet('apt-cache', ['show', '--no-all-versions', renamed]).status === 0 ? renamed : name;
}
