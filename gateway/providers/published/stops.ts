import type { ProviderRecord } from '../../ledger/records.ts';
import { isOwnHost } from '../own-host.ts';
import type { ProviderSpec, StopsWhenLeft } from '../provider-spec.ts';

/** The known behaviour of a provider whose stream is left: see {@link StopsWhenLeft}. */
export type Stops = StopsWhenLeft['answer'];

/**
 * Whether this provider stops, and stops billing, when its stream is left. The person's statement goes before the known
 * behaviour of its kind, which holds for its own hosts only: a server in between may not notice.
 * @param free false for a model that costs money where most cost nothing
 */
export function stopsOf(
  spec: Pick<ProviderSpec, 'stopsWhenLeft' | 'defaultBaseUrl' | 'ownHosts'>,
  { baseUrl, stopsWhenLeft }: Pick<ProviderRecord, 'baseUrl' | 'stopsWhenLeft'>,
  free = true,
): Stops {
  const { answer } = spec.stopsWhenLeft;
  if (answer === 'free') return free ? answer : (stopsWhenLeft ?? 'unknown');
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
