import { PROVIDER_RECORDS } from '../../../../shared/providers/provider-records.ts';
import { deployedEndpoints } from '../../../dialects/deployments.ts';
import type { Endpoint } from '../../../dialects/dialect.ts';
import { openAiResponsesEndpoints } from '../../../dialects/openai-responses/endpoints.ts';
import { MESSAGES, OPENAI_WITHOUT_FREE } from '../common-endpoints.ts';
import { azureLimits } from '../../model-limits/azure.ts';
import { azurePrices } from '../../published/azure-prices.ts';
import type { ProviderSpec } from '../../provider-spec.ts';
import { STOPS } from '../../published/stops-when-left.ts';
import { openAiPace } from '../../published/stream-pace.ts';

const V1: readonly Endpoint[] = [...OPENAI_WITHOUT_FREE, ...openAiResponsesEndpoints];
/** The operations that older versions of the API have at a deployment. */
const AT_DEPLOYMENT: readonly Endpoint[] = V1.filter(
  ({ path, operation, dialect }) => operation !== undefined && dialect === 'openai-chat' && !path.includes('{'),
);
/** The calls that older versions have beside deployments. */
const BESIDE: readonly Endpoint[] = V1.filter(({ path }) => /^(responses|models)(\/|$)/.test(path));
/** Models of other makers. `info` tells which one a deployment has. */
const INFERENCE: readonly Endpoint[] = [
  ...V1.filter(({ path }) => ['chat/completions', 'embeddings'].includes(path)),
  { path: 'info', method: 'GET', dialect: 'openai-chat' },
];

/** The ends of a base URL that lead to one of the APIs at a resource. */
const API = /\/(openai(\/v1|\/deployments\/[^/]+)?|models|anthropic(\/v1)?)$/;

/** A person may give the address of the resource, or that of one of its APIs; all of them begin at the resource. */
function places(baseUrl: string): { readonly root: string; readonly base: string } {
  const root = baseUrl.replace(API, '');
  const isPlain = root !== baseUrl || new URL(baseUrl).pathname === '/';
  return { root, base: isPlain ? `${root}/openai/v1` : baseUrl };
}

/**
 * Azure OpenAI and Foundry: `https://RESOURCE.openai.azure.com`, different for everyone. A request names a deployment
 * where others name a model, in its path (the SDKs' class for Azure) or in its body: see `deployments.ts`. Sources:
 * learn.microsoft.com, "Azure OpenAI in Foundry Models v1 API", "Azure OpenAI REST API reference", "Model inference
 * API"; platform.claude.com, "Claude in Microsoft Foundry"; 2026-11.
 */
export const azure: ProviderSpec = {
  ...PROVIDER_RECORDS.azure,
  kind: 'azure',
  // Source: learn.microsoft.com, "Azure OpenAI in Foundry Models v1 API", 2026-11.
  ownHosts: /[a-z0-9-]+\.(?:openai\.azure\.com|services\.ai\.azure\.com|cognitiveservices\.azure\.com)/,
  prices: azurePrices,
  limitsOf: azureLimits,
  stopsWhenLeft: STOPS,
  mostTokensPerSecond: openAiPace,
  sdkSuffix: '/v1',
  versions: [],
  places,
  endpoints: [
    ...deployedEndpoints(V1),
    ...deployedEndpoints(AT_DEPLOYMENT, (path) => `openai/deployments/{deployment}/${path}`),
    ...deployedEndpoints(V1, (path) => `openai/v1/${path}`),
    ...deployedEndpoints(BESIDE, (path) => `openai/${path}`),
    ...deployedEndpoints(INFERENCE, (path) => `models/${path}`),
    ...deployedEndpoints(MESSAGES, (path) => `anthropic/v1/${path}`),
  ],
  keyHeader: (key) => ['api-key', key],
};
