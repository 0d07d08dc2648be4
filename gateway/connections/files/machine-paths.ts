import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { Machine } from '../../platform/ports.ts';
import type { MachinePaths } from '../tool-spec.ts';

/** The machine as tools see it: their folders by this platform's rules. */
export function createMachinePaths(machine: Machine): MachinePaths {
  const paths = machine.platform === 'win32' ? win32 : posix;
  const env = (name: string): string | undefined => machine.env[name] || undefined;
  const at = (...names: readonly string[]): string => paths.join(machine.home, ...names);
  return {
    platform: machine.platform,
    home: machine.home,
    env,
    at,
    join: (...names) => paths.join(...names),
    config: (...names) => paths.join(env('XDG_CONFIG_HOME') ?? at('.config'), ...names),
    appData(...names) {
      if (machine.platform === 'win32') return paths.join(env('APPDATA') ?? at('AppData', 'Roaming'), ...names);
      if (machine.platform === 'darwin') return at('Library', 'Application Support', ...names);
      return paths.join(env('XDG_CONFIG_HOME') ?? at('.config'), ...names);
    },
    firstThere: (...files) => files.find((file) => existsSync(file)) ?? files[0] ?? machine.home,
    isThere: (file) => existsSync(file),
  };
}

/** Programs started from a dock or a menu have a short PATH; these are where tools are installed by hand. */
const USUAL_FOLDERS: readonly (readonly string[])[] = [
  ['.local', 'bin'],
  ['.npm-global', 'bin'],
  ['.bun', 'bin'],
  ['.cargo', 'bin'],
  ['bin'],
];
const SYSTEM_FOLDERS = ['/opt/homebrew/bin', '/usr/local/bin', '/usr/bin', '/home/linuxbrew/.linuxbrew/bin'];

/** Finds a command as a terminal would, and in the usual places. @returns its path */
export function findCommand(machine: Machine, command: string): string | undefined {
  const paths = machine.platform === 'win32' ? win32 : posix;
  const onPath = (machine.env['PATH'] ?? machine.env['Path'] ?? '').split(paths.delimiter).filter(Boolean);
  const usual = USUAL_FOLDERS.map((names) => paths.join(machine.home, ...names));
  const names = machine.platform === 'win32' ? [`${command}.exe`, `${command}.cmd`, `${command}.ps1`] : [command];
  const folders = [
    ...onPath,
    ...usual,
    ...(machine.env['PATH'] === undefined || machine.platform === 'win32' ? [] : SYSTEM_FOLDERS),
  ];
  return folders.flatMap((folder) => names.map((name) => paths.join(folder, name))).find((file) => existsSync(file));
}
