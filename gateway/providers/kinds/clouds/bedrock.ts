import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import { bedrockEndpoints } from '../../../dialects/bedrock/endpoints.ts';
import { bedrockLimits } from '../../model-limits/bedrock.ts';
import { bedrockPrices } from '../../published/bedrock-prices.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { GOES_ON } from '../../published/stops-when-left.ts';
import { ORDINARY_PACE } from '../../published/stream-pace.ts';
import { bearer } from '../bearer.ts';

const RUNTIME = /bedrock-runtime(?:-fips)?\.[a-z0-9-]+\.amazonaws\.com/;

/**
 * Amazon Bedrock's runtime, of one region: every model in the form of Converse, Claude also in Anthropic's. Its lists
 * are at the host of the control plane. Source: docs.aws.amazon.com, "Amazon Bedrock API reference".
 */
export const bedrock: ProviderSpec = {
  ...PROVIDER_RECORDS.bedrock,
  kind: 'bedrock',
  ownHosts: RUNTIME,
  prices: bedrockPrices,
  limitsOf: bedrockLimits,
  stopsWhenLeft: GOES_ON,
  mostTokensPerSecond: ORDINARY_PACE,
  sdkSuffix: '',
  versions: [],
  endpoints: bedrockEndpoints,
  keyHeader: bearer,
  cloud: {
    cloud: 'aws',
    isPlain: (key) => PROVIDER_RECORDS.bedrock.keyPrefixes?.some((begins) => key.startsWith(begins)) ?? false,
  },
  homeOf: (baseUrl, path) => (path.startsWith('model/') ? baseUrl : controlPlaneOf(baseUrl)),
  freeQuestion: { path: 'foundation-models' },
};

/** A host of one's own may serve both. */
function controlPlaneOf(baseUrl: string): string {
  return baseUrl.replace(/^(https:\/\/bedrock)-runtime((?:-fips)?\.[a-z0-9-]+\.amazonaws\.com)/, '$1$2');
}
