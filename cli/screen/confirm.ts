import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { PurserError } from '../../shared/errors.ts';
import { ask, canAsk } from './output.ts';
import type { Output } from './output.ts';

/** Adds `--yes` to a command that asks before it does something. */
export function withYes(command: Command): Command {
  return command.option('-y, --yes', 'do not ask first');
}

/**
 * Asks whether to go on, where a person sits at a terminal. A script that calls the command has decided already.
 * @throws PurserError `INVALID_INPUT` for anything but yes
 */
export async function confirm(output: Output, command: Command, question: string): Promise<void> {
  if (command.opts()['yes'] === true || output.json || !canAsk()) return;
  ask(`${question} [y/N] `);
  const reader = createInterface({ input: process.stdin });
  try {
    const answer = await new Promise<string>((resolve) => {
      reader.once('line', resolve);
      reader.once('close', () => resolve(''));
    });
    if (/^y(es)?$/i.test(answer.trim())) return;
  } finally {
    reader.close();
  }
  throw new PurserError('INVALID_INPUT', 'Nothing was changed.');
}
