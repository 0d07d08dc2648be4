import type { ProviderRecord } from '../../ledger/records.ts';
import { isOwnHost } from '../own-host.ts';
import type { ProviderSpec, StopsWhenLeft } from '../provider-spec.ts';

/** The known behaviour of a provider whose stream is left: see {@link StopsWhenLeft}. */
export type Stops = StopsWhenLeft['answer'];

/**
 * Does this provider stop, and stop billing, when its stream is left? What the person says goes before what its kind is
 * known to do, and that is true of its own hosts only: a server in between may hear of nothing.
 */
export function stopsOf(
  spec: Pick<ProviderSpec, 'stopsWhenLeft' | 'defaultBaseUrl' | 'ownHosts'>,
  { baseUrl, stopsWhenLeft }: Pick<ProviderRecord, 'baseUrl' | 'stopsWhenLeft'>,
): Stops {
  const { answer } = spec.stopsWhenLeft;
  if (answer === 'free') return answer;
  return stopsWhenLeft ?? (isOwnHost(spec, baseUrl) ? answer : 'unknown');
}

/** No stream of this model is faster there, in tokens a second: Infinity at a host that nobody knows. */
export function paceOf(
  spec: Pick<ProviderSpec, 'mostTokensPerSecond' | 'defaultBaseUrl' | 'ownHosts'>,
  { baseUrl }: Pick<ProviderRecord, 'baseUrl'>,
  model: string,
): number {
  return isOwnHost(spec, baseUrl) ? spec.mostTokensPerSecond(model) : Infinity;
}
