import type { FileWant } from '../change/want.ts';
import { FISH_PAST_PROXIES, POSIX_PAST_PROXIES, POWERSHELL_PAST_PROXIES } from './past-proxies.ts';
import type { MachinePaths } from '../tool-spec.ts';

export type Variables = readonly (readonly [name: string, value: string])[];

/** `export NAME='value'`, for bash, zsh and direnv. */
export function posixLines(variables: Variables): string {
  return variables.map(([name, value]) => `export ${name}='${value}'\n`).join('');
}

export function dotenvLines(variables: Variables): string {
  return variables.map(([name, value]) => `${name}=${value}\n`).join('');
}

export function fishLines(variables: Variables): string {
  return variables.map(([name, value]) => `set -gx ${name} '${value}'\n`).join('');
}

function powershellLines(variables: Variables): string {
  return variables.map(([name, value]) => `$env:${name} = '${value}'\n`).join('');
}

/**
 * The startup files of every shell this person has, with these variables at the end of the last one that is read, where
 * they win, and with this machine kept from any proxy that is set now or later.
 * @param name of an own file where a shell takes one: fish
 */
export function shellFiles(paths: MachinePaths, variables: Variables, name: string): readonly FileWant[] {
  if (variables.length === 0) return [];
  const block = (file: string): FileWant => ({
    kind: 'block',
    file,
    lines: posixLines(variables) + POSIX_PAST_PROXIES,
  });
  const ifThere = (file: string): readonly FileWant[] => (paths.isThere(file) ? [block(file)] : []);
  const login = paths.env('SHELL') ?? '';
  const zdot = paths.env('ZDOTDIR') ?? paths.home;
  const bashrc = paths.at('.bashrc');
  const bashLogin = paths.firstThere(paths.at('.bash_profile'), paths.at('.bash_login'), paths.at('.profile'));
  const hasZsh =
    login.endsWith('/zsh') ||
    paths.isThere(paths.join(zdot, '.zshrc')) ||
    paths.isThere(paths.join(zdot, '.zshenv')) ||
    paths.platform === 'darwin';
  const hasFish = login.endsWith('/fish') || paths.isThere(paths.config('fish'));
  const hasBash =
    paths.platform !== 'win32' &&
    (login.endsWith('/bash') || paths.isThere(bashrc) || paths.isThere(bashLogin) || !(hasZsh || hasFish));
  const known = powershellProfiles(paths).filter((profile) => paths.isThere(profile.folder));
  // Windows always has one PowerShell; the folder of its profile is made with the first profile.
  const profiles = known.length > 0 || paths.platform !== 'win32' ? known : powershellProfiles(paths).slice(1);
  return [
    // Interactive shells read the one, login shells (every terminal of macOS) the other.
    ...(hasBash ? [block(bashrc), ...ifThere(bashLogin)] : []),
    // Every zsh reads the one; what the person exports in the other comes later, and would win.
    ...(hasZsh && paths.platform !== 'win32'
      ? [block(paths.join(zdot, '.zshenv')), ...ifThere(paths.join(zdot, '.zshrc'))]
      : []),
    ...(hasFish ? [fishFile(paths, variables, name)] : []),
    ...profiles.map(({ file }): FileWant => ({
      kind: 'block',
      file,
      lines: powershellLines(variables) + POWERSHELL_PAST_PROXIES,
    })),
  ];
}

/** A file of our own, unless there is one that fish reads after it. */
function fishFile(paths: MachinePaths, variables: Variables, name: string): FileWant {
  const config = paths.config('fish', 'config.fish');
  const lines = fishLines(variables) + FISH_PAST_PROXIES;
  if (paths.isThere(config)) return { kind: 'block', file: config, lines };
  return { kind: 'own', file: paths.config('fish', 'conf.d', `${name}.fish`), text: lines };
}

/** PowerShell 7 and Windows PowerShell 5.1, where their folder is there. */
function powershellProfiles(paths: MachinePaths): readonly { readonly folder: string; readonly file: string }[] {
  const folders =
    paths.platform === 'win32'
      ? [paths.at('Documents', 'PowerShell'), paths.at('Documents', 'WindowsPowerShell')]
      : [paths.config('powershell')];
  return folders.map((folder) => ({ folder, file: paths.join(folder, 'profile.ps1') }));
}

/** After disconnecting. */
export const OLD_SHELLS = 'Terminals that are open still hold the variables with the revoked sub-key: close them.';
export const NEW_SHELLS = 'In terminals opened from now on.';
