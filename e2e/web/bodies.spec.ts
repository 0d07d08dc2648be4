import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findBarriers } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { goTo } from './go-to.ts';

test(
  'what an agent sends and gets is kept when a person asks for it, read where the request is opened, and deleted ' +
    'when asked',
  async ({ dashboard: page, purser, provider }) => {
    const { client } = await purser.allowance('Claude Code', '5/day');
    provider.setScript({ words: ['Under ', 'the ', 'cap.'], outputTokens: 3 });
    const ask = async (text: string): Promise<void> => {
      for await (const _ of await client.chat.completions.create({
        model: 'gpt-4o-mini',
        max_tokens: 50,
        stream: true,
        messages: [{ role: 'user', content: text }],
      }));
    };
    const detail = page.getByRole('complementary', { name: 'The opened request' });
    await ask('BEFORE-MARK');
    await goTo(page, 'Requests');
    await page.getByTestId('request').click();
    await detail.getByRole('button', { name: 'Log them from now on…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Log prompts and replies of Claude Code?' });
    await expect(dialog).toContainText('passwords or keys in them');
    await dialog.getByText('1 day', { exact: true }).click();
    await dialog.getByRole('button', { name: 'Start logging' }).click();
    await expect(page.getByText('Prompts and replies of Claude Code are logged and kept for a day.')).toBeVisible();
    await detail.getByText('Show prompt and reply').click();
    await expect(detail).toContainText('Nothing is logged for this request');

    await ask('AFTER-MARK');
    await expect(page.getByTestId('request')).toHaveCount(2);
    await page.getByTestId('request').first().click();
    await detail.getByText('Show prompt and reply').click();
    await expect(detail).toContainText('"content": "AFTER-MARK"');
    await expect(detail).toContainText('Under the cap.');
    const [sentForms, gotForms] = [
      detail.getByRole('group', { name: 'Show what was sent as' }),
      detail.getByRole('group', { name: 'Show what was received as' }),
    ];
    await gotForms.getByText('Raw').click();
    await sentForms.getByText('Raw').click();
    await expect(detail).toContainText('data: [DONE]');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await findBarriers(page)).toEqual([]);
    }
    const files = (await readdir(purser.dataFolder)).filter((name) => name.includes('bodies'));
    expect(files).toContain('bodies.sqlite');
    for (const name of files)
      expect((await readFile(join(purser.dataFolder, name))).includes('AFTER-MARK')).toBe(false);

    await goTo(page, 'Agents');
    await page.getByRole('button', { name: 'Prompts and replies are logged for a day' }).click();
    await page
      .getByRole('dialog', { name: 'Logged for Claude Code' })
      .getByRole('button', { name: 'Stop and delete' })
      .click();
    await expect(
      page.getByText('Prompts and replies of Claude Code are no longer logged; those of 1 request were deleted.'),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: /^Prompts and replies are logged/ })).toHaveCount(0);
  },
);

test('a megabyte of it does not hold up the page', async ({ dashboard: page, purser, provider }) => {
  provider.setScript({ inputTokens: 100 });
  const { client } = await purser.allowance('Codex', '5/day');
  await purser.ask(async (gateway) => {
    for (const { id } of await gateway.agents.list()) await gateway.agents.keepBodies({ id, days: 1 });
  });
  await client.chat.completions.create({
    model: 'gpt-4o-mini',
    max_tokens: 5,
    messages: [{ role: 'user', content: 'a long line without an end '.repeat(60_000) }],
  });
  await goTo(page, 'Requests');
  await page.getByTestId('request').click();
  const detail = page.getByRole('complementary', { name: 'The opened request' });
  await detail.getByText('Show prompt and reply').click();
  await expect(detail).toContainText(/the first 1 MB of 1\.6 MB/);
  // The longest that the page was busy with it, in milliseconds: a promise of seconds, far above what it takes.
  const took = await page.evaluate(async () => {
    const start = performance.now();
    document.querySelector('.body-text')?.scrollTo(0, 1e6);
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return performance.now() - start;
  });
  console.log(`Scrolling through a megabyte took ${Math.round(took)} ms.`);
  expect(took).toBeLessThan(2_000);
});

test('requests of one session of a tool are listed together', async ({ dashboard: page, purser }) => {
  const { client } = await purser.allowance('Claude Code', '5/day');
  for (const session of ['ses_first', 'ses_second', 'ses_first']) {
    await client.chat.completions.create(
      { model: 'gpt-4o-mini', max_tokens: 5, messages: [{ role: 'user', content: 'hello' }] },
      { headers: { 'x-session-id': session } },
    );
  }
  await goTo(page, 'Requests');
  const rows = page.getByTestId('request');
  await expect(rows).toHaveCount(3);
  await rows.first().click();
  await page.getByRole('link', { name: 'All requests of this session' }).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Show requests of every session, not only ses_first' }).click();
  await expect(rows).toHaveCount(3);
  // The same link works again.
  await rows.first().click();
  await page.getByRole('link', { name: 'All requests of this session' }).click();
  await expect(rows).toHaveCount(2);
});
