import { expect, test } from 'vitest';
import { PROVIDER_KINDS, PROVIDER_RECORDS } from '../../../shared/providers/provider-records.ts';
import { baseUrlExample, keyExample, wantsAddress } from './provider-forms.ts';
import { providerName } from './provider-names.ts';
import { readProvider } from './read-provider.ts';

test.each(PROVIDER_KINDS)('the form shows what the record says: %s', (kind) => {
  const { title, defaultBaseUrl } = PROVIDER_RECORDS[kind];
  // It has no name of its own, and is called something else in a list than in a sentence.
  if (kind !== 'http') expect(providerName(kind)).toBe(title);
  expect(wantsAddress(kind)).toBe(defaultBaseUrl === undefined);
  expect(URL.canParse(baseUrlExample(kind))).toBe(true);
});

test('an empty field of a key shows how keys look', () => {
  expect(keyExample('openrouter')).toBe('sk-or-v1-…');
  expect(keyExample('mistral')).toBe('32 characters');
  expect(keyExample('ollama')).toBe('');
});

const typed = { kind: 'openai', key: ' sk-x ', name: '', baseUrl: '' } as const;

test('only the key is needed, and nothing else is sent', () => {
  expect(readProvider(typed)).toEqual({ provider: { kind: 'openai', key: 'sk-x' } });
  expect(readProvider({ ...typed, kind: 'bedrock', key: '', region: 'eu-west-1' })).toEqual({
    provider: { kind: 'bedrock', baseUrl: 'https://bedrock-runtime.eu-west-1.amazonaws.com' },
  });
  expect(readProvider({ ...typed, kind: 'vertex', region: 'eu' })).toMatchObject({
    provider: { baseUrl: 'https://aiplatform.eu.rep.googleapis.com' },
  });
  expect(readProvider({ ...typed, kind: 'vertex', region: 'evil.com/' })).toEqual({
    problem: expect.stringContaining('evil.com/'),
  });
  expect(readProvider({ ...typed, kind: 'ollama', key: '' })).toEqual({ provider: { kind: 'ollama' } });
  expect(readProvider({ ...typed, name: 'work', baseUrl: 'https://x.example/v1 ' })).toEqual({
    provider: { kind: 'openai', key: 'sk-x', name: 'work', baseUrl: 'https://x.example/v1' },
  });
});

test('a reference takes the place of the key', () => {
  const referred = { ...typed, key: '', reference: ' vault:secret/data/ai#openai ' };
  expect(readProvider(referred)).toEqual({
    provider: { kind: 'openai', keyFrom: { reference: 'vault:secret/data/ai#openai' } },
  });
  expect(readProvider({ ...referred, key: 'sk-x' })).toEqual({ problem: expect.stringContaining('but not both') });
  expect(readProvider({ ...referred, reference: 'secret/ai' })).toEqual({
    problem: expect.stringContaining('A reference begins with where the key is'),
  });
});

test.each([
  [{ key: '  ' }, 'Paste the provider key first.'],
  [{ kind: 'azure' }, 'Azure OpenAI has a different address for everyone. Enter yours.'],
  [{ baseUrl: 'api.openai.com' }, 'Enter a base URL that begins with https:// or http://.'],
  [{ name: 'My Key' }, expect.stringContaining('small letters')],
] as const)('%o', (changes, problem) => {
  expect(readProvider({ ...typed, ...changes })).toEqual({ problem });
});
