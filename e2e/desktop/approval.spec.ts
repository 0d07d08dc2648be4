import type OpenAI from 'openai';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import type { Desktop } from './fixtures.ts';
import { test as withPanel } from './panel-fixtures.ts';
import { allowanceFor, ASK, expect, test } from './spending.ts';

/** An agent whose cap nothing fits into any more, and whose policy says to ask. */
function asking(desktop: Desktop, provider: SimulatedProvider): Promise<OpenAI> {
  provider.setScript({ inputTokens: 100, outputTokens: 40 });
  return allowanceFor('Claude Code', desktop, provider, {
    caps: [{ window: 'day', rolling: false, amount: nanodollarsOf(1_000) }],
    onCap: 'ask',
  });
}

const QUESTION = /^Claude Code asks for "gpt-4o-mini", up to \$/;
const asks = async (desktop: Desktop): Promise<number> =>
  (await desktop.trayItems()).filter((item) => QUESTION.test(item)).length;

test('a request that waits is answered from the tray: once, raised, and no', async ({ desktop, provider }) => {
  const client = await asking(desktop, provider);
  const create = () => client.chat.completions.create(ASK);

  const first = create();
  await expect
    .poll(desktop.trayItems)
    .toEqual(expect.arrayContaining([expect.stringMatching(QUESTION), 'Allow once', 'Deny']));
  await desktop.clickTrayItem(/^Allow once$/);
  expect((await first).choices[0]?.finish_reason).toBe('stop');
  await expect.poll(() => asks(desktop)).toBe(0);

  const denied = expect(create()).rejects.toMatchObject({ status: 403, message: expect.stringContaining('said no') });
  await expect.poll(() => asks(desktop)).toBe(1);
  await desktop.clickTrayItem(/^Deny$/);
  await denied;
  await expect.poll(() => asks(desktop)).toBe(0);

  const raised = create();
  await expect.poll(() => asks(desktop)).toBe(1);
  await desktop.clickTrayItem(/^Raise for today by \$/);
  expect((await raised).choices[0]?.finish_reason).toBe('stop');
  const [key] = await desktop.ask((gateway) => gateway.keys.list());
  expect(key?.caps[0]?.raisedBy).toBeGreaterThan(0);
});

withPanel(
  'a request that waits is told by a notification, which is taken back when it is answered elsewhere',
  async ({ desktop, provider, panel }) => {
    const client = await asking(desktop, provider);
    await desktop.window.close();
    const reply = client.chat.completions.create(ASK);
    await expect
      .poll(() => panel.notifications)
      .toMatchObject([
        {
          title: expect.stringMatching(/^Claude Code asks for "gpt-4o-mini", up to \$/),
          body: expect.stringContaining('Claude Code has used'),
        },
      ]);
    expect(panel.closedNotifications).toEqual([]);
    await expect.poll(() => asks(desktop)).toBe(1);
    await desktop.clickTrayItem(/^Allow once$/);
    await reply;
    await expect.poll(() => panel.closedNotifications).toEqual([panel.notifications[0]?.id]);
  },
);

withPanel('a click on the notification opens the dashboard at the request', async ({ desktop, provider, panel }) => {
  const client = await asking(desktop, provider);
  await desktop.window.close();
  const denied = expect(client.chat.completions.create(ASK)).rejects.toMatchObject({ status: 403 });
  await expect.poll(() => panel.notifications.length).toBe(1);
  const [waiting] = await desktop.ask((gateway) => gateway.approvals.list());
  if (!waiting) throw new Error('nothing waits');

  const reopened = desktop.app.waitForEvent('window');
  panel.clickNotification(panel.notifications[0]?.id ?? 0);
  await expect(await reopened).toHaveURL(new RegExp(`#/overview\\?approval=${waiting.id}$`));
  await desktop.ask((gateway) => gateway.approvals.answer({ id: waiting.id, answer: 'deny' }));
  await denied;
});
