import type { Command, CommanderError, OutputConfiguration } from 'commander';
import { PurserError } from '../shared/errors.ts';
import { fail } from './screen/output.ts';

/** Is JSON wanted? What stands behind `--` is for the program that is run. */
export function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? args.length : end).includes('--json');
}

/** What commander refused, and the command that it was about. */
class Refused extends Error {
  readonly why: CommanderError;
  readonly command: string;

  constructor(why: CommanderError, command: string) {
    super(why.message);
    this.why = why;
    this.command = command;
  }
}

/**
 * Parses the command line and runs its command. Refused arguments are told as every other failure is: a sentence with
 * what to type next, or JSON with `--json`.
 */
export async function parseArguments(program: Command, args: readonly string[]): Promise<void> {
  const json = wantsJson(args);
  const showsHelp = !json && args[0] !== 'help';
  throwFrom(program, program.name(), showsHelp ? {} : { writeErr: () => undefined });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { why, command } = error;
    // Help that was asked for, and help where a command has only verbs, is an answer. A script gets a reason.
    if (why.exitCode === 0) return;
    const isHelp = why.code === 'commander.help';
    if (isHelp && showsHelp) return;
    fail({ json }, new PurserError('INVALID_INPUT', sentenceOf(why, command, args)), `See: ${command} --help`);
  }
}

/** Makes it, and all commands below, throw instead of ending the process. */
function throwFrom(command: Command, path: string, output: OutputConfiguration): void {
  command.configureOutput(output).exitOverride((why) => {
    throw new Refused(why, path);
  });
  for (const below of command.commands) throwFrom(below, `${path} ${below.name()}`, output);
}

const OPTION = /^error: option '(?:-\w, )?(--[\w-]+)[^']*' argument '([\s\S]*)' is invalid\. ([\s\S]*)$/;
const ARGUMENT = /^error: command-argument value '([\s\S]*)' is invalid for argument '[^']*'\. ([\s\S]*)$/;

/** Commander's words, where they are for programmers, in ours. */
function sentenceOf({ code, message }: CommanderError, command: string, args: readonly string[]): string {
  if (code === 'commander.help')
    return args[0] === 'help'
      ? `There is no such command: ${args
          .filter((arg) => !arg.startsWith('-'))
          .slice(1)
          .join(' ')}.`
      : `Name one of the commands of ${command}.`;
  const [, flag, value, why] = OPTION.exec(message) ?? [];
  if (flag !== undefined) return `${flag} ${value ?? ''}: ${why ?? ''}`;
  const [, given, reason] = ARGUMENT.exec(message) ?? [];
  if (given !== undefined) return `${given}: ${reason ?? ''}`;
  const sentence = message.replace(/^error: /, '').replaceAll(/\s*\n\s*/g, ' ');
  const secret = code === 'commander.excessArguments' && command.endsWith('provider add') ? KEY_IN_HISTORY : '';
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${/[.?)]$/.test(sentence) ? '' : '.'}${secret}`;
}

/** A key that was typed as an argument has been seen by more than Purser. */
const KEY_IN_HISTORY =
  " A key is never an argument: Purser asks for it. If one of these was a key, it is in your shell's history now, " +
  'and other programs could read it: replace it at the provider.';
