import type { Command } from 'commander';
import { screenText } from '../screen/screen-text.ts';
import { styled } from '../screen/style.ts';
import { commandPath } from './command-path.ts';
import { EXAMPLES } from './examples.ts';

/** Adds the examples to the help of every command that has some. */
export function addExamples(command: Command): void {
  const examples = EXAMPLES[commandPath(command)] ?? [];
  if (examples.length > 0)
    command.addHelpText('after', () =>
      [
        '',
        styled('bold', 'Examples:'),
        ...examples.flatMap(({ run, does }) => [`  ${screenText(run)}`, styled('dim', `      ${does}`)]),
      ].join('\n'),
    );
  for (const below of command.commands) addExamples(below);
}
