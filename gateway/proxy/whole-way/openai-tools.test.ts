// Long because each case has its own sample.
import type OpenAI from 'openai';
import { toFile } from 'openai';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { parseCap } from '../../../shared/cap.ts';
import { scopeOf } from '../../../shared/policy.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import { playEvents, startVendorGateway } from '../../testing/start-vendor-gateway.ts';
import type { Arrival, Scene, VendorGateway } from '../../testing/start-vendor-gateway.ts';

let test: VendorGateway;
afterEach(() => test.stop());

const sendJson = (response: ServerResponse, body: object): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

/** A response as the provider sends it, and what it bills for that, by hand. */
interface Sent {
  readonly reply: Readonly<Record<string, unknown>>;
  readonly bill: number;
}

const usageOf = (input: number, output: number) => ({
  input_tokens: input,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: output,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: input + output,
});
const NO_PICTURE = { input_tokens: 0, output_tokens: 0, total_tokens: 0 };

function sentOf(tools: readonly object[], output: readonly object[], more: object = {}): Sent['reply'] {
  return {
    id: 'resp_1',
    object: 'response',
    created_at: 1_790_000_000,
    completed_at: 1_790_000_060,
    status: 'completed',
    model: 'gpt-5.6-sol',
    service_tier: 'default',
    tools,
    output,
    usage: usageOf(1_000, 100),
    tool_usage: { image_gen: NO_PICTURE, web_search: { num_requests: 0 } },
    ...more,
  };
}

/** $4 in, $20 out. */
const TOKENS = 1_000 * 4_000 + 100 * 20_000;
const container = (id: string) => ({ type: 'container_reference', container_id: id });

type Tools = NonNullable<OpenAI.Responses.ResponseCreateParams['tools']>;
const CASES: readonly (readonly [what: string, tools: Tools, sent: Sent])[] = [
  [
    'draws',
    [{ type: 'image_generation', quality: 'high', size: '1024x1024' }],
    {
      reply: sentOf(
        [{ type: 'image_generation', quality: 'high', size: '1024x1024' }],
        [{ type: 'image_generation_call', id: 'ig_1', status: 'completed', result: 'AAAA' }],
        {
          tool_usage: {
            image_gen: {
              input_tokens: 50,
              input_tokens_details: { image_tokens: 0, text_tokens: 50 },
              output_tokens: 7_024,
              output_tokens_details: { image_tokens: 7_024, text_tokens: 0 },
              total_tokens: 7_074,
            },
            web_search: { num_requests: 0 },
          },
        },
      ),
      // gpt-image-2.6-sunburst, which is meant where none is named: $5 words in, $30 out.
      bill: TOKENS + 50 * 5_000 + 7_024 * 30_000,
    },
  ],
  [
    'calls a server of its own',
    [{ type: 'mcp', server_label: 'deepwiki', server_url: 'https://mcp.deepwiki.com/mcp', require_approval: 'never' }],
    {
      reply: sentOf(
        [{ type: 'mcp' }],
        [
          { type: 'mcp_list_tools', id: 'mcpl_1', server_label: 'deepwiki', tools: [] },
          { type: 'mcp_call', id: 'mcp_1', name: 'ask', server_label: 'deepwiki', arguments: '{}', output: 'Yes.' },
        ],
      ),
      bill: TOKENS,
    },
  ],
  [
    'runs a shell in a container',
    [{ type: 'shell', environment: { type: 'container_auto', memory_limit: '4g' } }],
    {
      reply: sentOf(
        [{ type: 'shell', environment: { type: 'container_auto', memory_limit: '4g' } }],
        [
          {
            type: 'shell_call',
            id: 'sh_1',
            call_id: 'c_1',
            environment: container('cntr_1'),
            action: { commands: ['ls'] },
          },
          {
            type: 'shell_call',
            id: 'sh_2',
            call_id: 'c_2',
            environment: container('cntr_1'),
            action: { commands: ['pwd'] },
          },
        ],
      ),
      bill: TOKENS + 120_000_000,
    },
  ],
  [
    'runs code in two containers',
    [{ type: 'code_interpreter', container: { type: 'auto' } }],
    {
      reply: sentOf(
        [{ type: 'code_interpreter', container: { type: 'auto' } }],
        [
          { type: 'code_interpreter_call', id: 'ci_1', container_id: 'cntr_1', code: '1' },
          { type: 'code_interpreter_call', id: 'ci_2', container_id: 'cntr_2', code: '2' },
        ],
      ),
      bill: TOKENS + 2 * 30_000_000,
    },
  ],
  [
    'runs a program that searches',
    [{ type: 'programmatic_tool_calling' }, { type: 'web_search' }],
    {
      reply: sentOf(
        [{ type: 'programmatic_tool_calling' }, { type: 'web_search' }],
        [{ type: 'program', id: 'pg_1', call_id: 'c', code: 'text(1)' }],
        { tool_usage: { image_gen: NO_PICTURE, web_search: { num_requests: 2 } } },
      ),
      bill: TOKENS + 2 * 10_000_000,
    },
  ],
];

