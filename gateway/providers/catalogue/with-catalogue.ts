import type { ModelLimits } from '../../domain/model/model-limits.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { catalogueOf } from './catalogue.ts';

/** A kind of provider that knows the models of the catalogue beside its own. */
export function withCatalogue(spec: ProviderSpec): ProviderSpec {
  const { secondId, datedApart } = spec.prices;
  if (secondId === undefined) return spec;
  const { limitsOf, ...catalogue } = catalogueOf(secondId, datedApart);
  const thoughts = spec.limitOmitsThinking?.mostThinking ?? 0;
  return {
    ...spec,
    prices: { catalogue, ...spec.prices },
    limitsOf: (model) => spec.limitsOf?.(model) ?? withThoughts(limitsOf(model), thoughts),
  };
}

/** The published answer is without thoughts where the provider's limit is. */
function withThoughts(limits: ModelLimits | undefined, thoughts: number): ModelLimits | undefined {
  if (limits?.output === undefined) return limits;
  return { ...limits, output: Math.min(limits.output + thoughts, limits.context ?? Infinity) };
}
