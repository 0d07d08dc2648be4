import type { RequestView } from '../../../shared/contract/views.ts';
import { say } from '../../strings/say.ts';

/** Why the cost of a request is known as well as it is. */
export function certaintyWhy(request: RequestView): string {
  const { certaintyWhy: why } = say.requests;
  const { certainty, stream, outcome } = request;
  if (certainty !== 'estimated') return why[certainty];
  if (stream && outcome !== 'served') return why.early;
  return saidSomething(request) ? why.unsettled : why.noUsage;
}

/** An upper bound of Purser's own knows neither tiers nor caches nor parts: those are the provider's words. */
function saidSomething({ tier, cacheReadTokens, cacheWriteTokens, usageParts }: RequestView): boolean {
  return tier !== null || cacheReadTokens + cacheWriteTokens > 0 || Object.keys(usageParts).length > 0;
}
