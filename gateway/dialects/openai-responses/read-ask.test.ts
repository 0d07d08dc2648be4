// Long because each case has its own sample.
import { describe, expect, it } from 'vitest';
import { callOf } from '../call-of.ts';
import type { Ask, AskFault, JsonObject } from '../dialect.ts';
import { compact } from './compact.ts';
import { createResponse, createCompatibleResponse, createResponseFrame } from './create-response.ts';
import { readResponsesAsk } from './read-ask.ts';

const ASK = { model: 'gpt-5', input: 'Hello' } as const;

function read(more: JsonObject, historyOf?: (id: string) => number | undefined): Ask | AskFault {
  const body = { ...ASK, ...more };
  return readResponsesAsk({
    ...callOf(body, Buffer.byteLength(JSON.stringify(body))),
    ...(historyOf && { historyOf }),
  });
}

function good(more: JsonObject, historyOf?: (id: string) => number | undefined): Ask {
  const ask = read(more, historyOf);
  if ('fault' in ask) throw new Error(ask.message);
  return ask;
}

/** Every form of a request, the dearest first, by its calls of hosted tools. */
function formsOf(ask: Ask): readonly Ask[] {
  return [ask, ...(ask.cheaper ? formsOf(ask.cheaper) : [])];
}

describe('the bound of the input', () => {
  const own = Buffer.byteLength(JSON.stringify(ASK)) + 1_000;

  it('is the bytes of text and a little more', () => {
    expect(good({}).inputBound).toBe(own);
  });

  it('counts an image instead of its bytes, wherever the provider reads one', () => {
    const image = `data:image/png;base64,${'A'.repeat(100_000)}`;
    const inputs = [
      [{ role: 'user', content: [{ type: 'input_image', image_url: image }] }],
      [{ type: 'function_call_output', call_id: 'c', output: [{ type: 'input_image', image_url: image }] }],
      [{ type: 'computer_call_output', call_id: 'c', output: { type: 'computer_screenshot', image_url: image } }],
    ];
    for (const input of inputs) {
      const bound = good({ input }).inputBound ?? 0;
      expect(bound).toBeGreaterThan(50_000);
      expect(bound).toBeLessThan(52_000);
    }
  });

  it('takes the bytes of what only looks like an image for text', () => {
    const looks = JSON.stringify({ type: 'input_image', image_url: `data:image/png;base64,${'A'.repeat(100_000)}` });
    expect(
      good({ input: [{ type: 'function_call', call_id: 'c', name: 'f', arguments: looks }] }).inputBound,
    ).toBeGreaterThan(100_000);
    expect(
      good({
        input: [
          { type: 'custom', deep: { image_url: `data:image/png;base64,${'A'.repeat(100_000)}`, type: 'input_image' } },
        ],
      }).inputBound,
    ).toBeGreaterThan(150_000);
  });

  it.each<readonly [what: string, more: JsonObject]>([
    ['an earlier response', { previous_response_id: 'resp_1' }],
    ['a conversation', { conversation: 'conv_1' }],
    ['a conversation as an object', { conversation: { id: 'conv_1' } }],
    ['a template', { prompt: { id: 'pmpt_1' }, tools: [] }],
    ['a file', { input: [{ role: 'user', content: [{ type: 'input_file', file_id: 'file_1' }] }] }],
    [
      'a file within the output of a call',
      {
        input: [
          {
            type: 'function_call_output',
            call_id: 'c',
            output: [{ type: 'input_file', file_url: 'https://example.com/a.pdf' }],
          },
        ],
      },
    ],
    ['a stored item', { input: [{ type: 'item_reference', id: 'msg_1' }] }],
    ['a stored item without a type', { input: [{ id: 'msg_1' }] }],
  ])('is the context window where the body only names %s', (_what, more) => {
    expect(good(more).inputBound).toBeUndefined();
  });

  it('is that of many passes in the pro mode of reasoning', () => {
    const more = { input: 'What is the capital of France? Answer in one word.' };
    const standard = good({ ...more, reasoning: { mode: 'standard', effort: 'low' } });
    const pro = good({ ...more, reasoning: { mode: 'pro' } });
    expect([standard.windows, pro.windows]).toEqual([undefined, 16]);
    expect(pro.inputBound).toBeGreaterThan(15 * (standard.inputBound ?? 0));
    expect(good({ reasoning: { mode: 'of tomorrow' } }).windows).toBe(16);
    expect(good({ reasoning: null }).windows).toBeUndefined();
  });

  it('is known of a response whose length is known', () => {
    const more = { previous_response_id: 'resp_1' };
    const ask = good(more, (id) => (id === 'resp_1' ? 5_000 : undefined));
    expect(ask.inputBound).toBe(Buffer.byteLength(JSON.stringify({ ...ASK, ...more })) + 1_000 + 5_000);
    expect(good(more, () => undefined).inputBound).toBeUndefined();
  });
});

