import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PurserError } from '../../shared/errors.ts';
import { FORMATS } from '../../gateway/connections/formats/formats.ts';
import type { FormatId } from '../../gateway/connections/formats/formats.ts';
import { isList, isObject } from '../../gateway/connections/formats/json-value.ts';
import type { JsonObject } from '../../gateway/connections/formats/json-value.ts';
import { cline } from '../../gateway/connections/tools/cline/cline.ts';
import { continueDev } from '../../gateway/connections/tools/continue/continue.ts';
import { openclaw } from '../../gateway/connections/tools/openclaw/openclaw.ts';
import { qwenCode } from '../../gateway/connections/tools/qwen-code/qwen-code.ts';
import { makeOwnFolder } from './own-folder.ts';
import { configOf, withModels } from './overlay.ts';
import type { Overlay, OverlayInput } from './overlay.ts';

/**
 * Cline knows providers from one file, keys included; this one holds ours alone. The extension's keys lie beside it.
 * Source: cline 3.0.65, run.
 */
export async function clineFolder(input: OverlayInput): Promise<Partial<Overlay>> {
  const own = input.env['CLINE_DATA_DIR'] ?? join(input.env['CLINE_DIR'] ?? join(homedir(), '.cline'), 'data');
  const providers = JSON.stringify(configOf(cline, input));
  const { folder, remove } = await makeOwnFolder(own, { 'settings/providers.json': providers, 'secrets.json': null });
  return { env: { CLINE_DATA_DIR: folder }, remove };
}

/** Continue's CLI takes the first model of its file, and no flag chooses another. Source: cn 1.5.47, run. */
export async function continueConfig(input: OverlayInput): Promise<Partial<Overlay>> {
  const own = join(input.env['CONTINUE_GLOBAL_DIR'] ?? join(homedir(), '.continue'), 'config.yaml');
  const config = { ...(await configIn(own, 'yaml', 'Continue')), ...configOf(continueDev, input) };
  // JSON is YAML, too.
  const { file, remove } = await ownFile('config.yaml', config);
  return { flags: ['--config', file], remove };
}

/**
 * Qwen Code puts settings of the system above a person's and a project's, whole lists of models included.
 * Source: qwen 0.24.4, run; its bundle, getSystemSettingsPath.
 */
export async function qwenSettings(input: OverlayInput): Promise<Partial<Overlay>> {
  const { file, remove } = await ownFile('settings.json', configOf(qwenCode, input));
  return { env: { QWEN_CODE_SYSTEM_SETTINGS_PATH: file }, remove };
}

/**
 * OpenClaw, with our models alone, and no agent with one of its own. Its memory sends `OPENAI_API_KEY` to OpenAI
 * whatever models it is given, so it gets none. Source: openclaw 2026.9.2, run.
 */
export async function openclawConfig(input: OverlayInput): Promise<Partial<Overlay>> {
  const { env } = input;
  const folder = env['OPENCLAW_STATE_DIR'] ?? join(env['OPENCLAW_HOME'] ?? homedir(), '.openclaw');
  const own = await configIn(env['OPENCLAW_CONFIG_PATH'] ?? join(folder, 'openclaw.json'), 'json5', 'OpenClaw');
  const ours = configOf(openclaw, input);
  const agents = objectAt(own, 'agents');
  const named = agents['list'];
  const list = isList(named) ? { list: named.map((one) => (isObject(one) ? without(one, 'model') : one)) } : {};
  const defaults = { ...objectAt(agents, 'defaults'), ...objectAt(objectAt(ours, 'agents'), 'defaults') };
  const config = { ...own, models: ours['models'] ?? {}, agents: { ...agents, ...list, defaults } };
  const { file, remove } = await ownFile('openclaw.json', config);
  return { env: { OPENCLAW_CONFIG_PATH: file, OPENCLAW_STATE_DIR: folder, OPENAI_API_KEY: undefined }, remove };
}

