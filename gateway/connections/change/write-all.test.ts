import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startTestMachine } from '../../testing/start-test-machine.ts';
import type { TestMachine } from '../../testing/start-test-machine.ts';
import { createConfigFiles } from '../files/config-files.ts';
import { writeAll } from './write-all.ts';

let machine: TestMachine;
const deps = { files: createConfigFiles() };

beforeEach(async () => {
  machine = await startTestMachine();
});
afterEach(() => machine.remove());

it('writes all files, and makes those that are new', async () => {
  const old = await machine.write('old', 'a');
  await writeAll(deps, [
    { file: old, text: 'a', after: 'b' },
    { file: join(machine.home, 'in/new'), text: undefined, after: 'c' },
  ]);
  expect([await machine.read('old'), await machine.read('in/new')]).toEqual(['b', 'c']);
});

it('writes none when one of them changed meanwhile', async () => {
  const [first, last] = [await machine.write('first', 'a'), await machine.write('last', 'theirs')];
  const writes = [
    { file: first, text: 'a', after: 'b' },
    { file: join(machine.home, 'in/new'), text: undefined, after: 'c' },
    { file: last, text: 'x', after: 'y' },
  ];
  await expect(writeAll(deps, writes)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect([await machine.read('first'), await machine.read('in/new'), await machine.read('last')]).toEqual([
    'a',
    undefined,
    'theirs',
  ]);
  expect(await deps.files.exists(join(machine.home, 'in'))).toBe(false);
});
