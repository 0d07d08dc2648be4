import { PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { openAiResponsesEndpoints } from '../../dialects/openai-responses/endpoints.ts';
import { OPENAI_WITHOUT_FREE } from './common-endpoints.ts';
import { azureLimits } from '../model-limits/azure.ts';
import { gpt6Records } from '../published/openai-prices.ts';
import type { ProviderSpec } from '../provider-spec.ts';
import { STOPS } from '../published/stops-when-left.ts';
import { openAiPace } from '../published/stream-pace.ts';
import { surchargeAt } from '../published/region-percent.ts';

const AZURE_HOSTS = /\.(openai|cognitiveservices|services\.ai)\.azure\.com$/;
/**
 * A deployment in a data zone or a region costs 10 to 20 percent more than a global one, and no request says which it
 * is: the dearest counts. A person with a global one can set its price. Source: Azure's retail price list, as
 * pypi.org/project/azure-genai-prices reads it, 2026-11.
 */
const DATA_ZONE = 120;

/**
 * Azure OpenAI, its v1 API: `https://RESOURCE.openai.azure.com/openai/v1`, different for everyone. A request names a
 * deployment where others name a model: one that is called as its model has that model's price, and for any other name
 * the person sets a price. Source: learn.microsoft.com, "Azure OpenAI in Foundry Models v1 API".
 */
export const azure: ProviderSpec = {
  ...PROVIDER_RECORDS.azure,
  kind: 'azure',
  // Source: learn.microsoft.com, "Azure OpenAI in Foundry Models v1 API", 2026-11.
  ownHosts: /[a-z0-9-]+\.(?:openai\.azure\.com|services\.ai\.azure\.com|cognitiveservices\.azure\.com)/,
  // A model that is not in Azure's own list costs what it does at OpenAI.
  prices: {
    id: 'azure',
    secondId: 'azure',
    audioApart: true,
    modelRates: gpt6Records,
    hostPercent: surchargeAt(AZURE_HOSTS, () => true, DATA_ZONE),
    hostPercentIsMost: true,
  },
  limitsOf: azureLimits,
  stopsWhenLeft: STOPS,
  mostTokensPerSecond: openAiPace,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...OPENAI_WITHOUT_FREE, ...openAiResponsesEndpoints],
  keyHeader: (key) => ['api-key', key],
};
