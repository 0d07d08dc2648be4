import { expect, it } from 'vitest';
import { homeOf } from './homes.ts';
import { gatewayPath, isModelCall } from './place.ts';

it.each([
  ['https://api.openai.com/v1/responses', 'openai', '/openai/v1/responses'],
  ['https://api.anthropic.com/v1/messages?beta=true', 'anthropic', '/anthropic/v1/messages?beta=true'],
  [
    'https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-pro:streamGenerateContent?alt=sse&key=KEY',
    'gemini',
    '/gemini/v1beta/models/gemini-2.5-pro:streamGenerateContent?alt=sse',
  ],
  [
    'https://us-aiplatform.googleapis.com/v1/projects/p/locations/l/publishers/google/models/gemini-3:generateContent',
    'vertex',
    '/vertex/v1beta/models/gemini-3:generateContent',
  ],
  ['https://api.deepseek.com/chat/completions', 'deepseek', '/deepseek/v1/chat/completions'],
  ['https://api.deepseek.com/v1/chat/completions', 'deepseek', '/deepseek/v1/chat/completions'],
  ['https://api.z.ai/api/paas/v4/chat/completions', 'zai', '/zai/v1/chat/completions'],
  [
    'https://ours.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=1',
    'at-ours-openai-azure-com',
    '/at-ours-openai-azure-com/openai/deployments/gpt-4o/chat/completions?api-version=1',
  ],
  [
    'https://router.example.org/novita/v3/openai/chat/completions',
    'at-router-example-org-novita-v3',
    '/at-router-example-org-novita-v3/v1/chat/completions',
  ],
])('%s is asked for at %s', (url, name, path) => {
  const home = homeOf(new URL(url));
  expect([home.name, gatewayPath(home, new URL(url))]).toEqual([name, path]);
  expect(isModelCall('POST', new URL(url))).toBe(true);
});

it('what costs nothing is no model call', () => {
  for (const path of ['/v1/messages/count_tokens', '/v1/models', '/v1/files', '/v1/responses/input_tokens'])
    expect(isModelCall('POST', new URL(`https://api.openai.com${path}`))).toBe(false);
  expect(isModelCall('GET', new URL('https://api.openai.com/v1/responses'))).toBe(false);
});
