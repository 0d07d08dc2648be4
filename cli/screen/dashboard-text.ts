import { defaultDataFolder } from '../../gateway/platform/data-folder.ts';
import { shellWord } from './shell-word.ts';
import type { Gateway } from '../../gateway/index.ts';
import type { CommandContext } from '../context.ts';

/**
 * How a person gets to a dashboard that has just begun to be served: as a sentence, and the link alone for `--json`.
 */
interface DashboardAccess {
  readonly link: string | null;
  /** A line each. */
  readonly text: readonly string[];
}

/**
 * Makes a login link only where it is asked for (`--json`) or where the person looks (a terminal). Anything else that
 * reads this, a service manager's journal or a file, shows it to others, and whoever opens it first is in.
 */
export function dashboardAccess(
  context: Pick<CommandContext, 'json' | 'dataFolder'>,
  gateway: Pick<Gateway, 'loginLink'>,
  url: string,
  isTerminal: boolean,
): DashboardAccess {
  const command = openCommand(context.dataFolder);
  if (!context.json && !isTerminal)
    return { link: null, text: [`Dashboard: ${url}. A link to log in with: ${command}`] };
  const { link, endsAt } = gateway.loginLink();
  return {
    link,
    text: [`Dashboard (this link works once, until ${clockTime(endsAt)}): ${link}`, `Another link: ${command}`],
  };
}

/** Printed when a browser has logged in: a person who did not do that reads how to end it. */
export function loggedInText(browser: string, dataFolder: string): string {
  const logout = inFolder('purser dashboard logout --all', dataFolder);
  return `${browser} logged in to the dashboard. If that was not you: ${logout}`;
}

/** `purser open --print`, with the data folder where it is not the usual one. */
export function openCommand(dataFolder: string): string {
  return inFolder('purser open --print', dataFolder);
}

function inFolder(command: string, dataFolder: string): string {
  return dataFolder === defaultDataFolder(process.env) ? command : `${command} --data-dir ${shellWord(dataFolder)}`;
}

/** `14:05`, on the person's clock. */
export function clockTime(at: number): string {
  return new Date(at).toLocaleTimeString(undefined, { timeStyle: 'short' });
}