/** The same as events: what is in the output comes one by one. */
function eventsOf(reply: Sent['reply']): readonly string[] {
  const items: readonly unknown[] = Array.isArray(reply['output']) ? reply['output'] : [];
  const begun = { ...reply, status: 'in_progress', output: [], usage: null };
  const events = [
    { type: 'response.created', response: begun },
    ...items.flatMap((item, index) => [
      { type: 'response.output_item.added', output_index: index, item },
      { type: 'response.output_item.done', output_index: index, item },
    ]),
    { type: 'response.completed', response: reply },
  ];
  return events.map(
    (event, index) => `event: ${event.type}\ndata: ${JSON.stringify({ ...event, sequence_number: index })}\n\n`,
  );
}

const playing =
  (reply: Sent['reply']): Scene =>
  async (arrival: Arrival) => {
    if (arrival.body['stream'] !== true) return sendJson(arrival.response, reply);
    await playEvents(arrival, eventsOf(reply), { everyMs: 5 });
  };

describe('a response through the official openai package', () => {
  it.each(CASES)('%s, to the nano-dollar, plain and streaming', async (_what, tools, { reply, bill }) => {
    const seen: Readonly<Record<string, unknown>>[] = [];
    const play = playing(reply);
    test = await startVendorGateway({
      scene: (arrival) => {
        seen.push(arrival.body);
        return play(arrival);
      },
    });
    const { key } = await test.issue('50000/day');
    const openai = test.openai(key);
    const ask = { model: 'gpt-5.6-sol', input: 'Do it.', tools } as const;
    const plain = await openai.responses.create(ask);
    expect(plain.status).toBe('completed');
    const streamed = await openai.responses.stream(ask).finalResponse();
    expect(streamed.output).toHaveLength(plain.output.length);
    expect(await test.settled(2)).toMatchObject([
      { cost: bill, certainty: 'exact' },
      { cost: bill, certainty: 'exact' },
    ]);
    // Nothing in them was changed.
    expect(seen).toEqual([ask, { ...ask, stream: true }]);
    const rows = await test.heldRows();
    for (const { reserved, cost } of rows) expect(reserved).toBeGreaterThanOrEqual(cost);
  });

  it('is kept to as many calls as its cap can pay, and told so', async () => {
    const reply = sentOf([{ type: 'mcp' }], []);
    let limit: unknown;
    test = await startVendorGateway({
      scene: ({ body, response }) => {
        limit = body['max_tool_calls'];
        sendJson(response, { ...reply });
      },
    });
    const { key } = await test.issue('20/day');
    const headers = { authorization: `Bearer ${key}` };
    const tools = [{ type: 'mcp', server_label: 'x', server_url: 'https://example.com' }];
    const body = JSON.stringify({ model: 'gpt-5', input: 'Hi', max_output_tokens: 500, tools });
    const answer = await rawRequest(`${test.openaiUrl}/responses`, { headers, body });
    expect(answer.status).toBe(200);
    expect(answer.headers['x-purser-set']).toBe('max_tool_calls');
    expect(limit).toBe(8);
  });

  it('may not draw with a model that its sub-key may not use', async () => {
    test = await startVendorGateway({ scene: ({ response }) => sendJson(response, {}) });
    const { key, id } = await test.issue('50/day');
    const caps = [parseCap('50/day')].filter((cap) => cap !== undefined);
    await test.client.gateway.policies.set({
      scope: scopeOf('key', id),
      policy: { caps, models: { allow: ['gpt-5*'] } },
    });
    const refused = test
      .openai(key)
      .responses.create({ model: 'gpt-5', input: 'x', tools: [{ type: 'image_generation' }] });
    await expect(refused).rejects.toThrow(/gpt-image-2\.6-sunburst/);
  });

  it('shortens its conversation on the way: held as a pass of its own, and paid by what it reports', async () => {
    const reply = sentOf([], [{ type: 'compaction', id: 'cmp_1', encrypted_content: 'gAAAA' }]);
    test = await startVendorGateway({ scene: playing(reply) });
    const { key } = await test.issue('50/day');
    await test.openai(key).responses.create({
      model: 'gpt-5.6-sol',
      input: 'Hi',
      context_management: [{ type: 'compaction', compact_threshold: 1_000 }],
    });
    expect(await test.settled(1)).toMatchObject([{ cost: TOKENS, certainty: 'exact' }]);
    const [row] = await test.heldRows();
    // A summary may be as long as any answer: 128,000 tokens at $20.
    expect(row?.reserved).toBeGreaterThan(2 * 128_000 * 20_000);
  });
});

