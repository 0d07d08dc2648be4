import { expect, it } from 'vitest';
import { providerNameSchema } from '../../shared/ids.ts';
import { azureVariables } from './azure-variables.ts';

const [openai, mine] = [providerNameSchema.parse('openai'), providerNameSchema.parse('mine')];
const ENV = {
  AZURE_OPENAI_API_KEY: 'the-real-one',
  AZURE_OPENAI_ENDPOINT: 'https://real.openai.azure.com',
  AZURE_OPENAI_API_VERSION: '2024-10-21',
  AZURE_OPENAI_CHAT_DEPLOYMENT_NAME: 'prod',
  AZURE_OPENAI_AD_TOKEN: 'a-login',
};

it('leads a program to Azure through the gateway, with its own version and deployment', () => {
  const providers = [
    { name: openai, kind: 'openai' as const },
    { name: mine, kind: 'azure' as const },
  ];
  expect(azureVariables(providers, 'http://127.0.0.1:4141', 'sk-purser-x', ENV)).toEqual({
    AZURE_OPENAI_API_VERSION: '2024-10-21',
    AZURE_OPENAI_CHAT_DEPLOYMENT_NAME: 'prod',
    AZURE_OPENAI_ENDPOINT: 'http://127.0.0.1:4141/mine',
    AZURE_OPENAI_API_KEY: 'sk-purser-x',
    AZURE_API_BASE: 'http://127.0.0.1:4141/mine',
    AZURE_API_KEY: 'sk-purser-x',
  });
});

it('sets nothing without such a provider', () => {
  expect(azureVariables([{ name: openai, kind: 'openai' }], 'http://127.0.0.1:4141', 'sk-purser-x', ENV)).toEqual({});
});
