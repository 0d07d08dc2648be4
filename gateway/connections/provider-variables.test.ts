import { expect, it } from 'vitest';
import { PROVIDER_KINDS, PROVIDER_RECORDS } from '../../shared/providers/provider-records.ts';
import { looksLikeProviderKey, paysByName } from './provider-variables.ts';
import { FAMILIES } from './tool-spec.ts';
import { FAMILY_VARIABLES } from './variables.ts';

it.each(FAMILIES)('the variables that Purser sets for %s are among those of its record', (family) => {
  const { urls, keys } = FAMILY_VARIABLES[family];
  const { names } = PROVIDER_RECORDS[family].variables;
  expect(names).toEqual(expect.arrayContaining([...urls.map(({ name }) => name), ...keys]));
});

it('a variable of any record pays for models', () => {
  for (const kind of PROVIDER_KINDS)
    for (const name of PROVIDER_RECORDS[kind].variables.names) expect(paysByName(name.replaceAll('*', 'X'))).toBe(true);
  expect(paysByName('openai_api_key')).toBe(true);
  expect(paysByName('EDITOR')).toBe(false);
});

it.each([
  [`sk-${'a'.repeat(16)}`, true],
  [`sk-or-v1-${'a'.repeat(64)}`, true],
  [` tgp_v1_${'a-_'.repeat(10)} `, true],
  [`fw_${'a1'.repeat(12)}`, true],
  [`ABSK${'a+/='.repeat(10)}`, true],
  [`sk-lf-${'a'.repeat(40)}`, false],
  [`AIza${'a'.repeat(35)}`, false],
  [`ghp_${'a'.repeat(36)}`, false],
  ['sk-short', false],
  [`sk-${'a b'.repeat(16)}`, false],
])('%s looks like a key of a vendor of models: %s', (value, expected) =>
  expect(looksLikeProviderKey(value)).toBe(expected),
);
