import type { App } from 'electron';
import { PurserError } from '../../../shared/errors.ts';
import { words } from '../words/words.ts';

/**
 * Switches that open a door into a running app: whoever comes in reads what the dashboard shows and does what it can
 * do. Fuses switch Node's own off (electron-builder.yml); Chromium's have none. Source:
 * electronjs.org/docs/latest/api/command-line-switches, 2026-11.
 */
const DOORS = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'inspect-wait',
  'js-flags',
] as const;

/** The part of Electron's app that is asked. */
export interface StartedApp extends Pick<App, 'isPackaged'> {
  readonly commandLine: Pick<App['commandLine'], 'hasSwitch'>;
}

/**
 * The app that people have starts with none of these doors. Before anything else: Chromium opens its own when the app
 * is ready.
 * @throws PurserError `INVALID_INPUT` with what to do
 */
export function refuseDebugging({ isPackaged, commandLine }: StartedApp): void {
  const door = isPackaged ? DOORS.find((name) => commandLine.hasSwitch(name)) : undefined;
  if (door !== undefined) throw new PurserError('INVALID_INPUT', words.refusedSwitch(door));
}
