import type { Medium, ModelAbilities } from '../../domain/model/model-abilities.ts';
import { modelTable } from '../../domain/model/model-table.ts';

type Ability = Medium | 'thinks' | 'adaptive' | 'tools';

/** Exact names of models, with a space between them, and all that they can do beside reading and writing text. */
export type AbilitiesRow = readonly [models: string, ...abilities: readonly Ability[]];

const MEDIA: ReadonlySet<Ability> = new Set<Medium>(['image', 'pdf', 'audio', 'video']);

/** Finds the abilities of a model by its exact name, as `modelTable` does. */
export function abilitiesFrom(rows: readonly AbilitiesRow[]): (model: string) => ModelAbilities | undefined {
  return modelTable(rows.map(([models, ...abilities]) => [models, abilitiesIn(abilities)]));
}

function abilitiesIn(abilities: readonly Ability[]): ModelAbilities {
  return {
    reads: abilities.filter(isMedium),
    thinks: abilities.includes('thinks'),
    callsTools: abilities.includes('tools'),
    ...(abilities.includes('adaptive') && { thinksAdaptively: true }),
  };
}

function isMedium(ability: Ability): ability is Medium {
  return MEDIA.has(ability);
}
