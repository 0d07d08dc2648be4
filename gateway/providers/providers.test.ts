import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEndpoint, parseGatewayPath, PROVIDERS, upstreamUrl } from './providers.ts';
import type { FoundEndpoint } from './providers.ts';
import type { ProviderSpec } from './provider-spec.ts';

const { openai, anthropic, gemini } = PROVIDERS;

/** What the gateway makes of the target of a request line: an endpoint's URL, or nothing. */
function aim(target: string, spec: ProviderSpec, baseUrl: string, method = 'POST'): URL | undefined {
  if (!URL.canParse(target, 'http://localhost')) return undefined;
  const url = new URL(target, 'http://localhost');
  const route = parseGatewayPath(url.pathname);
  const found = route && findEndpoint(spec, method, route.path);
  return found && upstreamUrl(spec, baseUrl, found, { version: route.version, search: url.search });
}

function endpointOf(spec: ProviderSpec, path: string): FoundEndpoint {
  const endpoint = spec.endpoints.find((candidate) => candidate.path === path);
  if (!endpoint) throw new Error(`no endpoint ${path}`);
  return { endpoint, params: {} };
}

describe('the path of a request', () => {
  it.each([
    ['/openai/v1/chat/completions', 'openai', 'chat/completions', 'v1'],
    ['/openai/chat/completions', 'openai', 'chat/completions', undefined],
    ['/openai/chat/completions/', 'openai', 'chat/completions', undefined],
    ['/anthropic/v1/messages', 'anthropic', 'messages', 'v1'],
    ['/gemini/v1beta/models/gemini-3-pro:generateContent', 'gemini', 'models/gemini-3-pro:generateContent', 'v1beta'],
    ['/anthropic/messages', 'anthropic', 'messages', undefined],
    ['/my-server-2/v1/models', 'my-server-2', 'models', 'v1'],
    // Twice is once too often: it names no endpoint.
    ['/openai/v1/v1/models', 'openai', 'v1/models', 'v1'],
    ['/openai/v1', 'openai', 'v1', undefined],
  ])('%s', (pathname, providerName, path, version) =>
    expect(parseGatewayPath(pathname)).toEqual({ providerName, version, path }),
  );

  it.each([
    '/',
    '',
    '/openai',
    '/openai/',
    '//openai/v1/models',
    '/OpenAI/v1/models',
    '/1up/v1/models',
    '/-a/v1/models',
    `/${'a'.repeat(33)}/v1/models`,
    '/open ai/v1/models',
    '/open%61i/v1/models',
    'openai/v1/models',
    '/__proto__/v1/models',
  ])('names no provider: %j', (pathname) => expect(parseGatewayPath(pathname)).toBeUndefined());
});

describe('the endpoint', () => {
  it.each([
    '/openai/v1/../../x',
    '/openai/v1/%2e%2e/admin',
    '/openai/v1/chat%2fcompletions',
    '/openai/v1/chat/completions/../../keys',
    '/openai/v1/chat//completions',
    '/openai/v1/chat\\..\\keys',
    '/openai/v1/chat/completions%00',
    '/openai/v1/CHAT/COMPLETIONS',
    '/openai/v1/chat/completions;x',
    '/openai/v1/skills',
    '/openai/v1/@evil.example/',
    '/openai/v1/v1/chat/completions',
    '/openai/x/chat/completions',
    '/openai/v1/chat/completions/x',
  ])('is none but those that are listed: %s', (target) =>
    expect(aim(target, openai, 'https://api.openai.com/v1')).toBeUndefined(),
  );

  it.each([
    ['/gemini/v1beta/models/gemini-2.5-pro:generateContent', '/v1beta/models/gemini-2.5-pro:generateContent'],
    [
      '/gemini/v1/models/gemini-2.5-pro:streamGenerateContent?alt=sse',
      '/v1/models/gemini-2.5-pro:streamGenerateContent?alt=sse',
    ],
    ['/gemini/v1alpha/models/gemini-2.5-pro:countTokens', '/v1alpha/models/gemini-2.5-pro:countTokens'],
    // What its SDK leaves out, and what no version of it has.
    ['/gemini/models/gemini-2.5-pro:generateContent', '/v1beta/models/gemini-2.5-pro:generateContent'],
    ['/gemini/v1beta/models/../models/x:embedContent', '/v1beta/models/x:embedContent'],
    ['/gemini/v1beta/models/a%2fb:generateContent', undefined],
    ['/gemini/v1beta/models/..:generateContent', undefined],
    ['/gemini/v1beta/models/x:batchGenerateContent', '/v1beta/models/x:batchGenerateContent'],
    ['/gemini/v1beta/openai/chat/completions', '/v1beta/openai/chat/completions'],
    ['/gemini/v1beta/interactions/v1_x/cancel', '/v1beta/interactions/v1_x/cancel'],
    // Its version stands further on.
    ['/gemini/upload/v1beta/files?upload_id=x', '/upload/v1beta/files?upload_id=x'],
    ['/gemini/v1beta/tunedModels/x:generateContent', undefined],
    ['/gemini/v1beta/models/x:predictLongRunning', undefined],
    ['/gemini/upload/v1beta/fileSearchStores/x:uploadToFileSearchStore', undefined],
  ])('of Gemini has its model in its path: %s', (target, path) => {
    const url = aim(target, gemini, 'https://generativelanguage.googleapis.com');
    expect(url && url.pathname + url.search).toBe(path);
  });

  it('needs the right method', () => {
    expect(aim('/openai/v1/chat/completions', openai, 'https://api.openai.com/v1', 'GET')).toBeUndefined();
    expect(aim('/openai/v1/models', openai, 'https://api.openai.com/v1', 'DELETE')).toBeUndefined();
    expect(aim('/openai/v1/models', openai, 'https://api.openai.com/v1', 'GET')?.href).toBe(
      'https://api.openai.com/v1/models',
    );
  });

  it('may be spelled in a way that means it', () => {
    expect(aim('/openai/v1/x/../chat/completions', openai, 'https://api.openai.com/v1')?.href).toBe(
      'https://api.openai.com/v1/chat/completions',
    );
    // An absolute target, as proxies are sent, and one that looks like another host: only the path counts.
    expect(aim('http://evil.example/openai/v1/chat/completions', openai, 'https://api.openai.com/v1')?.host).toBe(
      'api.openai.com',
    );
    expect(aim('//evil.example/openai/v1/chat/completions', openai, 'https://api.openai.com/v1')?.host).toBe(
      'api.openai.com',
    );
  });
});

