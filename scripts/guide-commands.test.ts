import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFiles } from './project-files.ts';
import { root } from './run-command.ts';

/** Pages that people copy commands from. The reference of the commands is what they are compared with. */
const PAGES = /^docs\/(guide|connections)\/.*\.md$|^docs\/connections\.md$/;
const COMMAND = /\bpurser ((?:[a-z]+\b ?)+)([^`\n|>#]*)/g;
const FENCE = /^ *```sh\n([\s\S]*?)^ *```/gm;
const CODE = /`(purser [^`\n]+)`/g;

/** The commands of a page: those of its shell blocks, and those between backticks. */
function commandsOf(text: string): readonly string[] {
  const blocks = [...text.matchAll(FENCE)].map((match) => match[1] ?? '');
  const inline = [...text.replace(FENCE, '').matchAll(CODE)].map((match) => match[1] ?? '');
  return [...blocks.flatMap((block) => block.split('\n')), ...inline]
    .map((line) => line.trim().replace(/^npx /, ''))
    .filter((line) => line.startsWith('purser '));
}

it('every command and option in the guide is in the reference of the command line', () => {
  const reference = readFileSync(join(root, 'docs', 'cli.md'), 'utf8');
  const pages = projectFiles().filter((file) => PAGES.test(file));
  expect(pages.length).toBeGreaterThan(40);
  const unknown: string[] = [];
  for (const page of pages) {
    for (const command of commandsOf(readFileSync(join(root, page), 'utf8'))) {
      for (const [, words = '', rest = ''] of command.matchAll(COMMAND)) {
        const [first = '', second = ''] = words.trim().split(' ');
        if (!reference.includes(`purser ${first}`)) unknown.push(`${page}: purser ${first}`);
        // The second word is a command of the first, unless it is an argument.
        const isGroup = ['key', 'provider', 'agent', 'policy', 'price', 'cap', 'audit'].includes(first);
        if (isGroup && !new RegExp(`purser ${first} [^\\n]*\\b${second}\\b`).test(reference))
          unknown.push(`${page}: purser ${first} ${second}`);
        for (const [option] of rest.split(' -- ')[0]?.matchAll(/--[a-z-]+/g) ?? [])
          if (!reference.includes(option)) unknown.push(`${page}: ${option}`);
      }
    }
  }
  expect(unknown).toEqual([]);
});
