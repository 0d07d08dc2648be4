import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../program.ts';
import { completedCommand } from './command-tree.ts';
import { renderBash } from './render-bash.ts';
import { renderFish } from './render-fish.ts';
import { renderPowerShell } from './render-powershell.ts';
import { renderZsh } from './render-zsh.ts';

const tree = completedCommand(createProgram());
const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-completion-'));
  // What a running Purser would say.
  await writeFile(join(folder, 'purser'), '#!/bin/sh\n[ "$3" = agents ] && printf "Claude Code\\nCodex\\n"\n');
  await chmod(join(folder, 'purser'), 0o755);
  await writeFile(join(folder, 'bash'), renderBash(tree));
  await writeFile(join(folder, 'fish'), renderFish(tree));
  await writeFile(join(folder, 'zsh'), renderZsh(tree));
});
afterAll(() => rm(folder, { recursive: true }));

const env = () => ({ PATH: `${folder}:${process.env['PATH'] ?? ''}`, HOME: folder });

describe.runIf(has('bash'))('bash', () => {
  const complete = (...words: readonly string[]): readonly string[] => {
    const script = [
      'compopt() { :; }',
      `source '${join(folder, 'bash')}'`,
      'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _purser',
      String.raw`printf '%s\n' "${'$'}{COMPREPLY[@]}"`,
    ].join('\n');
    return execFileSync('bash', ['-c', script, 'bash', 'purser', ...words], { env: env(), encoding: 'utf8' })
      .split('\n')
      .filter((line) => line !== '');
  };

  it.each([
    [['ke'], ['key']],
    [
      ['key', 'r'],
      ['rotate', 'revoke', 'resume'],
    ],
    [['key', 'issue', '--ca'], ['--cap']],
    [['usage', '--by', 'm'], ['model']],
    [['cap', 'raise', 'Cod'], ['Codex']],
    [['agent', 'pause', 'Cl'], [String.raw`Claude\ Code`]],
    [['key', 'issue', '--agent', 'Co'], ['Codex']],
    [['completion', 'f'], ['fish']],
  ])('completes %j', (words, found) => {
    expect(complete(...words)).toEqual(expect.arrayContaining(found));
    expect(complete(...words).every((one) => one.startsWith(words.at(-1) ?? ''))).toBe(true);
  });
});

describe.runIf(has('fish'))('fish', () => {
  it('completes commands, options and names', () => {
    const complete = (line: string): string =>
      execFileSync('fish', ['-N', '-c', `source '${join(folder, 'fish')}'; complete -C '${line}'`], {
        env: env(),
        encoding: 'utf8',
      });
    expect(complete('purser key r')).toMatch(/^rotate\t/m);
    expect(complete('purser agent pause ')).toMatch(/^Claude Code/m);
    expect(complete('purser key issue --ca')).toMatch(/^--cap\t/m);
  });
});

describe.runIf(has('zsh'))('zsh', () => {
  it('reads its script', () => {
    const read = spawnSync('zsh', ['-f', '-n', join(folder, 'zsh')], { env: env(), encoding: 'utf8' });
    expect([read.status, read.stderr]).toEqual([0, '']);
  });
});

it('PowerShell gets every command too', () => {
  const script = renderPowerShell(tree);
  expect(script).toContain("'key issue' = @{");
  expect(script).toContain("'--agent' = 'agents'");
});
