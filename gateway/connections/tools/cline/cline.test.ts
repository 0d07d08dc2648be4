import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startConnectedMachine } from '../../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../../testing/start-connected-machine.ts';

const FILE = join('.cline', 'data', 'settings', 'providers.json');
/** As Cline 3.0.65 writes it itself: two spaces, and a line break at the end. */
const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const LOGGED_IN = json({
  version: 1,
  lastUsedProvider: 'cline',
  modes: {},
  providers: {
    cline: { settings: { provider: 'cline' }, updatedAt: '2026-09-01T10:00:00.000Z', tokenSource: 'oauth' },
  },
});

let machine: ConnectedMachine;

beforeEach(async () => {
  machine = await startConnectedMachine();
});
afterEach(() => machine.stop());

/** What Cline does at every start: it writes its whole file again, with the time at the provider it uses. */
async function runCline(file: string): Promise<string> {
  const ours = json(JSON.parse(await readFile(file, 'utf8')));
  const used = ours.replace('2026-01-01T00:00:00.000Z', '2026-11-21T15:47:12.894Z');
  expect(used).not.toBe(ours);
  await writeFile(file, used);
  return used;
}

it.each([
  ['a person who is logged in', LOGGED_IN],
  ['a person whose Cline has no file yet', undefined],
])(
  '%s: what Cline writes itself whenever it runs is no change from outside, and goes with the rest',
  async (_, before) => {
    const { connections } = machine.client;
    const file = join(machine.home, FILE);
    if (before !== undefined) await machine.write(FILE, before);
    const { connection } = await connections.connect({ tool: 'cline' });
    const used = await runCline(file);

    expect(await connections.connect({ tool: 'cline' })).toMatchObject({
      connection: { state: 'connected', differences: [] },
    });
    await connections.repair({ id: connection.id });
    expect(await readFile(file, 'utf8')).toBe(used);

    const { files } = await connections.disconnect({ id: connection.id });
    // Beside the list of models, which was not there before.
    expect(files).toMatchObject([
      { how: before === undefined ? 'deleted' : 'restored', stays: [] },
      { how: 'deleted' },
    ]);
    expect(await machine.read(FILE)).toBe(before);
  },
);
