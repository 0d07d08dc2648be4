import { expect, test } from 'vitest';
import { PROVIDER_KINDS } from '../../../shared/contract/views.ts';
import { keyExample, kindOfKey, PROVIDER_FORMS } from './provider-forms.ts';
import { readProvider } from './read-provider.ts';

test.each([
  ['sk-ant-api03-x', 'anthropic'],
  ['sk-proj-x', 'openai'],
  ['sk-or-v1-x', 'openrouter'],
  [' AIzaSyx', 'gemini'],
  ['gsk_x', 'groq'],
  ['xai-x', 'xai'],
  ['sk-x', undefined],
  ['', undefined],
  ['x', undefined],
])('%j is a key of %s', (key, kind) => {
  expect(kindOfKey(key)).toBe(kind);
});

test('a key that begins as only one kind of provider has them is taken for that one', () => {
  for (const kind of PROVIDER_KINDS) {
    const { keyBegins } = PROVIDER_FORMS[kind];
    const alone = PROVIDER_KINDS.every((other) => other === kind || PROVIDER_FORMS[other].keyBegins !== keyBegins);
    if (keyBegins !== undefined && alone) expect(kindOfKey(`${keyBegins}proj-x`)).toBe(kind);
    if (PROVIDER_FORMS[kind].keyless !== true) expect([kind, keyExample(kind)]).not.toEqual([kind, '']);
  }
});

const typed = { kind: 'openai', key: ' sk-x ', name: '', baseUrl: '' } as const;

test('only the key is needed, and nothing else is sent', () => {
  expect(readProvider(typed)).toEqual({ provider: { kind: 'openai', key: 'sk-x' } });
  expect(readProvider({ ...typed, kind: 'ollama', key: '' })).toEqual({ provider: { kind: 'ollama' } });
  expect(readProvider({ ...typed, name: 'work', baseUrl: 'https://x.example/v1 ' })).toEqual({
    provider: { kind: 'openai', key: 'sk-x', name: 'work', baseUrl: 'https://x.example/v1' },
  });
});

test.each([
  [{ key: '  ' }, 'Paste the provider key first.'],
  [{ kind: 'azure' }, 'Azure OpenAI has a different address for everyone. Give yours.'],
  [{ baseUrl: 'api.openai.com' }, 'The base URL is no URL. It begins with https:// or http://.'],
  [{ name: 'My Key' }, expect.stringContaining('small letters')],
] as const)('%o', (changes, problem) => {
  expect(readProvider({ ...typed, ...changes })).toEqual({ problem });
});
