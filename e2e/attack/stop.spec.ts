import { z } from 'zod';
import { withGateway } from '../../cli/connect.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { startServe } from '../web/purser-process.ts';
import type { PurserProcess } from '../web/purser-process.ts';
import { chatBody, expect, test } from './fixtures.ts';
import type { Target } from './fixtures.ts';
import { FLOODS } from './floods.ts';

/** From the call that `purser pause` makes on the private socket, on a machine that the attack keeps busy as well. */
const MOST_MS = 5_000;
/** The time that `serve` gives running requests, and the time that it takes to close. */
const DEADLINE_MS = 10_000 + 5_000;

/** A stream that would run for minutes. `ended` resolves when the gateway cuts it, with what came until then. */
async function longStream(at: Target, key: string): Promise<{ readonly ended: Promise<string> }> {
  at.provider.setScript(({ body }) =>
    body.includes('a long stream') ? { inputTokens: 20, outputTokens: 10_000, tokenMs: 50 } : {},
  );
  const reply = await fetch(`${at.url}/openai/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: chatBody('a long stream', { stream: true, max_tokens: 10_000 }),
  });
  expect(reply.status).toBe(200);
  const reader = reply.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('The stream has no body.');
  let text = (await reader.read()).value ?? '';
  const read = async (): Promise<string> => {
    for (;;) {
      // However it is cut, by an error event or with its socket.
      const next = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (next.done) return text;
      text += next.value ?? '';
    }
  };
  return { ended: read() };
}

/** Stops something while a stream runs. The stream must be over soon after, at the provider too. */
async function cuts(at: Target, key: string, stop: (gateway: GatewayClient) => Promise<unknown>): Promise<void> {
  const stream = await longStream(at, key);
  const start = performance.now();
  await at.ask(stop);
  expect(performance.now() - start).toBeLessThan(MOST_MS);
  expect(await stream.ended).not.toContain('[DONE]');
  expect(performance.now() - start).toBeLessThan(MOST_MS);
  await expect.poll(() => at.provider.openStreams, { timeout: MOST_MS }).toBe(0);
}

for (const [name, flood] of Object.entries(FLOODS)) {
  test(`pause and revoke are heard, and cut what runs, beside ${name}`, async ({ fresh }) => {
    const { id, key } = await fresh.issue('50/day');
    const attack = await flood(fresh);
    try {
      await cuts(fresh, key, (gateway) => gateway.everything.pause());
      await fresh.ask((gateway) => gateway.everything.resume());
      await cuts(fresh, key, (gateway) => gateway.keys.revoke({ id }));
      expect(await fresh.chat(key)).toBe(403);
    } finally {
      attack.stop();
    }
    // A tool that did nothing wrong is served again.
    await expect.poll(() => fresh.chat()).toBe(200);
  });
}

test('SIGTERM ends it within its deadline, whatever is going on', async ({ fresh }) => {
  const { key } = await fresh.issue('50/day');
  await longStream(fresh, key);
  const attacks = await Promise.all(Object.values(FLOODS).map((flood) => flood(fresh)));
  try {
    const start = performance.now();
    expect(await fresh.end('SIGTERM')).toBe(0);
    expect(performance.now() - start).toBeLessThan(DEADLINE_MS);
    expect(fresh.stderr()).not.toContain('Error:');
  } finally {
    for (const attack of attacks) attack.stop();
  }
});

test('what was revoked or paused stays so when the process is killed at once, and what was not does not', async ({
  fresh,
}) => {
  const revoked = await fresh.issue('50/day');
  const kept = await fresh.issue('50/day');
  await fresh.command('key', 'revoke', revoked.id);
  expect(await fresh.end('SIGKILL')).toBe('SIGKILL');
  const again = await startServe(fresh.dataFolder);
  try {
    expect(await withGateway(again.dataFolder, (gateway) => gateway.keys.list())).toContainEqual(
      expect.objectContaining({ id: revoked.id, state: 'revoked' }),
    );
    expect(await refusal(again, revoked.key)).toBe('sub-key-revoked');
    // Its provider key was kept in memory, and is gone: that is another refusal.
    expect(await refusal(again, kept.key)).toBe('provider');
    await withGateway(again.dataFolder, (gateway) => gateway.everything.pause());
  } finally {
    await again.end('SIGKILL');
  }
  const third = await startServe(fresh.dataFolder);
  try {
    expect(await refusal(third, kept.key)).toBe('everything-paused');
    expect(await refusal(third, revoked.key)).not.toBe('provider');
  } finally {
    await third.end('SIGTERM');
  }
});

/** The rule that refuses a chat request. */
async function refusal(at: PurserProcess, key: string): Promise<string> {
  const reply = await fetch(`${at.url}/openai/v1/chat/completions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}` },
    body: chatBody('after a kill'),
  });
  return z.object({ error: z.object({ code: z.string() }) }).parse(await reply.json()).error.code;
}