describe('the URL at the provider', () => {
  it.each([
    [openai, 'https://api.openai.com/v1', 'chat/completions', '', 'https://api.openai.com/v1/chat/completions'],
    [openai, 'https://api.openai.com/v1/', 'chat/completions', '', 'https://api.openai.com/v1/chat/completions'],
    [openai, 'https://api.openai.com/v1///', 'models', '?limit=5', 'https://api.openai.com/v1/models?limit=5'],
    [openai, 'http://127.0.0.1:11434/v1', 'models', '', 'http://127.0.0.1:11434/v1/models'],
    [openai, 'https://gateway.example/team/openai/v1', 'models', '', 'https://gateway.example/team/openai/v1/models'],
    [openai, 'http://[::1]:8080', 'models', '', 'http://[::1]:8080/models'],
    [
      anthropic,
      'https://api.anthropic.com',
      'messages',
      '?beta=true',
      'https://api.anthropic.com/v1/messages?beta=true',
    ],
    [
      anthropic,
      'https://api.anthropic.com/',
      'messages/count_tokens',
      '',
      'https://api.anthropic.com/v1/messages/count_tokens',
    ],
    [anthropic, 'https://proxy.example/claude', 'messages', '', 'https://proxy.example/claude/v1/messages'],
  ])('%# %s', (spec, baseUrl, path, search, href) =>
    expect(upstreamUrl(spec, baseUrl, endpointOf(spec, path), { version: undefined, search }).href).toBe(href),
  );

  it('has the host and the path of the record, whatever a request says', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '..',
      '%2e%2e',
      '@',
      '//',
      'evil.example',
      ':80',
      '#',
      '?',
      '&',
      '=',
      ' ',
      '%00',
      '%2f',
      'v1',
      'v1/',
      'chat/completions',
      'models',
      'messages',
      'openai',
      'http://',
      'x',
      '\u2028',
      '%',
      '😀',
      '\t',
    );
    const target = fc
      .tuple(
        fc.constantFrom(
          '/openai/v1/',
          '/openai/',
          '/anthropic/v1/',
          '//',
          'http://evil.example/',
          '/openai/v1/chat/completions',
          '/openai/v1/chat/completions?',
        ),
        fc.array(piece, { maxLength: 8 }),
      )
      .map(([start, rest]) => start + rest.join(''));
    const base = fc.constantFrom<readonly [ProviderSpec, string]>(
      [openai, 'https://api.openai.com/v1'],
      [openai, 'http://10.0.0.5:8000/a/b/'],
      [anthropic, 'https://api.anthropic.com'],
      [anthropic, 'https://x.example:444/deep/'],
    );
    let aimed = 0;
    fc.assert(
      fc.property(target, base, fc.constantFrom('GET', 'POST'), (text, [spec, baseUrl], method) => {
        const url = aim(text, spec, baseUrl, method);
        if (!url) return;
        aimed += 1;
        const record = new URL(baseUrl);
        expect([url.origin, url.username, url.password, url.hash]).toEqual([record.origin, '', '', '']);
        const root = record.pathname.replace(/\/+$/, '') + (spec.sdkSuffix === '' ? '/v1' : '');
        const rest = url.pathname.slice(root.length + 1);
        expect([
          url.pathname.startsWith(`${root}/`),
          spec.endpoints.some(({ path }) =>
            new RegExp(`^${path.replaceAll(/\{\w+\}/g, String.raw`[\w.@~-]+`)}$`).test(rest),
          ),
        ]).toEqual([true, true]);
      }),
      { numRuns: 5_000 },
    );
    // Else this would prove nothing.
    expect(aimed).toBeGreaterThan(50);
  });
});

it('puts the real key into a header, never into a URL', () => {
  expect(openai.keyHeader('secret')).toEqual(['authorization', 'Bearer secret']);
  expect(anthropic.keyHeader('secret')).toEqual(['x-api-key', 'secret']);
  expect(gemini.keyHeader('secret')).toEqual(['x-goog-api-key', 'secret']);
});
