/** A program that opens an address in the person's browser. */
export interface BrowserCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * How the browser of this computer is opened. @returns undefined where nobody sits before it: over SSH, without a
 * display, in WSL, whose browser is another computer's
 */
export function browserCommand(
  url: string,
  { env, platform }: { readonly env: NodeJS.ProcessEnv; readonly platform: NodeJS.Platform },
): BrowserCommand | undefined {
  const isSet = (name: string): boolean => (env[name] ?? '') !== '';
  if (isSet('SSH_CONNECTION') || isSet('SSH_TTY') || isSet('WSL_DISTRO_NAME')) return undefined;
  if (platform === 'darwin') return { command: 'open', args: [url] };
  if (platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', url] };
  return isSet('DISPLAY') || isSet('WAYLAND_DISPLAY') ? { command: 'xdg-open', args: [url] } : undefined;
}
