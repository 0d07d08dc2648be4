import { expect, it } from 'vitest';
import { checkFolders } from './folder-limit.ts';

const limit = (real: string | undefined) => ({ kind: 'agent' as const, whose: 'Aider', folder: '/work/shop', real });

it.each<[string, readonly string[], boolean]>([
  ['/work/shop', ['/work/shop'], true],
  ['/work/shop', ['/work/shop/src/deep'], true],
  ['/work/shop', ['/work/shopping'], false],
  ['/work/shop', ['/work'], false],
  ['/work/shop', ['/work/shop', '/home'], false],
  ['/work/shop', [], false],
  ['/', ['/anywhere'], true],
])('in %s, from %j: %s', (real, folders, allowed) => {
  expect(checkFolders([limit(real)], { folders }) === undefined).toBe(allowed);
});

it('refuses what cannot be told, and says why', () => {
  expect(checkFolders([limit('/work/shop')], { unknown: 'Purser cannot see it here.' })).toEqual({
    rule: 'folder',
    message: 'Aider may be used only in /work/shop, and Purser cannot see it here.',
  });
  expect(checkFolders([limit(undefined)], { folders: ['/work/shop'] })?.message).toContain('there is no such folder');
});

it('asks every level', () => {
  expect(
    checkFolders([limit('/work'), { ...limit('/work/shop'), kind: 'key' as const, whose: '', name: 'x' }], {
      folders: ['/work/other'],
    })?.message,
  ).toMatch(/^This sub-key of x may be used only in/);
});
