import type { ProviderKind } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';

/** What the form asks for one kind of provider. */
interface ProviderForm {
  /** How its keys begin, where they all do. */
  readonly keyBegins?: string;
  /** It may want no key. */
  readonly keyless?: true;
  readonly baseUrlExample: string;
  /** Everybody has an address of their own: there is none to fall back to. */
  readonly ownAddress?: true;
}

/** How keys of each kind of provider look, and where it is. */
export const PROVIDER_FORMS: Readonly<Record<ProviderKind, ProviderForm>> = {
  openai: { keyBegins: 'sk-', baseUrlExample: 'https://api.openai.com/v1' },
  anthropic: { keyBegins: 'sk-ant-', baseUrlExample: 'https://api.anthropic.com' },
  gemini: { keyBegins: 'AIza', baseUrlExample: 'https://generativelanguage.googleapis.com' },
  openrouter: { keyBegins: 'sk-or-v1-', baseUrlExample: 'https://openrouter.ai/api/v1' },
  azure: { baseUrlExample: 'https://RESOURCE.openai.azure.com/openai/v1', ownAddress: true },
  mistral: { baseUrlExample: 'https://api.mistral.ai/v1' },
  groq: { keyBegins: 'gsk_', baseUrlExample: 'https://api.groq.com/openai/v1' },
  xai: { keyBegins: 'xai-', baseUrlExample: 'https://api.x.ai/v1' },
  deepseek: { keyBegins: 'sk-', baseUrlExample: 'https://api.deepseek.com/v1' },
  together: { keyBegins: 'tgp_v1_', baseUrlExample: 'https://api.together.xyz/v1' },
  fireworks: { keyBegins: 'fw_', baseUrlExample: 'https://api.fireworks.ai/inference/v1' },
  cerebras: { keyBegins: 'csk-', baseUrlExample: 'https://api.cerebras.ai/v1' },
  moonshot: { keyBegins: 'sk-', baseUrlExample: 'https://api.moonshot.ai/v1' },
  zai: { baseUrlExample: 'https://api.z.ai/api/paas/v4' },
  qwen: { keyBegins: 'sk-', baseUrlExample: 'https://dashscope-intl.aliyuncs.com/compatible-mode/v1' },
  ollama: { keyless: true, baseUrlExample: 'http://127.0.0.1:11434/v1' },
  lmstudio: { keyless: true, baseUrlExample: 'http://127.0.0.1:1234/v1' },
  http: { keyless: true, baseUrlExample: 'https://api.github.com', ownAddress: true },
  'custom-openai': { keyless: true, baseUrlExample: 'https://models.example.com/v1', ownAddress: true },
  'custom-anthropic': { keyless: true, baseUrlExample: 'https://models.example.com', ownAddress: true },
};

/** What stands in the empty field of a key: `sk-…`. */
export function keyExample(kind: ProviderKind): string {
  const { keyBegins } = PROVIDER_FORMS[kind];
  if (keyBegins !== undefined) return `${keyBegins}…`;
  const forms: Readonly<Partial<Record<ProviderKind, string>>> = say.providers.keyForms;
  return forms[kind] ?? '';
}

/** What the person should know before adding it. */
export function hintFor(kind: ProviderKind): string | undefined {
  const hints: Readonly<Partial<Record<ProviderKind, string>>> = say.providers.hints;
  return hints[kind];
}

/** Whose key this must be, by how it begins. @returns undefined where several providers' do: `sk-` alone is nobody's */
export function kindOfKey(key: string): ProviderKind | undefined {
  return KINDS_BY_KEY.find(([beginning]) => key.trim().startsWith(beginning))?.[1];
}

/** OpenAI's own have a word behind `sk-`. */
const KINDS_BY_KEY: readonly (readonly [beginning: string, kind: ProviderKind])[] = [
  ['sk-proj-', 'openai'],
  ['sk-svcacct-', 'openai'],
  ['sk-ant-', 'anthropic'],
  ['sk-or-', 'openrouter'],
  ['AIza', 'gemini'],
  ['gsk_', 'groq'],
  ['xai-', 'xai'],
  ['tgp_', 'together'],
  ['fw_', 'fireworks'],
  ['csk-', 'cerebras'],
];
