import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { PROVIDER_KINDS, PROVIDER_RECORDS } from '../../shared/providers/provider-records.ts';
import { PROVIDERS } from './providers.ts';

const KINDS = join(import.meta.dirname, 'kinds');

it('has one spec for every record, and one file for every spec', () => {
  expect(Object.keys(PROVIDERS).toSorted()).toEqual([...PROVIDER_KINDS].toSorted());
  const files = readdirSync(KINDS, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && /: ProviderSpec = \{/.test(readFileSync(join(KINDS, file), 'utf8')))
    .map((file) => basename(file));
  expect(files.toSorted()).toEqual(PROVIDER_KINDS.map((kind) => `${kind}.ts`).toSorted());
});

it.each(PROVIDER_KINDS)('%s says of itself what its record says', (kind) => {
  expect(PROVIDERS[kind]).toMatchObject(PROVIDER_RECORDS[kind]);
  expect(PROVIDERS[kind].kind).toBe(kind);
});
