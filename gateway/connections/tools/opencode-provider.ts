import type { JsonObject, PlainPath } from '../formats/json-value.ts';
import { CHAT, GENERATE, MESSAGES, RESPONSES } from '../sdk-paths.ts';
import type { Family, ToolRoute, ToolRoutes, SdkPath } from '../tool-spec.ts';
import type { WantedEntry } from '../change/want.ts';
import { abilitiesFor, known, reads } from './written-abilities.ts';

/** The SDKs that are compiled into OpenCode and Kilo, and the base URL each takes. */
const SDKS: Readonly<
  Record<Family, { readonly id: string; readonly npm: string; readonly form: 'v1' | 'v1beta'; readonly name: string }>
> = {
  openai: { id: 'purser', npm: '@ai-sdk/openai-compatible', form: 'v1', name: 'Purser' },
  anthropic: { id: 'purser-anthropic', npm: '@ai-sdk/anthropic', form: 'v1', name: 'Purser (Anthropic)' },
  gemini: { id: 'purser-gemini', npm: '@ai-sdk/google', form: 'v1beta', name: 'Purser (Gemini)' },
};

/** The SDK that speaks Responses. */
const RESPONSES_SDK = '@ai-sdk/openai';

/** The paths that those SDKs add. */
export const OPENCODE_PATHS: readonly SdkPath[] = [
  { beside: ['npm', RESPONSES_SDK], adds: RESPONSES },
  { under: SDKS.openai.id, adds: CHAT },
  { under: SDKS.anthropic.id, adds: MESSAGES },
  { under: SDKS.gemini.id, adds: GENERATE },
];

/** The settings that choose a model in their config, by `PROVIDER/MODEL`. Source: opencode.ai/docs/config, 2026-08. */
export const OPENCODE_CHOICES: readonly PlainPath[] = [
  ['model'],
  ['small_model'],
  ['agent', '*', 'model'],
  ['mode', '*', 'model'],
  ['command', '*', 'model'],
];
export const OPENCODE_OURS = /^purser(?:-anthropic|-gemini)?\//;

/** Provider entries of our own, one per family that there is a key for: the built-in ones stay as they are. */
export function openCodeEntries(routes: ToolRoutes, key: string): readonly WantedEntry[] {
  return (['openai', 'anthropic', 'gemini'] as const).flatMap((family) => {
    const route = routes[family];
    if (!route) return [];
    const { id, npm, form, name } = SDKS[family];
    const sdk = family === 'openai' && route.wantsResponses ? RESPONSES_SDK : npm;
    const models: JsonObject = Object.fromEntries(route.models.map((model) => [model, modelOf(route, model)]));
    return [
      { at: ['provider', id], value: { npm: sdk, name, options: { baseURL: route[form], apiKey: key }, models } },
    ];
  });
}

/** Left out, each of these means no: no window, so that nothing is ever compacted; no pictures; no thoughts. */
function modelOf(route: ToolRoute, model: string): JsonObject {
  const abilities = abilitiesFor(route, model);
  const { window, prompt, answer, callsTools, thinks } = abilities;
  // It takes no limit without both, and no more than 32,000 of the second.
  const limit =
    window === undefined
      ? undefined
      : known({ context: window, input: prompt === window ? undefined : prompt, output: answer ?? window });
  const input = abilities.reads && ['text', ...abilities.reads];
  return known({
    name: model,
    attachment: reads(abilities, 'image') ?? reads(abilities, 'pdf'),
    reasoning: thinks,
    tool_call: callsTools,
    limit,
    modalities: input && { input, output: ['text'] },
  });
}

/** `purser/MODEL`, as these tools name a model. */
export function openCodeModel(routes: ToolRoutes): string {
  const family = (['openai', 'anthropic', 'gemini'] as const).find((one) => routes[one] !== undefined) ?? 'openai';
  return `${SDKS[family].id}/${routes[family]?.models[0] ?? ''}`;
}
