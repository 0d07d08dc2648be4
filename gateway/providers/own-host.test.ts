import { describe, expect, it } from 'vitest';
import { isOwnHost } from './own-host.ts';
import { PROVIDERS } from './providers.ts';

const { openai, azure, anthropic, moonshot, zai, qwen, xai, mistral, openrouter } = PROVIDERS;
const { ollama, 'custom-openai': custom, http } = PROVIDERS;

describe('a base URL that leads to the provider itself', () => {
  it.each([
    [openai, 'https://api.openai.com/v1'],
    [openai, 'https://API.OpenAI.com/v1/'],
    [openai, 'https://api.openai.com:443/v1'],
    [openai, 'https://eu.api.openai.com/v1'],
    [azure, 'https://my-resource.openai.azure.com/openai/v1'],
    [azure, 'https://my-resource.services.ai.azure.com/openai/v1'],
    [anthropic, 'https://api.anthropic.com'],
    [moonshot, 'https://api.moonshot.cn/v1'],
    [zai, 'https://open.bigmodel.cn/api/paas/v4'],
    [qwen, 'https://dashscope.aliyuncs.com/compatible-mode/v1'],
    [qwen, 'https://dashscope-us.aliyuncs.com/compatible-mode/v1'],
    [xai, 'https://eu-west-1.api.x.ai/v1'],
    [xai, 'https://us.api.x.ai/v1'],
    [qwen, 'https://cn-hongkong.dashscope.aliyuncs.com/compatible-mode/v1'],
    [qwen, 'https://ws-123.ap-southeast-1.maas.aliyuncs.com/compatible-mode/v1'],
    [mistral, 'https://api.eu.mistral.ai/v1'],
    [openrouter, 'https://eu.openrouter.ai/api/v1'],
  ])('$0.kind at %s', (spec, baseUrl) => expect(isOwnHost(spec, baseUrl)).toBe(true));

  it('is every default one but those of this machine', () => {
    for (const spec of Object.values(PROVIDERS)) {
      if (spec.defaultBaseUrl !== undefined)
        expect([spec.kind, isOwnHost(spec, spec.defaultBaseUrl)]).toEqual([
          spec.kind,
          spec.defaultBaseUrl.startsWith('https:'),
        ]);
    }
  });
});

describe('a base URL that does not', () => {
  it.each([
    [openai, 'http://api.openai.com/v1'],
    [openai, 'https://api.openai.com:8443/v1'],
    [openai, 'https://api.openai.com.evil.example/v1'],
    [openai, 'https://evil-api.openai.com/v1'],
    [openai, 'https://api.openai.com@evil.example/v1'],
    [openai, 'https://someone@api.openai.com/v1'],
    [openai, 'https://:secret@api.openai.com/v1'],
    [openai, 'https://evil.example/api.openai.com/v1'],
    [openai, 'https://evil.example?api.openai.com'],
    [openai, 'https://evil.example#api.openai.com'],
    [openai, 'https://apixopenai.com/v1'],
    [openai, 'https://eu.eu.api.openai.com/v1'],
    [openai, 'https://api.openai.com./v1'],
    [openai, 'https://api.anthropic.com'],
    [openai, 'api.openai.com/v1'],
    [openai, ''],
    [azure, 'https://openai.azure.com.evil.example/openai/v1'],
    [azure, 'https://openai.azure.com/openai/v1'],
    [azure, 'https://a.b.openai.azure.com/openai/v1'],
    [azure, 'https://my-resource.azurewebsites.net/openai/v1'],
    [qwen, 'https://dashscope.aliyuncs.com.evil.example/v1'],
    [qwen, 'https://bucket.aliyuncs.com/v1'],
    [qwen, 'https://maas.aliyuncs.com/v1'],
    [qwen, 'https://xdashscope.aliyuncs.com/v1'],
    [ollama, 'http://127.0.0.1:11434/v1'],
    [custom, 'https://api.openai.com/v1'],
    [http, 'https://api.github.com'],
  ])('$0.kind at %s', (spec, baseUrl) => expect(isOwnHost(spec, baseUrl)).toBe(false));
});