describe('hosted tools', () => {
  const WEB = { type: 'web_search' };

  it('make rounds, and each call is billed; with fewer of them where money is short, and never without', () => {
    const forms = formsOf(good({ tools: [WEB], max_output_tokens: 1_000 }));
    expect(forms.map(({ rounds }) => rounds)).toEqual([129, 17, 9, 5, 3, 2]);
    expect(forms.map(({ callLimit }) => callLimit)).toEqual([undefined, 16, 8, 4, 2, 1]);
    expect(forms.map(({ extras }) => extras?.webSearches)).toEqual([1_024, 128, 64, 32, 16, 8]);
    for (const [index, form] of forms.entries()) {
      const cheaper = forms[index + 1];
      if (cheaper)
        expect((form.inputBound ?? 0) * (form.rounds ?? 1)).toBeGreaterThan(
          (cheaper.inputBound ?? 0) * (cheaper.rounds ?? 1),
        );
    }
  });

  it('of a stream need no limit where it can be stopped', () => {
    const forms = formsOf(good({ tools: [WEB], stream: true }));
    expect(forms.map(({ rounds, callLimit, mustBeStopped }) => [rounds, callLimit, mustBeStopped])).toEqual([
      [17, undefined, true],
      [129, undefined, undefined],
      [17, 16, undefined],
      [9, 8, undefined],
      [5, 4, undefined],
      [3, 2, undefined],
      [2, 1, undefined],
    ]);
    expect(formsOf(good({ tools: [WEB], stream: true, max_tool_calls: 3 })).map(({ rounds }) => rounds)).toEqual([
      4, 3, 2,
    ]);
  });

  it('bring no more than the window of all searches holds, however many there are', () => {
    const [all] = formsOf(good({ tools: [WEB], max_output_tokens: 1_000 }));
    const own = Buffer.byteLength(JSON.stringify({ ...ASK, tools: [WEB], max_output_tokens: 1_000 })) + 1_000 + 5_000;
    // In the first round nothing; in all those after it, what was written and that window.
    expect((all?.inputBound ?? 0) * 129).toBeGreaterThanOrEqual(129 * own + 128 * (1_000 + 128_000));
    expect((all?.inputBound ?? 0) * 129).toBeLessThan(129 * own + 128 * (1_000 + 128_000) + 129);
  });

  it('that search files bring more with each call', () => {
    const tools = [{ type: 'file_search', vector_store_ids: ['vs_1'] }];
    const two = formsOf(good({ tools, max_output_tokens: 1 })).find(({ callLimit }) => callLimit === 2);
    expect((two?.inputBound ?? 0) * 3).toBeGreaterThan((1 + 2) * 204_800);
  });

  it('that only load other tools cost nothing but their rounds', () => {
    const forms = formsOf(good({ tools: [{ type: 'tool_search' }], max_output_tokens: 1_000 }));
    expect(forms.map(({ rounds, callLimit }) => [rounds, callLimit]).slice(-3)).toEqual([
      [5, 4],
      [3, 2],
      [2, 1],
    ]);
    expect(forms.map(({ extras }) => extras)).toEqual(forms.map(() => ({})));
  });

  it('are counted anew with the input that the request brings itself', () => {
    const ask = good({ tools: [WEB], max_output_tokens: 1_000 });
    const counted = ask.withInput?.(100);
    const limits = (one: Ask | undefined) => (one ? formsOf(one).map(({ callLimit }) => callLimit) : []);
    expect(limits(counted)).toEqual(limits(ask));
    // A round without calls reads that, and what the provider says of its tool.
    expect(counted?.usedBy?.(0, 0)).toMatchObject({ rounds: 1, inputBound: 100 + 5_000 });
  });

  it('are bounded by the sum of all their rounds, by hand', () => {
    const [one] = formsOf(good({ tools: [WEB], max_tool_calls: 1, max_output_tokens: 1_000 }));
    const input =
      Buffer.byteLength(JSON.stringify({ ...ASK, tools: [WEB], max_tool_calls: 1, max_output_tokens: 1_000 })) +
      1_000 +
      5_000;
    // The first round reads the input, the second also what was written and what the search brought.
    expect((one?.inputBound ?? 0) * 2).toBe(input + (input + 1_000 + 128_000));
  });

  it('keep the limit of the request itself', () => {
    const forms = formsOf(good({ tools: [WEB], max_tool_calls: 3 }));
    expect(forms.map(({ rounds, callLimit }) => [rounds, callLimit])).toEqual([
      [4, undefined],
      [3, 2],
      [2, 1],
    ]);
  });

  it.each<readonly [what: string, more: JsonObject]>([
    ['insists on them', { tools: [WEB], tool_choice: 'required' }],
    ['names one', { tools: [WEB], tool_choice: { type: 'web_search' } }],
    ['brings them in its input', { input: [{ type: 'additional_tools', role: 'developer', tools: [WEB] }] }],
    ['searches files', { tools: [{ type: 'file_search', vector_store_ids: ['vs_1'] }] }],
  ])('are never left out where the request %s', (_what, more) => {
    expect(formsOf(good(more)).at(-1)?.rounds).toBe(2);
  });

  it.each<readonly [tool: JsonObject, extras: JsonObject, isBounded: boolean]>([
    [{ type: 'web_search_2025_08_26' }, { webSearches: 8 }, true],
    [{ type: 'web_search', return_token_budget: 'unlimited' }, { webSearches: 8 }, false],
    [{ type: 'file_search', vector_store_ids: ['vs_1'] }, { fileSearches: 1 }, true],
    [{ type: 'code_interpreter', container: { type: 'auto' } }, { codeRuns: 1 }, false],
    [{ type: 'code_interpreter', container: 'cntr_1' }, { codeRuns: 64 }, false],
    [{ type: 'tool_search' }, {}, true],
    [{ type: 'image_generation' }, {}, true],
    [{ type: 'mcp', server_url: 'https://example.com' }, {}, false],
    [{ type: 'programmatic_tool_calling' }, {}, false],
    [{ type: 'shell' }, { codeRuns: 1 }, false],
    [{ type: 'shell', environment: { type: 'container_auto', memory_limit: '16g' } }, { codeRuns: 16 }, false],
    [{ type: 'shell', environment: { type: 'container_reference', container_id: 'cntr_1' } }, { codeRuns: 64 }, false],
    [{ type: 'namespace', tools: [{ type: 'tool_search' }] }, {}, true],
  ])('cost at most, for one call of %j: %j', (tool, extras, isBounded) => {
    const ask = good({ tools: [tool], max_tool_calls: 1 });
    expect(ask.extras).toEqual(extras);
    expect(ask.inputBound !== undefined).toBe(isBounded);
  });

  it('begin a container with each call, and none in a container that the request names', () => {
    const runs = (container: unknown) =>
      good({ tools: [{ type: 'code_interpreter', container }], max_tool_calls: 5 }).extras?.codeRuns;
    expect([runs({ type: 'auto' }), runs({ type: 'auto', memory_limit: '4g' }), runs('cntr_1')]).toEqual([5, 20, 64]);
  });

  it('that have a list of tools to read are bounded by the window even before their first call', () => {
    const ask = good({ tools: [{ type: 'mcp', server_url: 'https://example.com' }] });
    expect(ask.usedBy?.(0, 0)).toMatchObject({ rounds: 1, inputBound: undefined });
  });

  it('of the preview cost more with a model that does not reason', () => {
    expect(good({ model: 'gpt-4o', tools: [{ type: 'web_search_preview' }], max_tool_calls: 1 }).extras).toEqual({
      webSearches: 20,
    });
  });

  it.each([['function'], ['custom'], ['local_shell'], ['apply_patch'], ['computer_use_preview']])(
    'are not those that run at the client: %s',
    (type) => {
      expect(good({ tools: [{ type }] }).rounds).toBeUndefined();
    },
  );

  it('are not a shell or a search of tools at the client', () => {
    expect(
      good({
        tools: [
          { type: 'shell', environment: { type: 'local' } },
          { type: 'tool_search', execution: 'client' },
          { type: 'namespace', tools: [{ type: 'function' }] },
        ],
      }).rounds,
    ).toBeUndefined();
  });
});

