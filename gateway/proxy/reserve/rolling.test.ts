import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { parseCap } from '../../../shared/cap.ts';
import type { RequestView } from '../../../shared/contract/views.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { scopeOf } from '../../../shared/policy.ts';
import type { ScriptChoice } from '../../simulation/script.ts';
import { playEvents, startVendorGateway } from '../../testing/start-vendor-gateway.ts';
import type { Arrival, VendorGateway } from '../../testing/start-vendor-gateway.ts';

const QUESTION = 'Count as far as you can.';
const MESSAGES = [{ role: 'user' as const, content: QUESTION }];
/** Each token is one character, so that what shows is what was made. */
const words = ['1', '+', '2', ',', '=', '3'] as const;
/** Two hundred tokens a second. */
const STEADY = { outputTokens: 3_000, tokenMs: 5, words } as const;
const LONG_MS = 60_000;

let test: VendorGateway;
afterEach(() => test.stop());
const start = async (script: ScriptChoice): Promise<void> => void (test = await startVendorGateway({ script }));

const sum = (rows: readonly Pick<RequestView, 'cost'>[]): number => rows.reduce((total, { cost }) => total + cost, 0);

/** Checks that no row costs more than was held, that the ledger has at least the bill, and that nothing stays held. */
async function expectCovered(rows: readonly RequestView[]): Promise<void> {
  await expect.poll(() => test.provider.openStreams).toBe(0);
  expect(sum(rows)).toBeGreaterThanOrEqual(test.provider.bill());
  for (const { cost, reserved } of await test.heldRows()) expect(cost).toBeLessThanOrEqual(reserved);
  const caps = (await test.client.gateway.keys.list()).flatMap((view) => view.caps);
  expect(caps.filter(({ reserved }) => reserved !== 0)).toEqual([]);
}

async function expectWithinCap(rows: readonly RequestView[], cap: number): Promise<void> {
  await expectCovered(rows);
  expect(test.provider.bill()).toBeLessThanOrEqual(cap);
  expect(sum(rows)).toBeLessThanOrEqual(cap);
}

/** A stream of gpt-4o as the official SDK reads it: ten dollars for a million tokens, a thousand a second at most. */
const chat = (key: string, maxTokens = 3_000, user = 'long') =>
  test
    .openai(key)
    .chat.completions.stream({ model: 'gpt-4o', messages: MESSAGES, max_tokens: maxTokens, user })
    .finalChatCompletion();

