import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openCodeEntries } from '../../gateway/connections/tools/opencode-provider.ts';
import type { Routes } from '../../gateway/connections/tool-spec.ts';
import { anthropicLogin } from './child-environment.ts';
import type { Environment } from './child-environment.ts';
import { namesModel } from './codex-model.ts';
import { makeGeminiHome } from './gemini-home.ts';

/** What a tool needs beside variables; it dies with the process. */
export interface Overlay {
  /** Before the person's own arguments. */
  readonly flags: readonly string[];
  readonly env: Environment;
  remove(): Promise<void>;
}

type MakeOverlay = (routes: Routes, key: string, env: Environment, args: readonly string[]) => Partial<Overlay> | Promise<Partial<Overlay>>;

const BY_COMMAND: Readonly<Record<string, MakeOverlay>> = { claude: claudeSettings, codex: codexFlags, opencode: openCodeConfig, gemini: geminiSettings };

/** Makes the overlay for a command, by its name; most need none. @param args the person's own */
export async function overlayFor(command: string, args: readonly string[], routes: Routes, key: string, env: Environment): Promise<Overlay> {
  const make = BY_COMMAND[basename(command).replace(/\.(exe|cmd|ps1)$/i, '')];
  return { flags: [], env: {}, remove: () => Promise.resolve(), ...(await make?.(routes, key, env, args)) };
}

/**
 * Claude Code reads variables, but those in its settings win: of a connection, or a key the person put there. Settings given
 * as a flag win over all of them; a file, because flags are for all to see. Source: claude 2.1.329, run.
 */
async function claudeSettings({ anthropic }: Routes, key: string): Promise<Partial<Overlay>> {
  if (!anthropic) return {};
  const folder = await mkdtemp(join(tmpdir(), 'purser-run-'));
  const file = join(folder, 'settings.json');
  await writeFile(file, JSON.stringify({ env: { ANTHROPIC_BASE_URL: anthropic.root, ...anthropicLogin(key) } }), { mode: 0o600 });
  return { flags: ['--settings', file], remove: () => rm(folder, { recursive: true, force: true }) };
}

/**
 * Codex ignores `OPENAI_BASE_URL`. A provider of our own, whose key stays in the environment: flags are for all to see.
 * Source: codex 0.169.0, run; codex-rs/model-provider-info.
 */
async function codexFlags({ openai }: Routes, _key: string, env: Environment, args: readonly string[]): Promise<Partial<Overlay>> {
  if (!openai) return {};
  const [usual] = openai.models;
  const model = usual === undefined || (await namesModel(args, env, process.cwd())) ? [] : ['-c', `model=${JSON.stringify(usual)}`];
  const provider = `{ name = "Purser", base_url = ${JSON.stringify(openai.v1)}, wire_api = "responses", env_key = "OPENAI_API_KEY" }`;
  return { flags: [...model, '-c', 'model_provider="purser"', '-c', `model_providers.purser=${provider}`] };
}

/** OpenCode merges this variable over its files. Its built-in providers are sent through the gateway too. Source: opencode 1.18.33. */
function openCodeConfig(routes: Routes, key: string, env: Environment): Partial<Overlay> {
  const { openai, anthropic, gemini } = routes;
  const builtIn = (name: string, baseURL: string | undefined): readonly (readonly [string, unknown])[] => (baseURL === undefined ? [] : [[name, { options: { baseURL, apiKey: key } }]]);
  const ours = openCodeEntries(routes, key).flatMap(({ at: [, id], value }) => (typeof id === 'string' ? [[id, value] as const] : []));
  const provider = Object.fromEntries([...builtIn('openai', openai?.v1), ...builtIn('anthropic', anthropic?.v1), ...builtIn('google', gemini?.v1beta), ...ours]);
  return { env: { OPENCODE_CONFIG_CONTENT: JSON.stringify({ ...objectIn(env['OPENCODE_CONFIG_CONTENT']), provider }) } };
}

/** @see makeGeminiHome */
async function geminiSettings({ gemini }: Routes, _key: string, env: Environment): Promise<Partial<Overlay>> {
  if (!gemini) return {};
  const { folder, remove } = await makeGeminiHome(env);
  return { env: { GEMINI_CLI_HOME: folder }, remove };
}

function objectIn(text: string | undefined): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
