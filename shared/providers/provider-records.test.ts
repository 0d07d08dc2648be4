import { expect, test } from 'vitest';
import { isProviderKind, PROVIDER_KINDS, PROVIDER_RECORDS } from './provider-records.ts';

test.each(PROVIDER_KINDS)('the record of %s is complete', (kind) => {
  const { title, defaultBaseUrl, baseUrlExample, keyless, keysAt, keyPrefixes, keyForm, variables } =
    PROVIDER_RECORDS[kind];
  expect(title).not.toBe('');
  expect(URL.canParse(defaultBaseUrl ?? baseUrlExample ?? '')).toBe(true);
  if (keysAt !== undefined) expect(new URL(keysAt).protocol).toBe('https:');
  // A person who has to paste a key is told what to look for, and where.
  if (keyless !== true && kind !== 'http') {
    expect(keyPrefixes?.[0] ?? keyForm ?? '').not.toBe('');
    expect(keysAt).toBeDefined();
  }
  for (const name of variables.names) expect(name).toMatch(/^[A-Z][A-Z0-9_*]*$/);
  expect(variables.source).not.toBe('');
});

test.each(PROVIDER_KINDS)('a document names the page where keys of %s are made', (kind) => {
  const { keysAt, keysSource } = PROVIDER_RECORDS[kind];
  if (keysAt === undefined) expect(keysSource).toBeUndefined();
  else expect(keysSource).toMatch(/.; \d{4}-\d{2}$/);
});

test('only the name of a kind is one', () => {
  expect(isProviderKind('openai')).toBe(true);
  expect(isProviderKind('toString')).toBe(false);
  expect(PROVIDER_KINDS.slice(0, 3)).toEqual(['openai', 'anthropic', 'gemini']);
});
