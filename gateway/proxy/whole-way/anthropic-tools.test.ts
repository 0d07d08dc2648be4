import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startVendorGateway } from '../../testing/start-vendor-gateway.ts';
import type { Arrival, VendorGateway } from '../../testing/start-vendor-gateway.ts';

/** One round of the provider's: the text that it writes, and the bytes that its call brings. */
interface Round {
  readonly says: number;
  readonly brings: number;
}

const MODEL = 'claude-haiku-4-5';
/** 1 and 5 USD for a million tokens, 5 cents for an hour of a container, five minutes at least. In nano-dollars. */
const PRICES = { input: 1_000, output: 5_000, container: 4_166_667 };
const CODE = { type: 'code_execution_20260120' as const, name: 'code_execution' as const };
const SERVERS = [{ type: 'url' as const, url: 'https://mcp.example/mcp', name: 'docs' }];
const FIRST_INPUT = 1_500;
const WINDOW = 200_000;
/**
 * A round trip of a tool that runs at the provider takes at least as many steps of so many milliseconds. The gateway
 * runs in this process too: a machine that stands still for a while delays one step, and not only the stop.
 */
const TOOL_STEPS = 10;
const STEP_MS = 3;
const LONG_MS = 120_000;

let test: VendorGateway;
afterEach(() => test.stop());

