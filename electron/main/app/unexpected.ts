import { app, dialog } from 'electron';
import { PurserError } from '../../../shared/errors.ts';
import { tellTerminal } from '../../tell-terminal.ts';
import { dialogText } from './plain-text.ts';
import { words } from '../words/words.ts';

/** The one handler for what nobody expected: tell, then end. A half-alive tray would look like a working cap. */
export function handleUnexpected(): void {
  process.on('uncaughtException', giveUp);
  process.on('unhandledRejection', giveUp);
  // A terminal that was closed must not take the app along.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Ends the app with the reason in a dialog: a sentence for what was expected, the whole error for what was not. */
export function giveUp(error: unknown): void {
  const expected = error instanceof PurserError;
  const text = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
  tellTerminal(text);
  dialog.showErrorBox(expected ? words.cannotStart : words.fault, dialogText(expected ? words.told(text) : text));
  app.exit(1);
}
