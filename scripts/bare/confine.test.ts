import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { inMachine, MOUNTS, mountScript } from './confine.ts';

/** Runs the script with `mount` and `chroot` that only say what they were given. */
function pretend(
  chroot: string,
  ...args: readonly string[]
): { readonly said: readonly string[]; readonly code: number | null } {
  const stands = `mount() { echo "mount $*"; }\nchroot() { printf 'chroot'; printf ' <%s>' "$@"; echo; ${chroot}; }`;
  const script = `${stands}\n${mountScript()}`;
  const { stdout, status } = spawnSync('sh', ['-c', script, 'sh', ...args], { encoding: 'utf8' });
  return { said: stdout.trimEnd().split('\n'), code: status };
}

describe('what is mounted in the machine', () => {
  it('is fresh each time: nothing of this machine is bound into it', () => {
    expect(MOUNTS.map(({ type, at }) => `${type} ${at}`)).toEqual([
      'proc /proc',
      'sysfs /sys',
      'tmpfs /dev/shm',
      'devpts /dev/pts',
    ]);
    expect(JSON.stringify(MOUNTS)).not.toMatch(/bind/);
  });

  it('is there before the command runs, also in a folder with a blank', () => {
    const { said, code } = pretend(
      'true',
      '/var/tmp/a machine',
      '/var/tmp/a machine',
      'sh',
      '-c',
      'npm ci && npm test',
    );
    expect(said).toEqual([
      ...MOUNTS.map(({ type, at, options }) => `mount -t ${type} -o ${options} ${type} /var/tmp/a machine${at}`),
      'chroot </var/tmp/a machine> <sh> <-c> <npm ci && npm test>',
    ]);
    expect(code).toBe(0);
  });

  it('ends as the command does', () => {
    expect(pretend('return 7', '/m', '/m', 'false').code).toBe(7);
  });

  it('nothing runs when something could not be mounted', () => {
    const script = `mount() { return 32; }\nchroot() { echo ran; }\n${mountScript()}`;
    expect(spawnSync('sh', ['-c', script, 'sh', '/m', '/m', 'true'], { encoding: 'utf8' })).toMatchObject({
      stdout: '',
      status: 32,
    });
  });
});

describe('inMachine', () => {
  const argv = inMachine({
    folder: '/m',
    user: 'person',
    env: { HOME: '/home/person', CI: 'true' },
    cwd: '/srv/purser',
    command: 'npm start',
  });

  it('gives the command a user, a folder, and an environment of its own', () => {
    expect(argv.slice(argv.indexOf('--userspec=person:person'))).toEqual([
      '--userspec=person:person',
      '/m',
      '/usr/bin/env',
      '-i',
      '-C',
      '/srv/purser',
      'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
      'HOME=/home/person',
      'CI=true',
      'sh',
      '-c',
      'npm start',
    ]);
  });

  it('takes mounts and processes away with it, and ends with us', () => {
    expect(argv.slice(0, argv.indexOf('sh'))).toEqual(
      expect.arrayContaining(['--pdeathsig', '--mount', '--pid', '--kill-child', 'private']),
    );
  });
});