it('tools within tools are looked through at any depth', () => {
  const [open, close] = ['[{"type":"namespace","tools":'.repeat(50_000), '}]'.repeat(50_000)];
  const deep = (inner: string) =>
    readResponsesAsk(callOf({ ...ASK, tools: JSON.parse(open + inner + close) }, 1_000_000));
  expect(deep('[{"type":"function"}]')).not.toHaveProperty('fault');
  expect(deep('[{"type":"time_machine"}]')).toMatchObject({ fault: 'unbounded' });
});

describe("at servers that are not OpenAI's", () => {
  const elsewhere = (more: JsonObject): Ask | AskFault =>
    createCompatibleResponse.readAsk(callOf({ ...ASK, ...more }, 100));

  it('what runs at the client passes as it is', () => {
    const tools = [{ type: 'function', name: 'f' }];
    const ask = elsewhere({ tools });
    if ('fault' in ask) throw new Error(ask.message);
    expect(createCompatibleResponse.rewrite({ ...ASK, tools }, ask, undefined)).toEqual({});
  });

  it('a tool that runs there is named in the refusal, and never left out', () => {
    const tools = [{ type: 'web_search' }, { type: 'function', name: 'f' }];
    const message = expect.stringContaining('The tool "web_search" ');
    expect(elsewhere({ tools })).toMatchObject({ fault: 'unbounded', message });
  });

  it.each<readonly [more: JsonObject]>([
    [{ tools: [{ type: 'web_search' }], tool_choice: 'required' }],
    [{ tools: [{ type: 'x_search' }] }],
    [{ tools: [{ type: 'code_interpreter' }] }],
    [{ input: [{ type: 'additional_tools', tools: [{ type: 'web_search' }] }] }],
  ])('anything else that runs there is refused: %j', (more) => {
    expect(elsewhere(more)).toMatchObject({
      fault: 'unbounded',
      message: expect.stringContaining('nothing limits it there'),
    });
  });
});

