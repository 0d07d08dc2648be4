import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRememberedChoice } from './remembered-choice.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'purser-remembered-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a choice outlives the app, until the keychain is chosen again', () => {
  const file = join(folder, 'desktop', 'choices.json');
  expect(createRememberedChoice(file).secrets()).toBeUndefined();
  createRememberedChoice(file).remember('vault');
  expect(createRememberedChoice(file).secrets()).toBe('vault');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ secrets: 'vault' });
  const later = createRememberedChoice(file);
  later.remember(undefined);
  expect([later.secrets(), createRememberedChoice(file).secrets()]).toEqual([undefined, undefined]);
});

test.each(['', '{', '{"secrets":"plaintext"}', '{"secrets":"vault","passphrase":"x"}'])(
  'what is no choice is none: %s',
  (text) => {
    const file = join(folder, 'choices.json');
    writeFileSync(file, text);
    expect(createRememberedChoice(file).secrets()).toBeUndefined();
  },
);
