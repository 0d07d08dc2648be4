import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PurserError } from '../../shared/errors.ts';
import { jsonc } from '../../gateway/connections/formats/json.ts';
import type { Environment } from './child-environment.ts';

const HOW = ['security', 'auth', 'selectedType'] as const;

/** A home for one run of Gemini CLI, and how to take it away. */
export interface GeminiHome {
  readonly folder: string;
  remove(): Promise<void>;
}

/**
 * Gemini CLI takes a key from the environment only when its settings say so; else it refuses, or spends with a login that
 * was made before. It gets a home of its own: the person's settings with that one line, and links to everything else.
 * Source: gemini-cli 0.61.0, run. It reads no settings for a system that are not root's, so those cannot be used.
 * @throws PurserError `INVALID_INPUT` when the person's settings cannot be read: then what it would do is not known
 */
export async function makeGeminiHome(env: Environment): Promise<GeminiHome> {
  const own = join(env['GEMINI_CLI_HOME'] ?? homedir(), '.gemini');
  const folder = await mkdtemp(join(tmpdir(), 'purser-run-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await mkdir(join(folder, '.gemini'));
    for (const name of await readdir(own).catch(() => [])) {
      if (name !== 'settings.json') await symlink(join(own, name), join(folder, '.gemini', name));
    }
    const settings = await readFile(join(own, 'settings.json'), 'utf8').catch(() => '{}');
    await writeFile(join(folder, '.gemini', 'settings.json'), jsonc.set(settings, HOW, 'gemini-api-key'), { mode: 0o600 });
    return { folder, remove };
  } catch (cause) {
    await remove();
    throw new PurserError('INVALID_INPUT', `The settings of Gemini CLI in ${own} cannot be read, so it might spend past Purser. Check settings.json there.`, { cause });
  }
}
