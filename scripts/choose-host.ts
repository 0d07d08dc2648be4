/** The machine, as `npm start` sees it. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
}

/** Why the desktop app cannot run here, in words that end a sentence; undefined when nothing speaks against it. */
export function reasonAgainstDesktop({ platform, env, isRoot }: Machine): string | undefined {
  if (platform !== 'linux') return undefined;
  const hasDisplay = Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
  if (!hasDisplay) return 'there is no display (DISPLAY and WAYLAND_DISPLAY are not set)';
  // Purser never switches the sandbox off by itself: the page would then run with root's rights.
  if (isRoot) return 'Electron keeps its sandbox only for an ordinary user, and this is root';
  return undefined;
}
