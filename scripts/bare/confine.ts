/**
 * How a command runs inside the machine: in mount and process namespaces of its own. Its mounts exist in
 * there alone, so nothing that removes the folder can walk through a mount into this machine, and all of it, with every
 * process that was left behind, is gone when the command ends, however it ends.
 */

interface Mount {
  readonly type: string;
  /** Inside the machine. */
  readonly at: string;
  readonly options: string;
}

/** Nothing of this machine is bound in: each is a fresh one, in the order in which they are mounted. */
export const MOUNTS: readonly Mount[] = [
  { type: 'proc', at: '/proc', options: 'nosuid,nodev,noexec' },
  { type: 'sysfs', at: '/sys', options: 'ro,nosuid,nodev,noexec' },
  { type: 'tmpfs', at: '/dev/shm', options: 'mode=1777,nosuid,nodev' },
  { type: 'devpts', at: '/dev/pts', options: 'newinstance,mode=0620,ptmxmode=0666,nosuid,noexec' },
];

export const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

export interface Inside {
  /** The machine's folder. */
  readonly folder: string;
  /** Its name there. */
  readonly user: string;
  /** All of the environment beside PATH. */
  readonly env: Readonly<Record<string, string>>;
  /** Inside the machine. */
  readonly cwd: string;
  /** For `sh -c`. */
  readonly command: string;
}

/** The script of the first process in there: $1 is the folder, the rest is for chroot. */
export function mountScript(mounts: readonly Mount[] = MOUNTS): string {
  const lines = mounts.map(({ type, at, options }) => `mount -t ${type} -o ${options} ${type} "$1${at}"`);
  // Not the last command: a shell would become it then, and nobody would be there to bury orphans.
  return ['set -e', ...lines, 'shift', 'chroot "$@"', 'exit 0'].join('\n');
}

/** A command of this machine in namespaces of its own, which end with us, even if we are killed. */
export function apart(command: readonly string[]): readonly string[] {
  return [
    'setpriv',
    '--pdeathsig',
    'KILL',
    'unshare',
    '--mount',
    '--pid',
    '--mount-proc',
    '--fork',
    '--kill-child',
    '--propagation',
    'private',
    ...command,
  ];
}

/** The whole command line that runs something inside the machine. */
export function inMachine({ folder, user, env, cwd, command }: Inside): readonly string[] {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const chroot = [
    `--userspec=${user}:${user}`,
    folder,
    '/usr/bin/env',
    '-i',
    '-C',
    cwd,
    `PATH=${PATH}`,
    ...variables,
    'sh',
    '-c',
    command,
  ];
  return apart(['sh', '-c', mountScript(), 'sh', folder, ...chroot]);
}
