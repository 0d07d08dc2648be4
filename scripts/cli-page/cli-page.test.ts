import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandPath } from '../../cli/help/command-path.ts';
import { EXAMPLES } from '../../cli/help/examples.ts';
import { createProgram } from '../../cli/program.ts';
import { root } from '../run-command.ts';
import { cliPage } from './cli-page.ts';
import { NOTES } from './notes.ts';

const page = await readFile(join(root, 'docs', 'cli.md'), 'utf8');
type AnyCommand = ReturnType<typeof createProgram>;
const pathsOf = (command: AnyCommand): readonly string[] => [
  commandPath(command),
  ...command.commands.filter((below) => below.name() !== 'help').flatMap(pathsOf),
];

it('docs/cli.md is as the commands are: npm run cli-page', () => {
  expect(page).toBe(cliPage());
});

it('examples and notes are of commands that there are', () => {
  const known = pathsOf(createProgram());
  expect([...Object.keys(EXAMPLES), ...Object.keys(NOTES)].filter((path) => !known.includes(path))).toEqual([]);
});

it('every example is accepted by its command', () => {
  const known = new Set(pathsOf(createProgram()).map((path) => `purser ${path}`.trim()));
  const examples = Object.values(EXAMPLES).flat();
  const strange = examples.filter(({ run }) => {
    const words = run.replace(/^sudo /, '').split(' ');
    return ![1, 2, 3].some((count) => known.has(words.slice(0, count).join(' ')));
  });
  expect(strange).toEqual([]);
});
