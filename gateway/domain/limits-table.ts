import type { ModelLimits } from './model-limits.ts';

/** Exact names of models, with a space between them, that have the same maxima. `undefined`: not published. */
export type LimitsRow = readonly [models: string, ...limits: Limits];

type Limits = readonly [context: number | undefined, output: number | undefined, input?: number];

/** What a name may end with and still mean the model it begins with: the date of a snapshot, or the newest of them. */
const SNAPSHOT = /(?:-20\d{2}-\d{2}-\d{2}|[-@]20\d{6}|-latest)$/;

/**
 * Looks for a model by its exact name, then by its name without the date of a snapshot; never by the beginning of
 * another model's name. Large and small letters are one, as they are in the price library.
 */
export function limitsFrom(rows: readonly LimitsRow[]): (model: string) => ModelLimits | undefined {
  const known = new Map<string, ModelLimits>();
  for (const [models, ...limits] of rows) {
    for (const model of models.toLowerCase().split(' ')) known.set(model, limitsOf(limits));
  }
  return (model) => {
    const name = model.toLowerCase();
    return known.get(name) ?? known.get(name.replace(SNAPSHOT, ''));
  };
}

function limitsOf([context, output, input]: Limits): ModelLimits {
  const known = { ...(context !== undefined && { context }), ...(input !== undefined && { input }) };
  return { ...known, ...(output !== undefined && { output }) };
}
