import type { RequestView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';

/** The certainty of a cost in a word; a cost that a person has set is neither exact nor a guess. */
export function certaintyName({ basis, certainty }: Pick<RequestView, 'basis' | 'certainty'>): string {
  return basis === 'corrected' ? say.requests.setByYou : say.requests.certainties[certainty];
}

/** Why the cost of a request is what it is. */
export function certaintyWhy(request: RequestView): string {
  const { basis, certainty } = request;
  if (basis === null) return guessWhy(request);
  return basis === 'usage' && certainty !== 'exact' ? say.requests.unknownTier : say.requests.basisWhy[basis];
}

/** Of a request from before it was kept how its cost was found. */
function guessWhy(request: RequestView): string {
  const { certaintyWhy: why } = say.requests;
  const { certainty, stream, outcome } = request;
  if (outcome === 'provider-error' && certainty === 'exact' && request.cost === 0) return say.requests.basisWhy.unused;
  if (certainty !== 'estimated') return why[certainty];
  if (stream && outcome !== 'served') return why.early;
  return saidSomething(request) ? why.unsettled : why.noUsage;
}

/** An upper bound of Purser's own knows neither tiers nor caches nor parts: those are the provider's words. */
function saidSomething({ tier, cacheReadTokens, cacheWriteTokens, usageParts }: RequestView): boolean {
  return tier !== null || cacheReadTokens + cacheWriteTokens > 0 || Object.keys(usageParts).length > 0;
}
