import type { ProviderKind } from '../../../shared/contract/views.ts';

/** What each kind of provider is called, and how its keys begin. */
export const PROVIDER_TEXT: Readonly<Record<ProviderKind, { readonly name: string; readonly keyExample: string; readonly baseUrlExample: string }>> = {
  openai: { name: 'OpenAI', keyExample: 'sk-…', baseUrlExample: 'https://api.openai.com/v1' },
  anthropic: { name: 'Anthropic', keyExample: 'sk-ant-…', baseUrlExample: 'https://api.anthropic.com' },
  gemini: { name: 'Google Gemini', keyExample: 'AIza…', baseUrlExample: 'https://generativelanguage.googleapis.com' },
};
