import { Argument } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { completedCommand, LIVE_NAMES } from '../completion/command-tree.ts';
import { READ_NAMES } from '../completion/live-names.ts';
import { renderBash } from '../completion/render-bash.ts';
import { renderFish } from '../completion/render-fish.ts';
import { renderPowerShell } from '../completion/render-powershell.ts';
import { renderZsh } from '../completion/render-zsh.ts';
import { action, withGlobals } from '../context.ts';
import { print, printFile } from '../screen/output.ts';
import { lines } from '../screen/screen-text.ts';

const RENDER = { bash: renderBash, zsh: renderZsh, fish: renderFish, powershell: renderPowerShell } as const;
const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** `purser completion`, and what its scripts ask */
export function addCompletionCommands(program: Command): void {
  const completion = withGlobals(program.command('completion'))
    .addArgument(new Argument('<shell>', 'for which shell').choices(SHELLS))
    .description('print a script that completes commands and names in your shell')
    .action(
      action(async (context, command) => {
        const shell = z.enum(SHELLS).parse(command.args[0]);
        const script = RENDER[shell](completedCommand(program));
        if (context.json) print(context, { shell, script }, '');
        else printFile(script);
      }),
    );
  withGlobals(completion.command('names', { hidden: true }))
    .addArgument(new Argument('<kind>').choices(LIVE_NAMES))
    .description('names for a completion, one a line; none while no Purser runs')
    .action(
      action(async (context, command) => {
        const kind = z.enum(LIVE_NAMES).parse(command.args[0]);
        const names = await context.ask((gateway, host) => READ_NAMES[kind](gateway, host)).catch(() => []);
        if (context.json || names.length > 0) print(context, names, lines(...names));
      }),
    );
}
