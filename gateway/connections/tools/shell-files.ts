import type { FileWant } from '../change/want.ts';
import { FISH_PROXY_BYPASS, POSIX_PROXY_BYPASS, POWERSHELL_PROXY_BYPASS } from './proxy-bypass.ts';
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
  const posix = (file: string): FileWant => ({
    kind: 'block',
    file,
    lines: posixLines(variables) + POSIX_PROXY_BYPASS,
  });
  const powershell = (file: string): FileWant => ({
    kind: 'block',
    file,
    lines: powershellLines(variables) + POWERSHELL_PROXY_BYPASS,
  });
  return [
    ...(hasBash(paths) ? bashFiles(paths) : []).map(posix),
    ...(hasZsh(paths) && paths.platform !== 'win32' ? zshFiles(paths) : []).map(posix),
    ...(hasFish(paths) ? [fishFile(paths, variables, name)] : []),
    ...powershellFiles(paths).map(powershell),
  ];
}

function isLoginShell(paths: MachinePaths, shell: string): boolean {
  return paths.env('SHELL')?.endsWith(`/${shell}`) === true;
}

/** Bash is there unless the person has only other shells. */
function hasBash(paths: MachinePaths): boolean {
  if (paths.platform === 'win32') return false;
  return (
    isLoginShell(paths, 'bash') ||
    paths.isThere(paths.at('.bashrc')) ||
    paths.isThere(bashLoginFile(paths)) ||
    !(hasZsh(paths) || hasFish(paths))
  );
}

function hasZsh(paths: MachinePaths): boolean {
  return (
    isLoginShell(paths, 'zsh') ||
    paths.isThere(inZdotdir(paths, '.zshrc')) ||
    paths.isThere(inZdotdir(paths, '.zshenv')) ||
    paths.platform === 'darwin'
  );
}

function hasFish(paths: MachinePaths): boolean {
  return isLoginShell(paths, 'fish') || paths.isThere(paths.config('fish'));
}

/** Interactive shells read the one, login shells (every terminal of macOS) the other. */
function bashFiles(paths: MachinePaths): readonly string[] {
  const login = bashLoginFile(paths);
  return [paths.at('.bashrc'), ...(paths.isThere(login) ? [login] : [])];
}

function bashLoginFile(paths: MachinePaths): string {
  return paths.firstThere(paths.at('.bash_profile'), paths.at('.bash_login'), paths.at('.profile'));
}

/** Every zsh reads the one; what the person exports in the other comes later, and would win. */
function zshFiles(paths: MachinePaths): readonly string[] {
  const interactive = inZdotdir(paths, '.zshrc');
  return [inZdotdir(paths, '.zshenv'), ...(paths.isThere(interactive) ? [interactive] : [])];
}

function inZdotdir(paths: MachinePaths, name: string): string {
  return paths.join(paths.env('ZDOTDIR') ?? paths.home, name);
}

/** A file of our own, unless there is one that fish reads after it. */
function fishFile(paths: MachinePaths, variables: Variables, name: string): FileWant {
  const config = paths.config('fish', 'config.fish');
  const lines = fishLines(variables) + FISH_PROXY_BYPASS;
  if (paths.isThere(config)) return { kind: 'block', file: config, lines };
  return { kind: 'own', file: paths.config('fish', 'conf.d', `${name}.fish`), text: lines };
}

/** Profiles of PowerShell 7 and Windows PowerShell 5.1, where their folder is there. */
function powershellFiles(paths: MachinePaths): readonly string[] {
  const isWindows = paths.platform === 'win32';
  const folders = isWindows
    ? [paths.at('Documents', 'PowerShell'), paths.at('Documents', 'WindowsPowerShell')]
    : [paths.config('powershell')];
  const there = folders.filter((folder) => paths.isThere(folder));
  // Windows always has one PowerShell; the folder of its profile is made with the first profile.
  const used = there.length === 0 && isWindows ? folders.slice(1) : there;
  return used.map((folder) => paths.join(folder, 'profile.ps1'));
}

/** After disconnecting. */
export const OLD_SHELLS = 'Terminals that are open still hold the variables with the revoked sub-key: close them.';
export const NEW_SHELLS = 'In new terminals.';
