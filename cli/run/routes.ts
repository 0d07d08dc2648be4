import type { ProviderView } from '../../shared/contract/views.ts';
import { DEFAULT_MODELS } from '../../gateway/connections/default-models.ts';
import { FAMILIES } from '../../gateway/connections/tool-spec.ts';
import type { Family, ToolRoutes } from '../../gateway/connections/tool-spec.ts';
import type { DialectId } from '../../gateway/dialects/dialect.ts';
import { abilitiesAt, wantsResponses } from '../../gateway/providers/model-abilities/model-abilities.ts';
import { PROVIDERS, speaks } from '../../gateway/providers/providers.ts';

const DIALECTS: Readonly<Record<Family, readonly DialectId[]>> = {
  anthropic: ['anthropic-messages'],
  openai: ['openai-chat', 'openai-responses'],
  gemini: ['gemini'],
};

/** One provider for each protocol family: the vendor's own where there is one, else the first that speaks it. */
export function routesTo(providers: readonly ProviderView[], gatewayUrl: string): ToolRoutes {
  return Object.fromEntries(
    FAMILIES.flatMap((family) => {
      const chosen =
        providers.find(({ kind }) => kind === family) ??
        providers.find(({ kind }) => speaks(PROVIDERS[kind], DIALECTS[family]));
      if (!chosen) return [];
      const root = `${gatewayUrl}/${chosen.name}`;
      const facts = {
        abilitiesOf: (model: string) => abilitiesAt(chosen.kind, model),
        wantsResponses: wantsResponses(chosen.kind),
      };
      return [
        [
          family,
          {
            provider: chosen.name,
            root,
            v1: `${root}/v1`,
            v1beta: `${root}/v1beta`,
            models: chosen.kind === family ? DEFAULT_MODELS[family] : [],
            ...facts,
          },
        ],
      ];
    }),
  );
}
