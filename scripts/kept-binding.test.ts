import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepBinding, restoreBinding } from './kept-binding.mjs';

let folder: string;
let built: string;
let restored: string;
let kept: { readonly file: string; readonly sources: string };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'purser-natives-'));
  built = join(folder, 'built.node');
  restored = join(folder, 'modules', 'built.node');
  kept = { file: join(folder, 'cache', 'sqlite3-6', 'built.node'), sources: 'sha512-a' };
  writeFileSync(built, 'machine code');
  keepBinding(kept, built);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a kept binding', () => {
  it('comes back as it was put there', () => {
    expect(restoreBinding(kept, restored)).toBeUndefined();
    expect(readFileSync(restored, 'utf8')).toBe('machine code');
  });

  it('can be loaded by every user of the machine, as one that was just built', () => {
    expect(restoreBinding(kept, restored)).toBeUndefined();
    if (process.platform !== 'win32') expect(statSync(restored).mode & 0o777).toBe(0o755);
  });

  it.each<readonly [what: string, why: string, harm: () => void]>([
    ['was changed', 'not what was put there', () => appendFileSync(kept.file, '!')],
    ['has no hash', 'no hash beside it', () => rmSync(`${kept.file}.json`)],
    ['was built from other sources', 'from other sources', () => void (kept = { ...kept, sources: 'sha512-b' })],
    ['others can write', 'others can write', () => chmodSync(kept.file, 0o666)],
    ['others can replace', 'others can write', () => chmodSync(dirname(kept.file), 0o777)],
    ['is not there', 'none in the cache', () => rmSync(kept.file)],
  ])('that %s is not taken', (_what, why, harm) => {
    harm();
    expect(restoreBinding(kept, restored)).toContain(why);
    expect(existsSync(restored)).toBe(false);
  });
});
