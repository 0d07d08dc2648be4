import { CommanderError } from 'commander';
import type { Command } from 'commander';
import { PurserError } from '../shared/errors.ts';
import { fail, helpOutput } from './screen/output.ts';

/** Is JSON wanted? What stands behind `--` is for the program that is run. */
function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).includes('--json');
}

/**
 * Makes commander throw what it refuses where JSON is wanted, instead of writing a sentence. Before commands are added:
 * they take this over from the program.
 */
export function quietForJson(program: Command, args = process.argv.slice(2)): Command {
  if (!wantsJson(args)) return program.configureOutput(helpOutput);
  return program.exitOverride().configureOutput({ writeErr: () => undefined, outputError: () => undefined });
}

/** Where help was all that it had to say, commander has no sentence of its own. */
function sentenceOf({ message }: CommanderError): string {
  return message.startsWith('(')
    ? 'There is no such command. `purser --help` lists them all.'
    : message.replace(/^error: /, '');
}

/** Parses the command line and runs its command. With `--json` refused arguments are told as every other failure is. */
export async function parseArguments(program: Command): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode;
    if (error.exitCode !== 0) fail({ json: true }, new PurserError('INVALID_INPUT', sentenceOf(error)));
  }
}
