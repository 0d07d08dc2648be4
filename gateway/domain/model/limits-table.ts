import type { ModelLimits } from './model-limits.ts';
import { modelTable } from './model-table.ts';

/** Exact names of models, with a space between them, that have the same maxima. `undefined`: not published. */
export type LimitsRow = readonly [models: string, ...limits: Limits];

type Limits = readonly [context: number | undefined, output: number | undefined, input?: number];

/** Finds the maxima of a model by its exact name, as `modelTable` does. */
export function limitsFrom(rows: readonly LimitsRow[]): (model: string) => ModelLimits | undefined {
  return modelTable(rows.map(([models, ...limits]) => [models, limitsOf(limits)]));
}

function limitsOf([context, output, input]: Limits): ModelLimits {
  const known = { ...(context !== undefined && { context }), ...(input !== undefined && { input }) };
  return { ...known, ...(output !== undefined && { output }) };
}
