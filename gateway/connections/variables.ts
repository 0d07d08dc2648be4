import { FAMILIES } from './tool-spec.ts';
import type { Family, ToolRoutes } from './tool-spec.ts';

interface FamilyVariables {
  /** Base URLs, each in the form that its readers want. */
  readonly urls: readonly { readonly name: string; readonly form: 'root' | 'v1' }[];
  readonly keys: readonly string[];
}

/**
 * The variables of the environment that carry base URL and key, per protocol family, for SDKs, frameworks and the
 * tools that read nothing else. `GOOGLE_API_KEY` is left out on purpose: several libraries read it and ignore the base
 * URL, so the sub-key would go to Google.
 */
export const FAMILY_VARIABLES: Readonly<Record<Family, FamilyVariables>> = {
  anthropic: {
    urls: [
      { name: 'ANTHROPIC_BASE_URL', form: 'root' },
      { name: 'ANTHROPIC_API_BASE', form: 'root' },
    ],
    keys: ['ANTHROPIC_API_KEY'],
  },
  openai: {
    urls: [
      { name: 'OPENAI_BASE_URL', form: 'v1' },
      { name: 'OPENAI_API_BASE', form: 'v1' },
    ],
    keys: ['OPENAI_API_KEY'],
  },
  gemini: {
    urls: [
      { name: 'GOOGLE_GEMINI_BASE_URL', form: 'root' },
      { name: 'GEMINI_API_BASE', form: 'root' },
    ],
    keys: ['GEMINI_API_KEY'],
  },
};

/**
 * The variables for every route, base URL and key always together: one without the other sends a key to the wrong
 * place.
 */
export function variablesFor(routes: ToolRoutes, key: string): readonly (readonly [name: string, value: string])[] {
  return FAMILIES.flatMap((family): readonly (readonly [string, string])[] => {
    const route = routes[family];
    if (!route) return [];
    const { urls, keys } = FAMILY_VARIABLES[family];
    return [...urls.map(({ name, form }) => [name, route[form]] as const), ...keys.map((name) => [name, key] as const)];
  });
}
