import type { Command } from 'commander';

/** `key issue`: a command without the name of the program. */
export function commandPath(command: Command): string {
  return command.parent === null ? '' : `${commandPath(command.parent)} ${command.name()}`.trim();
}
