import { describe, expect, it } from 'vitest';
import { findEndpoint, parseGatewayPath, PROVIDERS, upstreamUrl } from './providers.ts';

/** The URL at the provider, and the name of the endpoint, for a path on the gateway; undefined where it leads nowhere. */
function aim(kind: 'azure' | 'ollama' | 'lmstudio', baseUrl: string, target: string, method = 'POST') {
  const url = new URL(target, 'http://localhost');
  const route = parseGatewayPath(url.pathname);
  const spec = PROVIDERS[kind];
  const found = route && findEndpoint(spec, method, route.path);
  if (!found) return undefined;
  const upstream = upstreamUrl(spec, baseUrl, found, { version: route.version, search: url.search });
  return [upstream.href, found.endpoint.path];
}

const ROOT = 'https://mine.openai.azure.com';
const OLD = '?api-version=2024-10-21';

describe('every way to Azure', () => {
  it.each([
    [`/azure/openai/deployments/my-gpt/chat/completions${OLD}`, 'chat/completions'],
    [`/azure/openai/deployments/my-gpt/completions${OLD}`, 'completions'],
    [`/azure/openai/deployments/my-gpt/embeddings${OLD}`, 'embeddings'],
    [`/azure/openai/deployments/my-gpt/images/generations${OLD}`, 'images/generations'],
    [`/azure/openai/deployments/my-gpt/images/edits${OLD}`, 'images/edits'],
    [`/azure/openai/deployments/my-gpt/audio/speech${OLD}`, 'audio/speech'],
    [`/azure/openai/deployments/my-gpt/audio/transcriptions${OLD}`, 'audio/transcriptions'],
    [`/azure/openai/deployments/my-gpt/audio/translations${OLD}`, 'audio/translations'],
    ['/azure/openai/responses?api-version=2025-03-01-preview', 'responses'],
    ['/azure/openai/v1/chat/completions', 'chat/completions'],
    ['/azure/openai/v1/responses?api-version=preview', 'responses'],
    ['/azure/models/chat/completions?api-version=2024-05-01-preview', 'chat/completions'],
    ['/azure/anthropic/v1/messages', 'messages'],
  ])('%s', (target, name) => {
    const path = target.slice('/azure'.length);
    for (const base of [ROOT, `${ROOT}/openai`, `${ROOT}/openai/v1`, `${ROOT}/openai/deployments/x`, `${ROOT}/models`])
      expect(aim('azure', base, target)).toEqual([`${ROOT}${path}`, name]);
    // A person may have given the whole address with its version to a tool that adds the rest.
    expect(aim('azure', ROOT, `/azure/v1${path}`)).toEqual([`${ROOT}${path}`, name]);
  });

  it('the v1 API without its path, at a resource and behind a relay', () => {
    for (const base of [ROOT, `${ROOT}/openai`, `${ROOT}/openai/v1`])
      expect(aim('azure', base, '/azure/v1/responses')).toEqual([`${ROOT}/openai/v1/responses`, 'responses']);
    expect(aim('azure', 'https://relay.example/a/b', '/azure/v1/responses')?.[0]).toBe(
      'https://relay.example/a/b/responses',
    );
    expect(aim('azure', 'https://relay.example/a/openai/v1', '/azure/openai/responses')?.[0]).toBe(
      'https://relay.example/a/openai/responses',
    );
  });

  it.each([
    '/azure/openai/deployments/completions',
    '/azure/openai/deployments/../chat/completions',
    '/azure/openai/deployments/a%2fb/chat/completions',
    '/azure/openai/deployments/a/files',
    '/azure/openai/files',
    '/azure/openai/fine_tuning/jobs',
  ])('%s leads nowhere', (target) => expect(aim('azure', ROOT, target)).toBeUndefined());
});

describe('every way to Ollama and LM Studio', () => {
  it.each([
    ['POST', '/ollama/api/chat', 'http://127.0.0.1:11434/api/chat'],
    ['POST', '/ollama/v1/chat/completions', 'http://127.0.0.1:11434/v1/chat/completions'],
    ['POST', '/ollama/v1/messages', 'http://127.0.0.1:11434/v1/messages'],
    ['GET', '/ollama/api/tags', 'http://127.0.0.1:11434/api/tags'],
    ['DELETE', '/ollama/api/delete', 'http://127.0.0.1:11434/api/delete'],
  ])('%s %s', (method, target, url) => {
    for (const base of ['http://127.0.0.1:11434/v1', 'http://127.0.0.1:11434', 'http://127.0.0.1:11434/api'])
      expect(aim('ollama', base, target, method)?.[0]).toBe(url);
  });

  it('LM Studio has its own beside the compatible one', () => {
    const base = 'http://127.0.0.1:1234/v1';
    expect(aim('lmstudio', base, '/lmstudio/api/v0/chat/completions')?.[0]).toBe(
      'http://127.0.0.1:1234/api/v0/chat/completions',
    );
    expect(aim('lmstudio', base, '/lmstudio/v1/embeddings')?.[0]).toBe('http://127.0.0.1:1234/v1/embeddings');
  });
});
