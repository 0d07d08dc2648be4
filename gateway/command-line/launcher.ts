import { posix, win32 } from 'node:path';

/** What the launcher starts: a Node, and the built command line. */
export interface Started {
  readonly node: string;
  readonly script: string;
}

const MARK = 'Made by Purser';

/** Where the launcher of a user belongs: a folder that terminals look in, without anybody's permission. */
export function launcherFile(
  {
    platform,
    env,
    home,
  }: { readonly platform: NodeJS.Platform; readonly env: NodeJS.ProcessEnv; readonly home: string },
  folder?: string,
): string {
  if (platform !== 'win32') return posix.join(folder ?? posix.join(home, '.local', 'bin'), 'purser');
  const local = env['LOCALAPPDATA'] ?? win32.join(home, 'AppData', 'Local');
  // Windows puts this folder on every user's PATH by itself.
  return win32.join(folder ?? win32.join(local, 'Microsoft', 'WindowsApps'), 'purser.cmd');
}

/** A file that starts the command line from wherever it lies. */
export function launcherText({ node, script }: Started, platform: NodeJS.Platform): string {
  if (platform === 'win32')
    return `@echo off\r\nrem ${MARK}. To delete it: purser command remove\r\n"${node}" "${script}" %*\r\n`;
  return `#!/bin/sh\n# ${MARK}. To delete it: purser command remove\nexec ${quoted(node)} ${quoted(script)} "$@"\n`;
}

/** Whether a file is a launcher of ours. */
export function isLauncher(text: string): boolean {
  return text.split('\n', 2).some((line) => /^(?:# |rem )/.test(line) && line.includes(MARK));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
