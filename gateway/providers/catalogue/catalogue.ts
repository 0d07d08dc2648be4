import type { ModelLimits } from '../../domain/model/model-limits.ts';
import type { Catalogue } from '../../domain/price/price-source.ts';
import { withoutDate } from '../../domain/policy/model-name.ts';
import { readRows } from './read-rows.ts';
import type { CataloguedModel } from './read-rows.ts';
import { ROWS } from './rows.ts';

/** Providers of the publication that belong to another one of ours. */
export const MORE_IDS: readonly string[] = ['cloudflare-ai-gateway'];

let known: ReturnType<typeof readRows> | undefined;

/** The models of a provider, by its id at models.dev. Read when somebody first asks. */
export function catalogueOf(
  id: string,
  datedApart = false,
): Catalogue & { readonly limitsOf: (model: string) => ModelLimits | undefined } {
  const find = (model: string): CataloguedModel | undefined => {
    known ??= readRows(ROWS);
    const models = known.get(id);
    const name = model.toLowerCase();
    return models?.get(name) ?? (datedApart ? undefined : models?.get(withoutDate(name)));
  };
  return {
    names: () => [...((known ??= readRows(ROWS)).get(id)?.keys() ?? [])],
    find: (model) => find(model)?.price,
    limitsOf: (model) => secondHand(find(model)?.limits),
  };
}

/** Hosts are listed with a default as often as with a maximum: no longest answer counts as shorter than this. */
const LEAST_OUTPUT = 32_768;

function secondHand(limits: ModelLimits | undefined): ModelLimits | undefined {
  if (limits?.output === undefined) return limits && { ...limits, secondHand: true };
  const { context = LEAST_OUTPUT, output } = limits;
  return { ...limits, output: Math.min(Math.max(output, LEAST_OUTPUT), context), secondHand: true };
}

/** Several as one: the first that knows a model tells. */
export function joinCatalogues(all: readonly Catalogue[]): Catalogue {
  return {
    names: () => all.flatMap(({ names }) => names()),
    find: (model) => all.map(({ find }) => find(model)).find((price) => price !== undefined),
  };
}
