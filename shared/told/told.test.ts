import { describe, expect, it } from 'vitest';
import { createTold } from './told.ts';

const told = createTold([
  ['The file was changed.', 'Die Datei wurde geändert.'],
  ['the file was changed', 'die Datei wurde geändert'],
  ['Fix that line.', 'Berichtige die Zeile.'],
  ['{0}: {1}.', '{0}: {1}.'],
  ['Line {0}: {1}', 'Zeile {0}: {1}'],
  ['{0} cannot be reached. {1}', '{0} ist nicht erreichbar. {1}'],
  ['{0} cannot be written to {1}.', 'In {1} lässt sich {0} nicht schreiben.'],
]);

describe('a sentence of the gateway', () => {
  it.each([
    ['is found by its text', 'The file was changed.', 'Die Datei wurde geändert.'],
    [
      'is found around its values, in another order',
      'a cannot be written to /b c.',
      'In /b c lässt sich a nicht schreiben.',
    ],
    ['may hold another one', 'Codex: the file was changed.', 'Codex: die Datei wurde geändert.'],
    [
      'may stand beside others',
      'Fix that line. The file was changed.',
      'Berichtige die Zeile. Die Datei wurde geändert.',
    ],
    ['may end with others', 'x cannot be reached. Fix that line.', 'x ist nicht erreichbar. Berichtige die Zeile.'],
    ['may have lines', 'Fix that line.\n\n$ rm -rf x', 'Berichtige die Zeile.\n\n$ rm -rf x'],
    ['stays where it is not known', 'Nobody knows this.', 'Nobody knows this.'],
    ['stays where only a part of it is known', 'Nobody. Knows: this. Or that', 'Nobody. Knows: this. Or that'],
  ])('%s', (_, english, other) => expect(told(english)).toBe(other));

  it('takes little time, whatever a name is made of', () => {
    const name = 'cannot be written to '.repeat(190);
    const before = performance.now();
    for (let times = 0; times < 100; times += 1) told(`${name}${times}`);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});
