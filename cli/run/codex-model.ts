import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { toml } from '../../gateway/connections/formats/toml.ts';
import type { Environment } from './child-environment.ts';

/**
 * Where a person names a model, or a profile that may; `--oss` chooses its own. Source: codex 0.169.0, `codex --help`.
 */
const NAMES_ONE = /^(-[mp].*|--(model|profile|oss)(=.*)?)$/;
const SETS_ONE = /^\s*(model|profile)\s*=/;

/**
 * Whether the person has said which model Codex is to use: in its arguments, in the config in the home folder, or in
 * one of this folder or above it. The one that Codex would choose by itself may be too new to have a price.
 */
export async function namesModel(args: readonly string[], env: Environment, folder: string): Promise<boolean> {
  if (inArguments(args)) return true;
  const homes = [
    env['CODEX_HOME'] ?? join(homedir(), '.codex'),
    ...foldersAbove(folder).map((one) => join(one, '.codex')),
  ];
  const texts = await Promise.all(homes.map((home) => readFile(join(home, 'config.toml'), 'utf8').catch(() => '')));
  return texts.some(inConfig);
}

function inArguments(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const own = end < 0 ? args : args.slice(0, end);
  return own.some(
    (arg, index) =>
      NAMES_ONE.test(arg) ||
      (/^(-c|--config)$/.test(own[index - 1] ?? '') && SETS_ONE.test(arg)) ||
      SETS_ONE.test(/^(?:-c|--config=)(.+)$/.exec(arg)?.[1] ?? ''),
  );
}

function inConfig(text: string): boolean {
  try {
    const config = toml.parse(text);
    return typeof config === 'object' && config !== null && ('model' in config || 'profile' in config);
  } catch {
    // Codex itself will say what is wrong with it.
    return false;
  }
}

function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}
