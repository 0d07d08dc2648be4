import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('readOptions', () => {
  it('makes a machine and removes it, unless it is told otherwise', () => {
    expect(readOptions([])).toEqual({ keep: false, machine: undefined, only: undefined, run: undefined, help: false });
  });

  it('keeps a machine that it is told to keep, and one that was kept before', () => {
    expect(readOptions(['--keep']).keep).toBe(true);
    expect(readOptions(['--machine', '/var/tmp/kept', '--run', 'npx vitest run shared'])).toEqual({
      keep: true,
      machine: '/var/tmp/kept',
      only: undefined,
      run: 'npx vitest run shared',
      help: false,
    });
  });

  it('does one of the two where that is enough', () => {
    expect(readOptions(['--only', 'start']).only).toBe('start');
  });

  it.each([
    [['--machine', 'kept'], 'the whole path'],
    [['--machine', ''], 'the whole path'],
    [['--run', ' '], '--run wants a command'],
    [['--only', 'web'], 'test or start'],
    [['web'], 'web'],
  ])('refuses %j', (args, words) => {
    expect(() => readOptions(args)).toThrow(words);
  });
});