describe('what is refused with the reason', () => {
  it.each<readonly [what: string, more: JsonObject, word: RegExp]>([
    ['a drawing in words', { tools: [{ type: 'image_generation', output_format: 'svg' }] }, /Ask for "png"/],
    ['a tool nobody knows', { tools: [{ type: 'time_machine' }] }, /does not know/],
    ['one within a namespace', { tools: [{ type: 'namespace', tools: [{ type: 'time_machine' }] }] }, /time_machine/],
    ['one within the input', { input: [{ type: 'tool_search_output', tools: [{ type: 'maps' }] }] }, /"maps"/],
    ['management nobody knows', { context_management: [{ type: 'forget' }] }, /"forget"/],
    ['a template without a model', { model: undefined, prompt: { id: 'pmpt_1' }, tools: [] }, /Name the "model"/],
    ['a search model', { model: 'gpt-4o-search-preview' }, /chat completions/],
    ['a search by a field of its own', { plugins: [{ id: 'web' }] }, /"plugins"/],
    ['a model that searches by itself', { model: 'perplexity/sonar-pro' }, /as often as it likes/],
    ['agents of the provider', { multi_agent: { enabled: true } }, /multi_agent/],
    ['a template that may bring tools', { prompt: { id: 'pmpt_1' } }, /empty list/],
  ])('%s', (_what, more, word) => {
    expect(read(more)).toMatchObject({ fault: 'unbounded', message: expect.stringMatching(word) });
  });

  it.each<readonly [more: JsonObject]>([
    [{ model: '' }],
    [{ model: 5 }],
    [{ stream: 'yes' }],
    [{ max_output_tokens: 0 }],
    [{ max_output_tokens: 1.5 }],
    [{ max_output_tokens: '100' }],
    [{ max_tool_calls: -1 }],
  ])('what cannot be read: %j', (more) => {
    expect(read(more)).toMatchObject({ fault: 'malformed' });
  });

  it('frames that are no request', () => {
    expect(createResponseFrame.readAsk(callOf({ ...ASK, type: 'response.steer' }, 50))).toMatchObject({
      fault: 'malformed',
    });
    const tools = [{ type: 'web_search' }];
    const ask = createResponseFrame.readAsk(callOf({ ...ASK, type: 'response.create', tools }, 50));
    // Whichever form of it is held, it can be stopped.
    expect('fault' in ask ? [] : formsOf(ask).map(({ stream }) => stream)).toEqual(
      Array.from({ length: 7 }, () => true),
    );
  });
});

