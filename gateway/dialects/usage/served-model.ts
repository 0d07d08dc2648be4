import { isModelName } from '../../domain/policy/check-model-name.ts';
import type { TokenUsage } from '../../domain/usage.ts';

/** The model that a reply says it served: an alias moves, and a deployment need not serve the model in its name. */
export function servedModel(name: unknown): Pick<TokenUsage, 'model'> {
  return isModelName(name) ? { model: name } : {};
}
