import type { JsonObject } from '../formats/json-value.ts';
import { CHAT, GENERATE, MESSAGES } from '../sdk-paths.ts';
import type { Family, Routes, SdkPath } from '../tool-spec.ts';
import type { WantedEntry } from '../want.ts';

/** The SDKs that are compiled into OpenCode and Kilo, and the base URL each takes. */
const SDKS: Readonly<Record<Family, { readonly id: string; readonly npm: string; readonly form: 'v1' | 'v1beta'; readonly name: string }>> = {
  openai: { id: 'purser', npm: '@ai-sdk/openai-compatible', form: 'v1', name: 'Purser' },
  anthropic: { id: 'purser-anthropic', npm: '@ai-sdk/anthropic', form: 'v1', name: 'Purser (Anthropic)' },
  gemini: { id: 'purser-gemini', npm: '@ai-sdk/google', form: 'v1beta', name: 'Purser (Gemini)' },
};

/** What those SDKs add. */
export const OPENCODE_PATHS: readonly SdkPath[] = [
  { under: SDKS.openai.id, adds: CHAT },
  { under: SDKS.anthropic.id, adds: MESSAGES },
  { under: SDKS.gemini.id, adds: GENERATE },
];

/** Provider entries of our own, one per family that there is a key for: the built-in ones stay as they are. */
export function openCodeEntries(routes: Routes, key: string): readonly WantedEntry[] {
  return (['openai', 'anthropic', 'gemini'] as const).flatMap((family) => {
    const route = routes[family];
    if (!route) return [];
    const { id, npm, form, name } = SDKS[family];
    const models: JsonObject = Object.fromEntries(route.models.map((model) => [model, { name: model }]));
    return [{ at: ['provider', id], value: { npm, name, options: { baseURL: route[form], apiKey: key }, models } }];
  });
}

/** `purser/MODEL`, as these tools name a model. */
export function openCodeModel(routes: Routes): string {
  const family = (['openai', 'anthropic', 'gemini'] as const).find((one) => routes[one] !== undefined) ?? 'openai';
  return `${SDKS[family].id}/${routes[family]?.models[0] ?? ''}`;
}
