import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { proxyBypass } from '../../gateway/connections/verify/loopback.ts';
import { copilotCli } from '../../gateway/connections/tools/copilot-cli/copilot-cli.ts';
import { namesModel } from './codex-model.ts';
import { clineFolder, continueConfig, kimiFolder, openclawConfig, piFolder, qwenSettings } from './folder-overlays.ts';
import { makeGeminiHome } from './gemini-home.ts';
import { openCodeConfig } from './opencode-config.ts';
import { routeFor, withModels } from './overlay.ts';
import type { MakeOverlay, Overlay, OverlayInput } from './overlay.ts';

const BY_COMMAND: Readonly<Record<string, MakeOverlay>> = {
  claude: claudeSettings,
  codex: codexFlags,
  opencode: openCodeConfig('opencode'),
  // Kilo stands on OpenCode. Source: kilo 7.7.7, run.
  kilo: openCodeConfig('kilo'),
  gemini: geminiSettings,
  qwen: qwenSettings,
  cline: clineFolder,
  copilot: copilotVariables,
  cn: continueConfig,
  openclaw: openclawConfig,
  pi: piFolder,
  kimi: kimiFolder,
  goose: gooseVariables,
  grok: grokVariables,
};

/** A command by its name, wherever it is. */
export function nameOf(command: string): string {
  return basename(command).replace(/\.(exe|cmd|ps1)$/i, '');
}

export const NO_OVERLAY: Overlay = { flags: [], env: {}, remove: () => Promise.resolve() };

/**
 * Makes the overlay for a command, by its name; most need none.
 * @throws PurserError where there can be none: the tool would go on with what is in its own config
 */
export async function overlayFor(command: string, input: OverlayInput): Promise<Overlay> {
  const name = nameOf(command);
  const make = Object.hasOwn(BY_COMMAND, name) ? BY_COMMAND[name] : undefined;
  return { ...NO_OVERLAY, ...(await make?.(input)) };
}

/**
 * Claude Code reads variables, but those in its settings win: of a connection, or a key the person put there. Settings
 * given as a flag win over all of them; a file, because flags are for all to see. The key is a token, and there is no
 * API key: with one it would ask whether it may be used, and the answer would stay in its settings. Source: claude
 * 2.1.329, run.
 */
async function claudeSettings({ routes, key, env }: OverlayInput): Promise<Partial<Overlay>> {
  const anthropic = routeFor('anthropic', routes, 'Claude Code');
  const login = { ANTHROPIC_AUTH_TOKEN: key, ANTHROPIC_API_KEY: '' };
  const folder = await mkdtemp(join(tmpdir(), 'purser-run-'));
  const file = join(folder, 'settings.json');
  const settings = { env: { ANTHROPIC_BASE_URL: anthropic.root, ...login, ...proxyBypass(env) } };
  await writeFile(file, JSON.stringify(settings), { mode: 0o600 });
  return { flags: ['--settings', file], env: login, remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Codex ignores `OPENAI_BASE_URL`. A provider of our own, whose key stays in the environment: flags are for all to see.
 * Source: codex 0.169.0, run; codex-rs/model-provider-info.
 */
async function codexFlags({ routes, env, args }: OverlayInput): Promise<Partial<Overlay>> {
  const openai = routeFor('openai', routes, 'Codex');
  const [usual] = openai.models;
  const isNamed = usual === undefined || (await namesModel(args, env, process.cwd()));
  const model = isNamed ? [] : ['-c', `model=${JSON.stringify(usual)}`];
  const url = JSON.stringify(openai.v1);
  const provider = `{ name = "Purser", base_url = ${url}, wire_api = "responses", env_key = "OPENAI_API_KEY" }`;
  return { flags: [...model, '-c', 'model_provider="purser"', '-c', `model_providers.purser=${provider}`] };
}

/** @see makeGeminiHome */
async function geminiSettings({ routes, env }: OverlayInput): Promise<Partial<Overlay>> {
  routeFor('gemini', routes, 'Gemini CLI');
  const { folder, remove } = await makeGeminiHome(env);
  return { env: { GEMINI_CLI_HOME: folder }, remove };
}

/** Copilot CLI asks for no login where a provider is named. Source: copilot 1.0.102, run; `copilot help providers`. */
function copilotVariables({ routes, key, env }: OverlayInput): Partial<Overlay> {
  const usable = withModels(copilotCli, routes);
  const { openai, anthropic } = usable;
  const [type, url] = openai ? ['openai', openai.v1] : ['anthropic', anthropic?.root];
  const provider = { COPILOT_PROVIDER_TYPE: type, COPILOT_PROVIDER_BASE_URL: url, COPILOT_PROVIDER_API_KEY: key };
  return { env: { ...provider, COPILOT_MODEL: env['COPILOT_MODEL'] || (openai ?? anthropic)?.models[0] } };
}

/** Goose's variables win over its config. Source: goose docs, environment-variables.md, 2026-11; not run. */
function gooseVariables({ routes, env }: OverlayInput): Partial<Overlay> {
  const openai = routeFor('openai', routes, 'Goose');
  const { origin, pathname } = new URL(openai.v1);
  const model = env['GOOSE_MODEL'] || openai.models[0];
  const host = { OPENAI_HOST: origin, OPENAI_BASE_PATH: `${pathname.slice(1)}/chat/completions` };
  return { env: { GOOSE_PROVIDER: 'openai', ...(model === undefined ? {} : { GOOSE_MODEL: model }), ...host } };
}

/** Grok CLI's variables win over the key in its settings. Source: @vibe-kit/grok-cli 0.0.34, run. */
function grokVariables({ routes, key, env }: OverlayInput): Partial<Overlay> {
  const openai = routeFor('openai', routes, 'Grok CLI');
  return { env: { GROK_API_KEY: key, GROK_BASE_URL: openai.v1, GROK_MODEL: env['GROK_MODEL'] || openai.models[0] } };
}
