import type { ProviderView } from '../../shared/contract/views.ts';
import type { Environment } from './child-environment.ts';

/** Variables of Azure's SDKs that hold neither a key nor an address: without them a script could not ask for anything. */
const HARMLESS = /^(AZURE_OPENAI_(API_VERSION|\w*(DEPLOYMENT|MODEL)\w*)|AZURE_API_VERSION|OPENAI_API_VERSION)$/i;

/**
 * The variables with which Azure's SDKs, LiteLLM and LangChain reach a provider of that kind through the gateway; none
 * where there is no such provider. Sources: openai-node and openai-python, "Microsoft Azure OpenAI"; docs.litellm.ai,
 * "Azure OpenAI"; 2026-11.
 */
export function azureVariables(
  providers: readonly Pick<ProviderView, 'name' | 'kind'>[],
  gatewayUrl: string,
  key: string,
  env: Environment,
): Environment {
  const azure = providers.find(({ kind }) => kind === 'azure');
  if (!azure) return {};
  const endpoint = `${gatewayUrl}/${azure.name}`;
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => HARMLESS.test(name))),
    AZURE_OPENAI_ENDPOINT: endpoint,
    AZURE_OPENAI_API_KEY: key,
    AZURE_API_BASE: endpoint,
    AZURE_API_KEY: key,
  };
}
