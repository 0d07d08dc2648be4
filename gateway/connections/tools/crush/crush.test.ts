import { afterEach, beforeEach, expect, it } from 'vitest';
import { startConnectedMachine } from '../../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../../testing/start-connected-machine.ts';

const JSON_FILE = '.config/crush/crush.json';
const RC = '.config/crush/crushrc';
const OLD =
  '{\n\t"$schema": "https://charm.land/crush.json",\n\t"providers": { "lmstudio": { "base_url": ' +
  '"http://localhost:1234/v1" } }\n}';

let machine: ConnectedMachine;

beforeEach(async () => {
  machine = await startConnectedMachine();
});
afterEach(() => machine.stop());

it('a person with the older JSON file only: that one is edited, proved and given back', async () => {
  const { connections } = machine.client;
  await machine.write(JSON_FILE, OLD);
  await connections.connect({ tool: 'crush' });
  expect(JSON.parse((await machine.read(JSON_FILE)) ?? '')).toMatchObject({
    providers: { lmstudio: {}, purser: { type: 'openai', base_url: machine.host.openaiUrl } },
  });
  expect(await machine.read(RC)).toBeUndefined();
  expect(await connections.verify({ id: 'crush' })).toMatchObject({ ok: true });
  await connections.disconnect({ id: 'crush' });
  expect(await machine.read(JSON_FILE)).toBe(OLD);
});

it('a person with both: Crush reads the program, so that one is edited', async () => {
  const { connections } = machine.client;
  await machine.write(JSON_FILE, OLD);
  await machine.write(RC, 'option set tui.compact true\n');
  await connections.connect({ tool: 'crush' });
  expect(await machine.read(JSON_FILE)).toBe(OLD);
  expect(await machine.read(RC)).toContain('provider add purser');
  expect(await connections.verify({ id: 'crush' })).toMatchObject({ ok: true });
});
