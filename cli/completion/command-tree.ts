import type { Argument, Command, Option } from 'commander';
import { commandPath } from '../help/command-path.ts';

/** Names that only a running Purser knows. */
export const LIVE_NAMES = ['agents', 'keys', 'providers', 'tools', 'connections', 'approvals', 'browsers'] as const;
export type LiveNames = (typeof LIVE_NAMES)[number];

/** What may stand in a place: fixed words, names that Purser is asked for, a file, or anything. */
export type Values =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'live'; readonly names: LiveNames }
  | { readonly kind: 'file' }
  | { readonly kind: 'any' };

export interface CompletedOption {
  readonly flags: readonly string[];
  readonly description: string;
  /** Undefined for a switch. */
  readonly values: Values | undefined;
}

/** A command as a shell completes it. */
export interface CompletedCommand {
  readonly path: string;
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  readonly values: Values;
  readonly commands: readonly CompletedCommand[];
}

/** The names that an argument or an option takes, by command and name. */
const LIVE: Readonly<Record<string, LiveNames>> = {
  'agent pause': 'agents',
  'agent resume': 'agents',
  'agent revoke': 'agents',
  'agent bodies': 'agents',
  'cap raise': 'agents',
  'key rotate': 'keys',
  'key revoke': 'keys',
  'key pause': 'keys',
  'key resume': 'keys',
  'provider check': 'providers',
  'provider set': 'providers',
  'provider remove': 'providers',
  connect: 'tools',
  disconnect: 'connections',
  'connections verify': 'connections',
  'connections repair': 'connections',
  approve: 'approvals',
  'dashboard logout': 'browsers',
  '--agent': 'agents',
  '--provider': 'providers',
};

/** What commander knows of a command and those below it. */
export function completedCommand(command: Command): CompletedCommand {
  const help = command.createHelp();
  const path = commandPath(command);
  return {
    path,
    name: command.name(),
    description: help.subcommandDescription(command),
    options: help.visibleOptions(command).map(completedOption),
    values: argumentValues(path, command.registeredArguments[0]),
    commands: help
      .visibleCommands(command)
      .filter((below) => below.name() !== 'help')
      .map(completedCommand),
  };
}

function completedOption(option: Option): CompletedOption {
  const takesValue = option.required || option.optional;
  return {
    flags: [option.short, option.long].filter((flag) => flag !== undefined),
    description: option.description,
    values: takesValue ? optionValues(option) : undefined,
  };
}

function optionValues({ long, argChoices, flags }: Option): Values {
  if (argChoices) return { kind: 'words', words: argChoices };
  const names = LIVE[long ?? ''];
  if (names) return { kind: 'live', names };
  return /<(?:file|dir)/.test(flags) ? { kind: 'file' } : { kind: 'any' };
}

function argumentValues(path: string, argument: Argument | undefined): Values {
  if (!argument) return { kind: 'words', words: [] };
  if (argument.argChoices) return { kind: 'words', words: argument.argChoices };
  const names = LIVE[path];
  if (names) return { kind: 'live', names };
  return argument.name() === 'file' ? { kind: 'file' } : { kind: 'any' };
}
