import { FAMILIES } from './tool-spec.ts';
import type { Family, SdkPath } from './tool-spec.ts';
import { FAMILY_VARIABLES } from './variables.ts';

/** Paths that SDKs add to a base URL that ends with the version. */
export const CHAT = '/chat/completions';
export const RESPONSES = '/responses';
export const MESSAGES = '/messages';
/** Any model will do: no request to this path gets as far as a model. */
export const GENERATE = '/models/any:streamGenerateContent';

/** To a base URL without a version. OpenAI's SDKs want one with it. */
const BY_FAMILY: Readonly<Record<Family, string>> = {
  anthropic: `/v1${MESSAGES}`,
  openai: CHAT,
  gemini: `/v1beta${GENERATE}`,
};

/**
 * Paths that readers of the usual variables add to their base URLs. Source: the SDKs, run; LiteLLM, whose Gemini adds
 * no version.
 */
export const VARIABLE_PATHS: readonly SdkPath[] = [
  { under: 'GEMINI_API_BASE', adds: GENERATE },
  ...FAMILIES.flatMap((family) =>
    FAMILY_VARIABLES[family].urls.map(({ name }) => ({ under: name, adds: BY_FAMILY[family] })),
  ),
];
