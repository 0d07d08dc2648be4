import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundledLicences } from './licences.ts';

it('names what is built in, with its licence, and nothing that only builds or tests', () => {
  const text = bundledLicences(join(import.meta.dirname, '..'));
  for (const name of ['react', 'react-aria-components', 'recharts', 'undici', 'zod', '@zxcvbn-ts/core', 'sqlite3'])
    expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  expect(text).toMatch(/^Purser\n\nMIT License/);
  expect(text).toContain('Permission is hereby granted');
  for (const name of ['vitest', 'oxlint', 'typescript', 'electron'])
    expect(text).not.toMatch(new RegExp(`^${name} \\d`, 'm'));
});
