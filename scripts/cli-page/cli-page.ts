import type { Command, Option } from 'commander';
import { commandPath } from '../../cli/help/command-path.ts';
import { EXAMPLES } from '../../cli/help/examples.ts';
import { EVERYWHERE } from '../../cli/help/help-looks.ts';
import { PACKAGE_NAME } from '../../cli/product.ts';
import { createProgram } from '../../cli/program.ts';
import { AFTER, BEFORE } from './frame.ts';
import { NOTES } from './notes.ts';

/** docs/cli.md: one heading a command, made of the commands themselves. */
export function cliPage(): string {
  const program = createProgram();
  const help = program.createHelp();
  const commands = help.visibleCommands(program).filter((command) => command.name() !== 'help');
  const titles = [...new Set(commands.map((command) => command.helpGroup()))];
  const parts = titles.flatMap((title) => [
    `## ${title.replace(/:$/, '')}`,
    ...commands.filter((command) => command.helpGroup() === title).flatMap(sections),
  ]);
  return `${[INTRO, BEFORE, ...parts, AFTER].join('\n\n').replaceAll('PACKAGE', PACKAGE_NAME)}\n`;
}

const INTRO = `# The command line

<!-- Made by npm run cli-page, from the commands themselves. -->

\`purser\` talks to the gateway of a data folder: the desktop app's, or one started with \`purser serve\`.
To have it in your terminals:

- from the desktop app: **Settings, Install command line tool**;
- from npm: \`npm install --global PACKAGE\`, or \`npx PACKAGE ...\` without installing anything;
- from a checkout: \`npm run build && node out/cli/purser.js command install\`.

Then \`purser completion bash\` (or \`zsh\`, \`fish\`, \`powershell\`) prints what completes commands
and names at the Tab key. Colour is for terminals (\`NO_COLOR\` turns it off), and tables are no
wider than the terminal (80 columns elsewhere, or
\`COLUMNS\`).`;

/** A command and those below it, each with a heading of its own. */
function sections(command: Command): readonly string[] {
  const help = command.createHelp();
  const below = help.visibleCommands(command).filter((one) => one.name() !== 'help');
  const path = commandPath(command);
  const examples = EXAMPLES[path] ?? [];
  const options = help
    .visibleOptions(command)
    .filter((option) => option.helpGroupHeading !== EVERYWHERE && option.long !== '--help');
  const isGroup = !help.visibleOptions(command).some((option) => option.helpGroupHeading === EVERYWHERE);
  const usage = [
    'purser',
    path,
    ...command.registeredArguments.map(argumentText),
    ...(options.length > 0 ? ['[options]'] : []),
  ].join(' ');
  return [
    `### purser ${path}`,
    sentence(command.description()),
    ...(isGroup ? [] : [`\`\`\`sh\n${usage}\n\`\`\``]),
    ...(options.length === 0 ? [] : [options.map(optionLine).join('\n')]),
    ...(NOTES[path] === undefined ? [] : [NOTES[path]]),
    ...(examples.length === 0
      ? []
      : [`\`\`\`sh\n${examples.map(({ run, does }) => `${run}   # ${does}`).join('\n')}\n\`\`\``]),
    ...below.flatMap(sections),
  ];
}

function argumentText(argument: Command['registeredArguments'][number]): string {
  const name = `${argument.name().toUpperCase()}${argument.variadic ? '...' : ''}`;
  return argument.required ? name : `[${name}]`;
}

function optionLine({ flags, description, argChoices }: Option): string {
  const choices = argChoices ? ` One of ${argChoices.map((choice) => `\`${choice}\``).join(', ')}.` : '';
  return `- \`${flags}\`: ${description}${choices}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
