import type { ProviderKind } from '../../shared/providers/provider-records.ts';

/**
 * Models that their provider has shut down before 2026-12-01 and that the publications still name without a mark. Each
 * with the page that says so.
 */
const RETIRED: Readonly<Partial<Record<ProviderKind, readonly (readonly [models: RegExp, source: string])[]>>> = {
  azure: [
    [
      /^(text-)?(ada|babbage|curie|davinci)(-00\d)?$/,
      'learn.microsoft.com, Azure OpenAI, "Retired models": 2024-07-06',
    ],
  ],
  openrouter: [
    [/gemini-(2\.5-pro-exp-03-25|flash-1\.5-8b-exp)$/, 'ai.google.dev/gemini-api/docs/changelog, shut down in 2025'],
  ],
};

/** True for a model that its provider no longer serves, by the provider's own page. */
export function isRetired(kind: ProviderKind, model: string): boolean {
  return (RETIRED[kind] ?? []).some(([models]) => models.test(model));
}
