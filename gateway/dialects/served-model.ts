import type { TokenUsage } from '../domain/usage.ts';

/** The letters that names of models are written with. A name is looked up, stored and shown. */
const NAME = /^[\w.:/@+~-]{1,200}$/;

/** The model that a reply says it served: an alias moves, and a deployment need not serve what it is called after. */
export function servedModel(name: unknown): Pick<TokenUsage, 'model'> {
  return typeof name === 'string' && NAME.test(name) ? { model: name } : {};
}