const dataOf = (value: object): string =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'gpt-4o', ...value })}\n\n`;
const chunkOf = (content: string, finish_reason: string | null = null): string =>
  dataOf({ choices: [{ index: 0, delta: { role: 'assistant', content }, finish_reason }] });

describe('two streams under a cap that has room for one and a half', () => {
  it(
    'end in the way in which official SDKs expect an answer to reach its limit',
    async () => {
      await start(STEADY);
      const keys = {
        chat: await test.issue('0.045/day'),
        responses: await test.issue('0.045/day'),
        messages: await test.issue('0.0095/day'),
      };
      const response = { model: 'gpt-4o', input: QUESTION, max_output_tokens: 3_000 };
      const thinking = { type: 'disabled' } as const;
      const message = { model: 'claude-haiku-4-5', max_tokens: 3_000, thinking, messages: MESSAGES };
      const twice = <T>(ask: () => Promise<T>): Promise<readonly T[]> => Promise.all([ask(), ask()]);
      const [completions, responses, messages] = await Promise.all([
        twice(() => chat(keys.chat.key)),
        twice(() => test.openai(keys.responses.key).responses.stream(response).finalResponse()),
        twice(() => test.anthropic(keys.messages.key).messages.stream(message).finalMessage()),
      ]);
      for (const { choices } of completions) {
        expect(choices[0]).toMatchObject({ finish_reason: 'length', message: { role: 'assistant' } });
        expect(choices[0]?.message.content?.length).toBeGreaterThan(1_000);
      }
      for (const response of responses) {
        expect(response).toMatchObject({ status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } });
        expect(response.output_text.length).toBeGreaterThan(1_000);
      }
      for (const message of messages) {
        expect(message).toMatchObject({ type: 'message', role: 'assistant', stop_reason: 'max_tokens' });
        expect(message.content[0]?.type === 'text' && message.content[0].text.length).toBeGreaterThan(400);
      }
      const rows = await test.settled(6);
      expect(rows).toMatchObject(rows.map(() => ({ outcome: 'cut', certainty: 'estimated', basis: 'left' })));
      await expectWithinCap(rows, 99_500_000);
      const caps = (await test.client.gateway.keys.list()).flatMap((view) => view.caps);
      for (const { spent, amount } of caps) expect(spent).toBeLessThanOrEqual(amount);
      // At least two thirds of the money went into answers.
      expect(test.provider.bill()).toBeGreaterThan(66_000_000);
    },
    LONG_MS,
  );
});

describe('a stream that needs more', () => {
  it(
    'is held against every cap: the one without room ends it, and is reported',
    async () => {
      await start({ ...STEADY, tokenMs: 2 });
      const { key } = await test.issue('5/day', '9/total');
      const cap = parseCap('0.045/day');
      const scope = scopeOf('provider', providerNameSchema.parse('openai'));
      await test.client.gateway.policies.set({ scope, policy: { caps: cap ? [cap] : [] } });
      const replies = await Promise.all([chat(key), chat(key)]);
      expect(replies.map(({ choices }) => choices[0]?.finish_reason)).toEqual(['length', 'length']);
      const rows = await test.settled(2);
      await expectWithinCap(rows, 45_000_000);
      expect(await test.told()).toContainEqual(expect.stringMatching(/^openai has used \d\d% of its cap/));
    },
    LONG_MS,
  );

  it(
    'gets what another one gives back when it settles, and is answered whole',
    async () => {
      let made = 0;
      const usage = (tokens: number) =>
        dataOf({ choices: [], usage: { prompt_tokens: 20, completion_tokens: tokens, total_tokens: 20 + tokens } });
      const end = (tokens: number): readonly string[] => [chunkOf('', 'stop'), usage(tokens), 'data: [DONE]\n\n'];
      function* long(): Generator<string> {
        for (; made < 2_200; made += 1) yield chunkOf('1');
        yield* end(made);
      }
      const short = async (arrival: Arrival): Promise<void> => {
        // By now the other stream has asked for more, and there was none: each of them holds 2,064 tokens of 4,180.
        while (made < 1_200) await sleep(5);
        await playEvents(arrival, [chunkOf('1'), ...end(1)]);
      };
      test = await startVendorGateway({
        scene: async (arrival) =>
          arrival.body['user'] === 'short' ? short(arrival) : void (await playEvents(arrival, long(), { everyMs: 2 })),
      });
      const { key } = await test.issue('0.042/day');
      const replies = await Promise.all([chat(key), chat(key, 3_000, 'short')]);
      expect(replies.map(({ choices }) => choices[0]?.finish_reason)).toEqual(['stop', 'stop']);
      const rows = await test.settled(2);
      expect(rows.map(({ outcome, certainty }) => [outcome, certainty])).toEqual(rows.map(() => ['served', 'exact']));
      expect(sum(rows)).toBe(2 * 20 * 2_500 + 2_201 * 10_000);
    },
    LONG_MS,
  );
});

describe('a stream that is held slice by slice', () => {
  it(
    'and is revoked in its middle costs what was made',
    async () => {
      await start(STEADY);
      const { key, id } = await test.issue('5/day');
      const reading = chat(key, 16_000).catch((error: unknown) => error);
      await expect.poll(() => test.provider.bill()).toBeGreaterThan(5_000_000);
      await test.client.gateway.keys.revoke({ id });
      expect(await reading).toBeInstanceOf(Error);
      const rows = await test.settled(1);
      expect(rows).toMatchObject([{ outcome: 'cut', certainty: 'estimated', basis: 'left' }]);
      await expectCovered(rows);
      expect(sum(rows)).toBeLessThan(2 * test.provider.bill());
    },
    LONG_MS,
  );

  it(
    'is held whole at once under a cap that says so',
    async () => {
      await start({ ...STEADY, outputTokens: 200 });
      const [full, rolling] = [await test.issue('5/day/full'), await test.issue('5/day')];
      const running = [chat(full.key, 16_000), chat(rolling.key, 16_000)];
      await expect.poll(() => test.provider.openStreams).toBe(2);
      expect(await test.held(full.id)).toBeGreaterThan(160_000_000);
      expect(await test.held(rolling.id)).toBeLessThan(25_000_000);
      await Promise.all(running);
      const rows = await test.settled(2);
      expect(sum(rows)).toBe(test.provider.bill());
      await expectCovered(rows);
    },
    LONG_MS,
  );

  it(
    'begins with a useful slice, larger for a long input: no two streams cut each other short',
    async () => {
      await start({ outputTokens: 4_096, tokenMs: 1, words });
      const long = [{ role: 'user' as const, content: QUESTION.repeat(6_000) }];
      const { key } = await test.issue('0.255/day');
      const ask = () =>
        test
          .openai(key)
          .chat.completions.stream({ model: 'gpt-4o', messages: long, max_tokens: 4_096 })
          .finalChatCompletion();
      // Two first slices would fit, and two answers do not.
      const replies = await Promise.allSettled([ask(), ask()]);
      expect(replies.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const rows = await test.settled(1);
      expect(rows).toMatchObject([{ outcome: 'served', outputTokens: 4_096 }]);
      await expectWithinCap(rows, 255_000_000);
    },
    LONG_MS,
  );

  it(
    'leaves room for eight agents where whole holds let two in',
    async () => {
      await start({ outputTokens: 100, tokenMs: 10, words });
      const agents = { rolling: await test.issue('0.7/day'), full: await test.issue('0.7/day/full') };
      const body = { model: 'claude-opus-5-5', max_tokens: 16_000, messages: MESSAGES };
      const ask = (key: string) => test.anthropic(key).messages.stream(body).finalMessage();
      const together = async (key: string): Promise<number> => {
        const all = Promise.all(Array.from({ length: 8 }, () => ask(key)));
        let most = 0;
        const watch = setInterval(() => void (most = Math.max(most, test.provider.openStreams)), 5);
        await all.finally(() => clearInterval(watch));
        return most;
      };
      expect(await together(agents.rolling.key)).toBe(8);
      expect(await together(agents.full.key)).toBe(2);
      await expectCovered(await test.settled(16));
    },
    LONG_MS,
  );

  it(
    'settles at its last hold when the gateway is killed: above the bill, far below the whole',
    async () => {
      await start(STEADY);
      const { key } = await test.issue('5/day');
      const reading = chat(key, 16_000).catch((error: unknown) => error);
      await expect.poll(() => test.provider.bill(), { timeout: 20_000 }).toBeGreaterThan(12_000_000);
      const billed = test.provider.bill();
      const [row] = await test.rowsAfterKill();
      expect(row).toMatchObject({ outcome: 'crashed', certainty: 'assumed', basis: 'crash' });
      // Its provider notices a quarter of a second later that nobody reads any more.
      expect(row?.cost).toBeGreaterThanOrEqual(billed + 50 * 10_000);
      expect(row?.cost).toBeLessThan(45_000_000);
      await test.stop();
      await reading;
    },
    LONG_MS,
  );
});

/** Asks for a stream and reads none of it. @returns a function that leaves */
async function askAndWait(key: string): Promise<() => void> {
  const { port, host } = new URL(test.gateway.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  const body = JSON.stringify({ model: 'gpt-4o', messages: MESSAGES, max_tokens: 16_000, stream: true });
  socket.pause();
  const headers = [`Host: ${host}`, `authorization: Bearer ${key}`, `content-length: ${Buffer.byteLength(body)}`];
  socket.write(['POST /openai/v1/chat/completions HTTP/1.1', ...headers, '', body].join('\r\n'));
  return () => socket.destroy();
}

describe('clients that do not read their streams', () => {
  it(
    'cannot have more made than their cap pays, and what they have not read is settled at once',
    async () => {
      let made = 0;
      // A comment after each token fills the buffers in between; the provider goes on whether anybody reads or not.
      function* tokens(): Generator<string> {
        for (; made < 16_000; made += 1) yield `${chunkOf('1')}: ${'.'.repeat(20_000)}\n\n`;
      }
      const scene = async (arrival: Arrival): Promise<void> =>
        void (await playEvents(arrival, tokens(), { everyMs: 4 }));
      test = await startVendorGateway({ scene });
      const { key, id } = await test.issue('0.06/day');
      const leave = await Promise.all([askAndWait(key), askAndWait(key)]);
      // The clients have not left: one that reads nothing must not delay the settlement of a cut stream.
      const rows = await test.settled(2);
      await expect.poll(() => test.held(id)).toBe(0);
      for (const one of leave) one();
      expect(rows.map(({ outcome }) => outcome)).toEqual(['cut', 'cut']);
      expect(sum(rows)).toBeGreaterThanOrEqual(made * 10_000);
      expect(sum(rows)).toBeLessThanOrEqual(60_000_000);
      for (const { cost, reserved } of await test.heldRows()) expect(cost).toBeLessThanOrEqual(reserved);
    },
    LONG_MS,
  );
});
