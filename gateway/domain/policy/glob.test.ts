import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesGlob } from './glob.ts';

/** The meaning of a glob as a regex: right, and for short names quick enough. */
function byRegex(glob: string, name: string): boolean {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\*+/g, '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${pattern}$`, 'is').test(name);
}

describe('matchesGlob', () => {
  it.each([
    ['*claude*opus*', 'anthropic/Claude-Opus-4-7', true],
    ['claude-*', 'claude-', true],
    ['claude-*', 'my-claude-1', false],
    ['gpt-?', 'gpt-5', true],
    ['gpt-?', 'gpt-', false],
    ['a*a', 'a', false],
    ['*?*', '', false],
    ['**', '', true],
    ['', '', true],
    ['', 'a', false],
    ['a.c', 'abc', false],
  ])('%s and %s: %s', (glob, name, matches) => {
    expect(matchesGlob(glob, name)).toBe(matches);
  });

  it('means what the regex means', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'A', '*', '?', '.', '('), maxLength: 8 });
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'B', '.', '('), maxLength: 12 });
    fc.assert(fc.property(word, name, (glob, text) => matchesGlob(glob, text) === byRegex(glob, text)));
  });

  it('is done with a name of many megabytes before anybody notices', () => {
    const name = `claude${'-opu'.repeat(2_000_000)}`;
    const start = performance.now();
    expect(matchesGlob('*claude*opus*', name)).toBe(false);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