/** A provider that runs tools, and keeps a bill of its own: what they bring has so many bytes in a token. */
function toolProvider(roundsOf: (body: Arrival['body']) => readonly Round[], bytesInToken: number) {
  let bill = 0;
  const bodies: Arrival['body'][] = [];
  const eventOf = (data: { readonly type: string } & Readonly<Record<string, unknown>>): string =>
    `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
  const isServer = (body: Arrival['body']): boolean => body['mcp_servers'] !== undefined;
  const callOf = (body: Arrival['body'], id: number) =>
    isServer(body)
      ? { type: 'mcp_tool_use', id: `mcptoolu_${id}`, name: 'ask', server_name: 'docs', input: {} }
      : { type: 'server_tool_use', id: `srvtoolu_${id}`, name: 'bash_code_execution', input: {} };
  const resultOf = (body: Arrival['body'], id: number, brings: number) => {
    const text = 'x'.repeat(brings);
    return isServer(body)
      ? { type: 'mcp_tool_result', tool_use_id: `mcptoolu_${id}`, is_error: false, content: [{ type: 'text', text }] }
      : {
          type: 'bash_code_execution_tool_result',
          tool_use_id: `srvtoolu_${id}`,
          content: { type: 'bash_code_execution_result', stdout: text, stderr: '', return_code: 0, content: [] },
        };
  };
  const usageOf = (input: number, output: number) => ({
    input_tokens: input,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
    output_tokens: output,
    server_tool_use: { web_search_requests: 0, web_fetch_requests: 0 },
    service_tier: 'standard',
  });
  const CONTAINER = { id: 'container_01', expires_at: '2026-12-01T00:00:00Z', skills: null };

  /** Plays all rounds, and bills each when it begins. @yields events */
  async function* play(body: Arrival['body'], gone: AbortSignal) {
    const rounds = roundsOf(body);
    let [context, input, output, index] = [FIRST_INPUT, 0, 0, 0];
    let contained = false;
    const block = (content_block: object): string =>
      eventOf({ type: 'content_block_start', index, content_block }) +
      eventOf({ type: 'content_block_stop', index: index++ });
    for (const [at, { says, brings }] of rounds.entries()) {
      input += context;
      bill += context * PRICES.input;
      const message = { id: 'msg_1', type: 'message', role: 'assistant', model: MODEL, content: [], stop_reason: null };
      if (at === 0) yield eventOf({ type: 'message_start', message: { ...message, usage: usageOf(context, 1) } });
      output += says;
      bill += says * PRICES.output;
      yield eventOf({ type: 'content_block_start', index, content_block: { type: 'text', text: '' } });
      yield eventOf({ type: 'content_block_delta', index, delta: { type: 'text_delta', text: 'word '.repeat(says) } });
      yield eventOf({ type: 'content_block_stop', index: index++ });
      // Nothing reads more than its window.
      const next = context + says + 20 + Math.ceil(brings / bytesInToken);
      if (at === rounds.length - 1 || next > WINDOW) break;
      yield block(callOf(body, at));
      output += 20;
      bill += 20 * PRICES.output;
      for (let step = 0; step < TOOL_STEPS && !gone.aborted; step += 1) await sleep(STEP_MS);
      if (gone.aborted) return;
      if (!isServer(body) && !contained) bill += PRICES.container;
      contained = !isServer(body);
      yield block(resultOf(body, at, brings));
      context = next;
    }
    const container = contained ? CONTAINER : null;
    yield eventOf({
      type: 'message_delta',
      delta: { stop_reason: rounds.length > 10 ? 'pause_turn' : 'end_turn', stop_sequence: null, container },
      usage: usageOf(input, output),
    });
    yield eventOf({ type: 'message_stop' });
  }

  return {
    bill: () => bill,
    bodies,
    async scene({ body, response, path, gone }: Arrival): Promise<void> {
      if (path.includes('count_tokens')) return void response.end(JSON.stringify({ input_tokens: FIRST_INPUT }));
      bodies.push(body);
      if (body['stream'] === true) response.writeHead(200, { 'content-type': 'text/event-stream' });
      const events: string[] = [];
      for await (const event of play(body, gone)) {
        if (gone.aborted) return;
        if (body['stream'] === true) response.write(event);
        else events.push(event);
        // What is written is on its way before the next thing is billed.
        await sleep(1);
      }
      if (body['stream'] === true) return void response.end();
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(wholeOf(events)));
    },
  };
}

/** The message that a stream of events makes. */
function wholeOf(events: readonly string[]): object {
  const data = events
    .flatMap((event) => event.split('\n'))
    .filter((line) => line.startsWith('data: '))
    .map((line): Record<string, unknown> => Object(JSON.parse(line.slice('data: '.length))));
  const message = Object(data[0]?.['message']);
  const end = data.find(({ type }) => type === 'message_delta');
  const content = data.filter(({ type }) => type === 'content_block_start').map((event) => event['content_block']);
  return { ...message, ...Object(end?.['delta']), content, usage: end?.['usage'] };
}

const start = async (rounds: readonly Round[] | ((body: Arrival['body']) => readonly Round[]), bytesInToken = 4) => {
  const provider = toolProvider(typeof rounds === 'function' ? rounds : () => rounds, bytesInToken);
  test = await startVendorGateway({ scene: provider.scene });
  return provider;
};

const ASK = { model: MODEL, max_tokens: 2_000, messages: [{ role: 'user' as const, content: 'What is in it?' }] };
/** The plan of a stream, which its request names. */
const roundsSchema = z.array(z.object({ says: z.number(), brings: z.number() }));
const TWICE: readonly Round[] = [
  { says: 10, brings: 4_000 },
  { says: 10, brings: 8_000 },
  { says: 50, brings: 0 },
];

describe('code that runs in a container', () => {
  it.each([false, true])('is billed for its tokens and five minutes (stream: %s)', async (stream) => {
    const provider = await start(TWICE);
    const { key } = await test.issue('20/day');
    const asked = { ...ASK, tools: [CODE] };
    const { messages } = test.anthropic(key);
    const message = stream ? await messages.stream(asked).finalMessage() : await messages.create(asked);
    expect(message.container).toMatchObject({ id: 'container_01' });
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ certainty: 'estimated', basis: 'usage', outcome: 'served', cost: provider.bill() });
    expect(row?.usageParts).toMatchObject({ containerSeconds: 300 });
    expect(provider.bodies.at(-1)?.['tools']).toEqual([CODE]);
  });

  it('goes on in the same container in the next request, which is billed for it again at most', async () => {
    const provider = await start(TWICE);
    const { key } = await test.issue('20/day');
    for (const container of [undefined, 'container_01'])
      await test.anthropic(key).messages.create({ ...ASK, tools: [CODE], ...(container && { container }) });
    expect(provider.bodies.map((body) => body['container'])).toEqual([undefined, 'container_01']);
    const rows = await test.settled(2);
    expect(rows.map(({ cost }) => cost)).toEqual([provider.bill() / 2, provider.bill() / 2]);
  });

  it('fits as a stream under a cap that has no room for the whole window in every round', async () => {
    const provider = await start(TWICE);
    const { key } = await test.issue('0.5/day');
    await expect(test.anthropic(key).messages.create({ ...ASK, tools: [CODE] })).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('Purser sees it come') as string,
    });
    expect(provider.bill()).toBe(0);
    const message = await test
      .anthropic(key)
      .messages.stream({ ...ASK, tools: [CODE] })
      .finalMessage();
    expect(message.stop_reason).toBe('end_turn');
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ outcome: 'served', cost: provider.bill() });
  });

  it('is held whole where a policy asks for that', async () => {
    await start(TWICE);
    const { key } = await test.issue('0.5/day/full');
    await expect(
      test
        .anthropic(key)
        .messages.stream({ ...ASK, tools: [CODE] })
        .finalMessage(),
    ).rejects.toMatchObject({
      status: 403,
    });
  });
});

describe('tools of an MCP server', () => {
  it.each([false, true])('are billed for what they bring to read (stream: %s)', async (stream) => {
    const provider = await start(TWICE);
    const { key } = await test.issue('20/day');
    const { messages } = test.anthropic(key).beta;
    const asked = {
      ...ASK,
      betas: ['mcp-client-2025-11-20' as const],
      mcp_servers: SERVERS,
      tools: [{ type: 'mcp_toolset' as const, mcp_server_name: 'docs' }],
    };
    const message = stream ? await messages.stream(asked).finalMessage() : await messages.create(asked);
    expect(message.content.map(({ type }) => type)).toContain('mcp_tool_use');
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ certainty: 'exact', basis: 'usage', cost: provider.bill() });
  });
});

it(
  'a provider that makes more rounds than it may never makes a stream pass its cap',
  async () => {
    // Nothing has more tokens than bytes.
    const provider = await start(
      (body) => roundsSchema.parse(JSON.parse(String(Object(body['metadata'])['user_id']))),
      1,
    );
    const round = fc.record({ says: fc.nat(60), brings: fc.nat(95_000) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(round, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 20, max: 150 }),
        fc.boolean(),
        async (rounds, cents, servers) => {
          const before = provider.bill();
          const { id, key } = await test.issue(`${(cents / 100).toFixed(2)}/day`);
          const { messages } = test.anthropic(key).beta;
          await messages
            .stream({
              ...ASK,
              metadata: { user_id: JSON.stringify(rounds) },
              ...(servers ? { mcp_servers: SERVERS, betas: ['mcp-client-2025-04-04'] } : { tools: [CODE] }),
            })
            .finalMessage()
            .catch(() => undefined);
          await expect.poll(() => test.held(id)).toBe(0);
          const billed = provider.bill() - before;
          const [cap] = (await test.client.gateway.keys.list()).find((view) => view.id === id)?.caps ?? [];
          expect(billed).toBeLessThanOrEqual(cents * 10_000_000);
          expect(cap?.spent).toBeGreaterThanOrEqual(billed);
          expect(cap?.spent).toBeLessThanOrEqual(cents * 10_000_000);
        },
      ),
      { numRuns: 30 },
    );
  },
  LONG_MS,
);