const PI = { id: 'pi', title: 'pi', speaks: ['openai', 'anthropic', 'gemini'] } as const;

/**
 * pi reads keys from variables but no base URLs, so its built-in providers get ours. Providers of the person's own, and
 * logins, are not there. Source: @earendil-works/pi-coding-agent 1.6.0, run; its docs, models-configuration.md.
 */
export async function piFolder({ routes, key, env }: OverlayInput): Promise<Partial<Overlay>> {
  const own = env['PI_CODING_AGENT_DIR'] ?? join(homedir(), '.pi', 'agent');
  const { openai, anthropic, gemini } = routes;
  const urls = { openai: openai?.v1, anthropic: anthropic?.root, google: gemini?.v1beta };
  const providers: Record<string, JsonObject> = {};
  for (const [id, baseUrl] of Object.entries(urls)) if (baseUrl) providers[id] = { baseUrl, apiKey: key };
  const settings = await configIn(join(own, 'settings.json'), 'jsonc', 'pi');
  const chosen = settings['defaultProvider'];
  const usual = typeof chosen === 'string' && Object.hasOwn(providers, chosen) ? {} : usualOfPi(routes);
  const { folder, remove } = await makeOwnFolder(own, {
    'models.json': JSON.stringify({ providers }),
    'settings.json': JSON.stringify({ ...settings, ...usual }),
    'auth.json': null,
  });
  return { env: { PI_CODING_AGENT_DIR: folder }, remove };
}

function usualOfPi(routes: OverlayInput['routes']): JsonObject {
  const usable = withModels(PI, routes);
  const family = PI.speaks.find((one) => usable[one] !== undefined) ?? 'openai';
  return { defaultProvider: family === 'gemini' ? 'google' : family, defaultModel: usable[family]?.models[0] ?? '' };
}

const KIMI = { id: 'kimi', title: 'Kimi Code', speaks: ['openai', 'anthropic'] } as const;

/**
 * Kimi Code takes one model from variables, but `-m` would choose one of its file: it gets none.
 * Source: @moonshot-ai/kimi-code 2.1.0, run; its bundle, applyEnvModelConfig.
 */
export async function kimiFolder({ routes, key, env }: OverlayInput): Promise<Partial<Overlay>> {
  const own = env['KIMI_CODE_HOME'] ?? join(homedir(), '.kimi-code');
  const usable = withModels(KIMI, routes);
  const type = usable.openai ? 'openai' : 'anthropic';
  const route = usable[type];
  const { folder, remove } = await makeOwnFolder(own, { 'config.toml': '', credentials: null });
  const variables = {
    KIMI_CODE_HOME: folder,
    KIMI_MODEL_PROVIDER_TYPE: type,
    KIMI_MODEL_NAME: route?.models[0],
    KIMI_MODEL_BASE_URL: type === 'openai' ? route?.v1 : route?.root,
    KIMI_MODEL_API_KEY: key,
  };
  return { env: variables, remove };
}

async function ownFile(name: string, config: JsonObject): Promise<{ readonly file: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-run-'));
  const file = join(folder, name);
  await writeFile(file, JSON.stringify(config, null, 2), { mode: 0o600 });
  return { file, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** @throws PurserError `INVALID_INPUT` for one that cannot be read: then nobody knows what the tool would do */
async function configIn(file: string, format: FormatId, title: string): Promise<JsonObject> {
  try {
    const config = FORMATS[format].parse(await readFile(file, 'utf8').catch(() => ''));
    return isObject(config) ? config : {};
  } catch (cause) {
    const why = `The settings of ${title} in ${file} cannot be read, so it might spend past Purser.`;
    throw new PurserError('INVALID_INPUT', `${why} Fix them.`, { cause });
  }
}

function objectAt(config: JsonObject, name: string): JsonObject {
  const value = config[name];
  return isObject(value) ? value : {};
}

function without(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}
