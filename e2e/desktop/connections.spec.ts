import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  connectClaude,
  connectCodexByKeyboard,
  disconnectClaude,
  moveLyingKey,
  openConnections,
  proveClaude,
  repairClaude,
} from '../web/connecting.ts';
import { SETTINGS, startPerson } from '../web/person.ts';
import type { Person } from '../web/person.ts';
import { PROVIDER_KEY, test as base } from './spending.ts';

const test = base.extend<{ person: Person }>({
  person: async ({ launcher }, provide) => {
    const person = await startPerson();
    const inside = await readdir(person.home, { recursive: true });
    for (const path of ['', ...inside]) launcher?.own(join(person.home, path));
    await provide(person);
    await person.remove();
  },
  environment: async ({ person }, provide) => provide(person.environment),
});

test(
  'Claude Code: found, the change shown, connected, green by a request, changed outside, repaired, and back as ' +
    'it was',
  async ({ desktop, person, provider }) => {
    const scene = { ...desktop, page: desktop.window, person, provider };
    const original = await person.read(SETTINGS);
    await openConnections(scene, PROVIDER_KEY);
    const key = await connectClaude(scene);
    await proveClaude(scene);
    await repairClaude(scene);
    await disconnectClaude(scene, original, key);
  },
);

test('Codex is connected and disconnected with the keyboard alone', async ({ desktop, person, provider }) => {
  const scene = { ...desktop, page: desktop.window, person, provider };
  await openConnections(scene, PROVIDER_KEY);
  await connectCodexByKeyboard(scene);
});

test('a provider key in a dotenv file is found, moved into the secret store, and never shown', async ({
  desktop,
  person,
  provider,
}) => {
  const scene = { ...desktop, page: desktop.window, person, provider };
  await openConnections(scene, PROVIDER_KEY);
  await moveLyingKey(scene);
});
