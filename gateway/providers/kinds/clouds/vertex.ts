import { MACHINE_LOGIN } from '../../../../shared/providers/provider-record.ts';
import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import { vertexEndpoints } from '../../../dialects/vertex/endpoints.ts';
import { isLocation } from '../../../dialects/vertex/location.ts';
import { vertexLimits } from '../../model-limits/vertex.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { GOES_ON } from '../../published/stops-when-left.ts';
import { vertexPrices } from '../../published/vertex-prices.ts';
import { gemini } from '../gemini.ts';

/** A host of every region, two of jurisdictions, and one of the whole world. */
const HOSTS = /(?:[a-z]+-[a-z]+\d{1,2}-)?aiplatform\.googleapis\.com|aiplatform\.(?:us|eu)\.rep\.googleapis\.com/;
const EVERYWHERE = 'https://aiplatform.googleapis.com';

/**
 * Google Vertex AI: Gemini, Claude and others. A request names its project and its place, and goes to the host of that
 * place; a person who gives the host of one place keeps everything there. Source: docs.cloud.google.com, "Generative AI
 * on Vertex AI: locations".
 */
export const vertex: ProviderSpec = {
  ...PROVIDER_RECORDS.vertex,
  kind: 'vertex',
  ownHosts: HOSTS,
  prices: vertexPrices,
  limitsOf: vertexLimits,
  stopsWhenLeft: GOES_ON,
  mostTokensPerSecond: gemini.mostTokensPerSecond,
  sdkSuffix: '',
  versions: ['v1', 'v1beta1'],
  endpoints: vertexEndpoints,
  keyHeader: (key) => ['x-goog-api-key', key],
  cloud: { cloud: 'google', isPlain: (key) => !key.startsWith('{') && key !== MACHINE_LOGIN },
  homeOf: (baseUrl, _path, { location }) =>
    baseUrl === EVERYWHERE && location !== undefined ? hostAt(location) : baseUrl,
  freeQuestion: { path: 'v1beta1/publishers/google/models?pageSize=1' },
};

function hostAt(location: string): string {
  if (!isLocation(location) || location === 'global') return EVERYWHERE;
  if (location === 'us' || location === 'eu') return `https://aiplatform.${location}.rep.googleapis.com`;
  return `https://${location}-aiplatform.googleapis.com`;
}
