import { openAiResponsesEndpoints } from '../dialects/openai-responses/endpoints.ts';
import { OPENAI_WITHOUT_FREE } from './common-endpoints.ts';
import { azureLimits } from './model-limits/azure.ts';
import { gpt6Records } from './openai-prices.ts';
import type { ProviderSpec } from './provider-spec.ts';
import { STOPS } from './stops-when-left.ts';
import { openAiPace } from './stream-pace.ts';

/**
 * Azure OpenAI, its v1 API: `https://RESOURCE.openai.azure.com/openai/v1`, different for everyone. A request names a
 * deployment where others name a model: one that is called as its model has that model's price, and for any other name
 * the person sets a price. Source: learn.microsoft.com, "Azure OpenAI in Foundry Models v1 API".
 */
export const azure: ProviderSpec = {
  kind: 'azure',
  title: 'Azure OpenAI',
  defaultBaseUrl: undefined,
  // Source: learn.microsoft.com, "Azure OpenAI in Foundry Models v1 API", 2026-11.
  ownHosts: /[a-z0-9-]+\.(?:openai\.azure\.com|services\.ai\.azure\.com|cognitiveservices\.azure\.com)/,
  // What is not in Azure's own list costs what it does at OpenAI.
  prices: { id: 'azure', secondId: 'azure', audioApart: true, modelRates: gpt6Records },
  limitsOf: azureLimits,
  stopsWhenLeft: STOPS,
  mostTokensPerSecond: openAiPace,
  sdkSuffix: '/v1',
  versions: [],
  endpoints: [...OPENAI_WITHOUT_FREE, ...openAiResponsesEndpoints],
  keyHeader: (key) => ['api-key', key],
};
