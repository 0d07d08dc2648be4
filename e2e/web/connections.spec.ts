import {
  connectClaude,
  connectCodexByKeyboard,
  connectWithoutSecret,
  disconnectClaude,
  moveLyingKey,
  openConnections,
  proveClaude,
  repairClaude,
  toolRow,
} from './connecting.ts';
import type { Scene } from './connecting.ts';
import { expect, PROVIDER_KEY, test as base } from './fixtures.ts';
import { findFaintText, findOverflow } from './looks.ts';
import { SETTINGS, startPerson } from './person.ts';
import type { Person } from './person.ts';

const test = base.extend<{ person: Person; scene: Scene }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names a fixture needs from this pattern
  person: async ({}, provide) => {
    const person = await startPerson();
    await provide(person);
    await person.remove();
  },
  environment: async ({ person }, provide) => provide(person.environment),
  scene: async ({ dashboard, purser, person, provider }, provide) => {
    const scene = { page: dashboard, person, provider, ask: purser.ask };
    await openConnections(scene, PROVIDER_KEY);
    await provide(scene);
  },
});

async function expectGoodLooks({ page }: Scene, what: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect.soft(await findOverflow(page), `${what}, ${colorScheme}`).toEqual([]);
    expect.soft(await findFaintText(page), `${what}, ${colorScheme}`).toEqual([]);
  }
}

test('Claude Code is connected, proved, repaired and disconnected in a browser', async ({ scene }) => {
  const original = await scene.person.read(SETTINGS);
  const key = await connectClaude(scene);
  await proveClaude(scene);
  await repairClaude(scene);
  await disconnectClaude(scene, original, key);
});

test('Codex is connected and disconnected in a browser with the keyboard alone', async ({ scene }) => {
  await connectCodexByKeyboard(scene);
});

test('Claude Code is connected with no secret in its file', async ({ scene }) => {
  await connectWithoutSecret(scene);
});

test('a provider key that lies about is moved in a browser', async ({ scene }) => {
  await moveLyingKey(scene);
});

for (const width of [360, 1100]) {
  test(`at ${width} pixels nothing of a connection sticks out and everything can be read, light and dark`, async ({
    scene,
  }) => {
    const { page, person } = scene;
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole('button', { name: 'Connect Claude Code' }).click();
    await expect(page.getByLabel('The exact change')).toBeVisible();
    await expectGoodLooks(scene, 'connect');
    await page.keyboard.press('Escape');
    await connectClaude(scene);
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect(page.getByTestId('finding')).not.toHaveCount(0);
    await person.write(SETTINGS, '{}');
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect(toolRow(page, 'Claude Code')).toContainText('Changed outside');
    await expectGoodLooks(scene, 'changed outside');
    await page.getByRole('button', { name: 'Disconnect Claude Code' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectGoodLooks(scene, 'disconnect');
  });
}
