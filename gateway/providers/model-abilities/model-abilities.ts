import type { ProviderKind } from '../../../shared/providers/provider-records.ts';
import type { ModelAbilities } from '../../domain/model/model-abilities.ts';
import { PROVIDERS } from '../providers.ts';
import {
  anthropicAbilities,
  deepseekAbilities,
  geminiAbilities,
  mistralAbilities,
  moonshotAbilities,
  openAiAbilities,
  xaiAbilities,
  zaiAbilities,
} from './vendors.ts';

type Find = (model: string) => ModelAbilities | undefined;

/** The vendors whose models a provider serves under the vendor's own names. */
const BY_KIND: Readonly<Partial<Record<ProviderKind, Find>>> = {
  openai: openAiAbilities,
  azure: openAiAbilities,
  anthropic: anthropicAbilities,
  gemini: geminiAbilities,
  xai: xaiAbilities,
  deepseek: deepseekAbilities,
  moonshot: moonshotAbilities,
  zai: zaiAbilities,
  mistral: mistralAbilities,
};

/** The vendor before the slash. Source: openrouter.ai/models, 2026-11. */
const BY_VENDOR: ReadonlyMap<string, Find> = new Map<string, Find>([
  ['openai', openAiAbilities],
  ['anthropic', anthropicAbilities],
  ['google', geminiAbilities],
  ['x-ai', xaiAbilities],
  ['deepseek', deepseekAbilities],
  ['moonshotai', moonshotAbilities],
  ['z-ai', zaiAbilities],
  ['mistralai', mistralAbilities],
]);

/** All known facts about a model at a kind of provider: its published maxima and its abilities. */
export function abilitiesAt(kind: ProviderKind, model: string): ModelAbilities {
  return { ...PROVIDERS[kind].limitsOf?.(model), ...find(kind, model) };
}

/**
 * True where a provider's models think and call functions together only through its Responses API. OpenAI refuses both
 * in one chat request since gpt-5.4, for gpt-5.6 and later also where no thoughts were asked for: "Function tools with
 * reasoning_effort are not supported for gpt-6-astra in /v1/chat/completions. [...] use /v1/responses". Sources:
 * openai/openai-openapi#541 of 2026-05, danny-avila/LibreChat#14231 of 2026-07, laurent22/joplin#16451 of 2026-09.
 */
export function wantsResponses(kind: ProviderKind): boolean {
  return kind === 'openai' || kind === 'azure';
}

function find(kind: ProviderKind, model: string): ModelAbilities | undefined {
  if (kind !== 'openrouter') return BY_KIND[kind]?.(model);
  const [vendor = '', name = ''] = model.split('/');
  return BY_VENDOR.get(vendor)?.(name);
}
