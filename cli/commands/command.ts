import { dirname } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { createCommandLine } from '../../gateway/command-line/command-line.ts';
import type { CommandLine } from '../../gateway/command-line/command-line.ts';
import type { CommandLineView } from '../../shared/contract/command-line-calls.ts';
import { thisCommandLine } from '../host/this-command-line.ts';
import { action, withGlobals } from '../context.ts';
import { print } from '../screen/output.ts';
import { lines } from '../screen/screen-text.ts';
import type { ScreenText } from '../screen/screen-text.ts';

const commandOptions = z.object({ dir: z.string().optional() });

/** `purser command`, `purser command install | remove` */
export function addCommandCommands(program: Command): void {
  const whether = 'whether `purser` works in your terminals; install and remove change that';
  const command = withGlobals(program.command('command'))
    .description(whether)
    .action(action(async (context) => show(context, await here().status())));
  for (const verb of ['install', 'remove'] as const) {
    withGlobals(command.command(verb))
      .description(verb === 'install' ? 'make `purser` a command in your terminals' : 'take that command away again')
      .option('--dir <dir>', 'in this folder (default: ~/.local/bin; on Windows one that is on your PATH)')
      .action(
        action(async (context, called) => show(context, await here(commandOptions.parse(called.opts()).dir)[verb]())),
      );
  }
}

function here(folder?: string): CommandLine {
  return createCommandLine(thisCommandLine(folder));
}

function show(output: { readonly json: boolean }, view: CommandLineView): void {
  print(output, view, textOf(view));
}

const STATES: Readonly<Record<CommandLineView['state'], (file: string) => string>> = {
  installed: (file) => `The command is ${file}.`,
  'not-installed': () => 'Your terminals do not have this command. To put it there: purser command install',
  other: (file) => `${file} is another program: Purser did not make it.`,
  unavailable: () => 'This build of Purser carries no command line.',
};

function textOf({ state, file, onPath }: CommandLineView): ScreenText {
  const notThere = state === 'installed' && !onPath;
  return lines(
    STATES[state](file),
    ...(notThere
      ? [
          `Your terminals do not look in ${dirname(file)} yet. Add this line to ~/.profile, ~/.zshrc or ~/.bashrc:`,
          `  export PATH="${dirname(file)}:$PATH"`,
        ]
      : []),
  );
}
