import { PurserError } from '../../shared/errors.ts';
import { DEFAULT_MODELS } from '../connections/default-models.ts';
import { FAMILIES } from '../connections/tool-spec.ts';
import type { Family, ToolRoutes } from '../connections/tool-spec.ts';
import type { RouteChoice } from '../connections/connection-deps.ts';
import type { DialectId } from '../dialects/dialect.ts';
import type { ProviderRecord } from '../ledger/records.ts';
import { abilitiesAt, wantsResponses } from '../providers/model-abilities/model-abilities.ts';
import { PROVIDERS, speaks as speaksDialect } from '../providers/providers.ts';

const DIALECT_OF: Readonly<Record<Family, DialectId>> = {
  anthropic: 'anthropic-messages',
  openai: 'openai-chat',
  gemini: 'gemini',
};

/**
 * Where tools reach the person's providers: one provider per protocol family, preferably the vendor's own.
 * @param gatewayUrl `http://127.0.0.1:PORT`
 * @throws PurserError `NOT_FOUND` for an unknown provider
 */
export function routesTo(
  providers: readonly ProviderRecord[],
  gatewayUrl: string,
  { provider, models }: RouteChoice,
): ToolRoutes {
  const wanted = provider === undefined ? providers : providers.filter(({ name }) => name === provider);
  if (provider !== undefined && wanted.length === 0)
    throw new PurserError('NOT_FOUND', `There is no provider named "${provider}". See \`purser provider list\`.`);
  return Object.fromEntries(
    FAMILIES.flatMap((family) => {
      const fitting = wanted.filter(({ kind }) => speaks(kind, family));
      const chosen = fitting.find(({ kind }) => kind === family) ?? fitting[0];
      if (!chosen) return [];
      const root = `${gatewayUrl}/${chosen.name}`;
      const usual = chosen.kind === family ? DEFAULT_MODELS[family] : [];
      const given = provider === undefined ? models?.filter((model) => familyOf(model) === family) : models;
      const facts = {
        abilitiesOf: (model: string) => abilitiesAt(chosen.kind, model),
        wantsResponses: wantsResponses(chosen.kind),
      };
      return [
        [
          family,
          { provider: chosen.name, root, v1: `${root}/v1`, v1beta: `${root}/v1beta`, models: given ?? usual, ...facts },
        ],
      ];
    }),
  );
}

/** True if tools of this family can use this kind of provider. */
export function speaks(kind: ProviderRecord['kind'], family: Family): boolean {
  return speaksDialect(PROVIDERS[kind], [DIALECT_OF[family]]);
}

/** Guesses a model's family when no provider was named for it. */
function familyOf(model: string): Family {
  if (model.startsWith('claude')) return 'anthropic';
  return model.startsWith('gemini') ? 'gemini' : 'openai';
}