describe('what is rewritten', () => {
  const tools = [{ type: 'web_search' }, { type: 'function', name: 'f' }];

  it('is nothing where nothing has to be', () => {
    expect(createResponse.rewrite({ ...ASK }, good({}), undefined)).toEqual({});
  });

  it('is the output limit, and the calls that were held, once they are fewer', () => {
    const [first, ...fewer] = formsOf(good({ tools }));
    const one = fewer.at(-1);
    if (!first || !one) throw new Error('forms');
    const body = { ...ASK, tools };
    expect(createResponse.rewrite(body, first, undefined)).toEqual({});
    expect(createResponse.rewrite(body, first, 700)).toEqual({ max_output_tokens: 700 });
    expect(createResponse.rewrite(body, one, undefined)).toEqual({ max_tool_calls: 1 });
    expect(createResponse.rewrite(body, one, 700)).toEqual({ max_tool_calls: 1, max_output_tokens: 700 });
    const own = { ...body, max_tool_calls: 2 };
    const [mine, less] = formsOf(good({ tools, max_tool_calls: 2 }));
    if (!mine || !less) throw new Error('forms');
    expect(createResponse.rewrite(own, mine, undefined)).toEqual({});
    expect(createResponse.rewrite(own, less, undefined)).toEqual({ max_tool_calls: 1 });
  });

  it('is never a compaction: nothing limits it, so it is held whole', () => {
    const ask = compact.readAsk(callOf({ ...ASK }, 40));
    expect(ask).toMatchObject({ fixedOutput: true, outputLimit: 128_000, smallestOutputLimit: 128_000 });
    expect(compact.readAsk(callOf({ ...ASK, model: 'gpt-5-pro' }, 40))).toMatchObject({
      outputLimit: 272_000,
      smallestOutputLimit: 272_000,
    });
  });
});

describe('tools that come in the input alone', () => {
  it('are kept to the calls that were paid for', () => {
    const more = { input: [{ type: 'additional_tools', role: 'developer', tools: [{ type: 'web_search' }] }] };
    const [first, ...fewer] = formsOf(good(more));
    const eight = fewer.find(({ callLimit }) => callLimit === 8);
    if (!first || !eight) throw new Error('forms');
    expect([first.rounds, eight.rounds]).toEqual([129, 9]);
    expect(createResponse.rewrite({ ...ASK, ...more }, first, undefined)).toEqual({});
    expect(createResponse.rewrite({ ...ASK, ...more }, eight, undefined)).toEqual({ max_tool_calls: 8 });
  });
});

describe('items whose content the provider has kept', () => {
  it.each<JsonObject>([
    { type: 'reasoning', id: 'rs_1', summary: [] },
    { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: null },
    { type: 'image_generation_call', id: 'ig_1' },
    { type: 'file_search_call', id: 'fs_1', queries: ['x'], results: null },
  ])('%j has no bound but the window', (item) => expect(good({ input: [item] }).inputBound).toBeUndefined());

  it('are bounded where they bring it along', () => {
    expect(
      good({ input: [{ type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'gAAAA' }] }).inputBound,
    ).toBeLessThan(2_000);
    expect(
      good({ input: [{ type: 'web_search_call', status: 'completed', action: { type: 'search', query: 'x' } }] })
        .inputBound,
    ).toBeLessThan(2_000);
  });
});