describe('calls of OpenAI that are not passed on', () => {
  it.each([
    ['POST', 'threads', 'shut the Assistants API down on 2026-08-26'],
    ['POST', 'assistants', 'Use /responses'],
    ['POST', 'images/variations', 'Use images/edits'],
    ['POST', 'evals', 'one by one'],
    ['POST', 'containers', '"container": {"type": "auto"}'],
    ['POST', 'vector_stores', '"file_search" in /responses'],
    ['POST', 'vector_stores/vs_1/files', 'in the dashboard'],
    ['POST', 'fine_tuning/jobs', 'set their price'],
    ['POST', 'videos', 'no usage'],
    ['GET', 'prompts', 'Write their text into your requests'],
  ])('%s %s: %s', async (method, path, sentence) => {
    test = await startVendorGateway();
    const { key } = await test.issue('5/day');
    const headers = { authorization: `Bearer ${key}` };
    const reply = await rawRequest(`${test.openaiUrl}/${path}`, {
      method,
      headers,
      ...(method === 'POST' && { body: '{}' }),
    });
    expect(reply.status).toBe(404);
    expect(reply.body.toString('utf8')).toContain(sentence.replaceAll('"', String.raw`\"`));
  });
});

describe('a batch through the official openai package', () => {
  const LINES = ['Hi', 'Hello'].map((content, index) =>
    JSON.stringify({
      custom_id: String(index),
      method: 'POST',
      url: '/v1/chat/completions',
      body: { model: 'gpt-4o', max_tokens: 100, messages: [{ role: 'user', content }] },
    }),
  );
  const BATCH = {
    id: 'batch_1',
    object: 'batch',
    endpoint: '/v1/chat/completions',
    input_file_id: 'file-1',
    completion_window: '24h',
    status: 'validating',
    created_at: 1_790_000_000,
    output_file_id: null,
    errors: null,
    request_counts: { total: 2, completed: 0, failed: 0 },
  };

  async function open(
    lines: readonly string[],
  ): Promise<{ readonly openai: OpenAI; readonly id: string; over(batch: object): void }> {
    let batch: object = BATCH;
    test = await startVendorGateway({
      scene({ path, response }) {
        if (path === '/v1/files') return sendJson(response, { id: 'file-1', object: 'file', purpose: 'batch' });
        if (path.startsWith('/v1/batches')) return sendJson(response, batch);
        if (path.startsWith('/v1/files/file-1/')) return void response.writeHead(200).end(lines.join('\n'));
        return void response.writeHead(404).end('{}');
      },
    });
    const { key, id } = await test.issue('5/day');
    return { openai: test.openai(key), id, over: (next) => void (batch = { ...BATCH, ...next }) };
  }

  const create = async (openai: OpenAI) => {
    const { id } = await openai.files.create({
      file: await toFile(Buffer.from(LINES.join('\n')), 'x.jsonl'),
      purpose: 'batch',
    });
    return openai.batches.create({ input_file_id: id, endpoint: '/v1/chat/completions', completion_window: '24h' });
  };

  it('is held at half price, and costs what it reports when it is over', async () => {
    const { openai, id, over } = await open(LINES);
    expect(await create(openai)).toMatchObject({ status: 'validating' });
    // Two answers of a hundred tokens at half of $10, and their input.
    const held = await test.held(id);
    expect(held).toBeGreaterThan((2 * 100 * 10_000) / 2);
    expect(held).toBeLessThan(10_000_000);
    expect((await openai.batches.retrieve('batch_1')).status).toBe('validating');
    expect(await test.client.gateway.usage.recent({ limit: 5 })).toEqual([]);
    over({
      status: 'completed',
      model: 'gpt-4o-2024-08-06',
      request_counts: { total: 2, completed: 2, failed: 0 },
      usage: usageOf(20, 30),
    });
    expect((await openai.batches.retrieve('batch_1')).status).toBe('completed');
    expect(await test.settled(1)).toMatchObject([
      {
        cost: (20 * 2_500 + 30 * 10_000) / 2,
        certainty: 'exact',
        inputTokens: 20,
        outputTokens: 30,
        endpoint: 'batches',
      },
    ]);
    expect(await test.held(id)).toBe(0);
  });

  it('costs nothing where nothing was made, and is asked for even if nobody fetches it', async () => {
    const { openai, over } = await open(LINES);
    await create(openai);
    over({ status: 'expired' });
    expect(await test.settled(1)).toMatchObject([{ cost: 0, certainty: 'exact' }]);
  });

  it('is refused with the line that cannot be held', async () => {
    const { openai } = await open([...LINES, '{"custom_id":"3","url":"/v1/chat/completions","body":{"model":""}}']);
    await expect(create(openai)).rejects.toThrow(/Line 3: The field "model"/);
    expect(await test.client.gateway.usage.recent({ limit: 5 })).toEqual([]);
  });

  it('that its cap cannot pay is refused', async () => {
    const long = JSON.stringify({
      custom_id: '1',
      method: 'POST',
      url: '/v1/chat/completions',
      body: { model: 'gpt-4o', n: 20, max_tokens: 16_000, messages: [{ role: 'user', content: 'Hi' }] },
    });
    const { openai } = await open(Array.from({ length: 10 }, () => long));
    await expect(create(openai)).rejects.toThrow(/\$5\.00/);
  });
});
