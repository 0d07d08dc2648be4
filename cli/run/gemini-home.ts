import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { PurserError } from '../../shared/errors.ts';
import { jsonc } from '../../gateway/connections/formats/json.ts';
import type { Environment } from './child-environment.ts';
import { makeOwnFolder } from './own-folder.ts';
import type { OwnFolder } from './own-folder.ts';

const HOW = ['security', 'auth', 'selectedType'] as const;

/**
 * Gemini CLI takes a key from the environment only when its settings say so; else it refuses, or spends with a login
 * that was made before. It gets a home of its own: the person's settings with that one line, and links to everything
 * else. Source: gemini-cli 0.61.0, run. It reads no settings for a system that are not root's, so those cannot be used.
 * @throws PurserError `INVALID_INPUT` when the person's settings cannot be read: then what it would do is not known
 */
export async function makeGeminiHome(env: Environment): Promise<OwnFolder> {
  const own = join(env['GEMINI_CLI_HOME'] ?? homedir(), '.gemini');
  try {
    const settings = await readFile(join(own, 'settings.json'), 'utf8').catch(() => '{}');
    return await makeOwnFolder(own, { 'settings.json': jsonc.set(settings, HOW, 'gemini-api-key') }, '.gemini');
  } catch (cause) {
    const why = `The settings of Gemini CLI in ${own} cannot be read, so it might spend past Purser.`;
    throw new PurserError('INVALID_INPUT', `${why} Check settings.json there.`, { cause });
  }
}
