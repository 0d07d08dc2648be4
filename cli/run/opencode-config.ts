import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { jsonc } from '../../gateway/connections/formats/json.ts';
import { isObject } from '../../gateway/connections/formats/json-value.ts';
import type { JsonObject } from '../../gateway/connections/formats/json-value.ts';
import { openCodeEntries, openCodeModel } from '../../gateway/connections/tools/opencode-provider.ts';
import type { Environment } from './child-environment.ts';
import type { MakeOverlay } from './overlay.ts';

const MODEL_SETTINGS = ['model', 'small_model'] as const;

/**
 * OpenCode and Kilo merge one variable over their files. Their built-in providers are sent through the gateway too, and
 * no others are left: one of the person's own would spend past it. Source: opencode 1.18.33 and kilo 7.7.7, run.
 * @param name of the tool, which is the name of its files and variables too
 */
export function openCodeConfig(name: 'opencode' | 'kilo'): MakeOverlay {
  const variable = `${name.toUpperCase()}_CONFIG_CONTENT`;
  return async ({ routes, key, env }) => {
    const { openai, anthropic, gemini } = routes;
    const urls = { openai: openai?.v1, anthropic: anthropic?.v1, google: gemini?.v1beta };
    const provider: Record<string, unknown> = {};
    for (const [id, baseURL] of Object.entries(urls)) if (baseURL) provider[id] = { options: { baseURL, apiKey: key } };
    for (const {
      at: [, id],
      value,
    } of openCodeEntries(routes, key)) {
      if (typeof id === 'string') provider[id] = value;
    }
    const ids = Object.keys(provider);
    const given = objectIn(env[variable]);
    const configs = [...(await filesOf(name, env)), given];
    const chosen = MODEL_SETTINGS.filter((at) => configs.some((config) => isElsewhere(config[at], ids)));
    // A model of a provider that is not there any more would only be an error.
    const models = Object.fromEntries(chosen.map((at) => [at, openCodeModel(routes)]));
    return { env: { [variable]: JSON.stringify({ ...given, ...models, provider, enabled_providers: ids }) } };
  };
}

function isElsewhere(model: unknown, ids: readonly string[]): boolean {
  return typeof model === 'string' && !ids.includes(model.split('/')[0] ?? '');
}

/** The configs that a run in this folder reads, as far as they can be read. */
async function filesOf(name: string, env: Environment): Promise<readonly JsonObject[]> {
  const config = env['XDG_CONFIG_HOME'] || join(homedir(), '.config');
  const folders = [join(config, name), process.cwd(), join(process.cwd(), `.${name}`)];
  const files = folders.flatMap((folder) => ['json', 'jsonc'].map((ending) => join(folder, `${name}.${ending}`)));
  const all = [...files, env[`${name.toUpperCase()}_CONFIG`]].flatMap((file) => file || []);
  return Promise.all(all.map(async (file) => objectIn(await readFile(file, 'utf8').catch(() => undefined))));
}

function objectIn(text: string | undefined): JsonObject {
  try {
    const value = jsonc.parse(text ?? '{}');
    return isObject(value) ? value : {};
  } catch {
    // The tool itself will say what is wrong with it.
    return {};
  }
}
