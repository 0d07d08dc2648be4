import { describe, expect, it } from 'vitest';
import { callOf } from '../../call-of.ts';
import type { Ask, AskFault, JsonObject, Operation } from '../../dialect.ts';
import { messages } from '../../anthropic-messages/messages.ts';
import { chat } from '../../openai-chat/chat.ts';
import { createCompatibleResponse } from '../../openai-responses/create-response.ts';
import { withFeatures } from '../with-features.ts';
import { openRouterFeatures } from './openrouter-features.ts';

const MESSAGE = { model: 'openai/gpt-4o-mini', max_tokens: 100, messages: [{ role: 'user', content: 'Hi' }] };
const PROTOCOLS: readonly (readonly [name: string, Operation, body: JsonObject])[] = [
  ['chat', withFeatures(chat, openRouterFeatures), MESSAGE],
  [
    'responses',
    withFeatures(createCompatibleResponse, openRouterFeatures),
    { model: 'openai/gpt-4o-mini', input: 'Hi', max_output_tokens: 100 },
  ],
  ['messages', withFeatures(messages, openRouterFeatures), MESSAGE],
];
const [, openRouterChat] = PROTOCOLS[0] ?? ['', chat];

function read(operation: Operation, body: JsonObject): Ask | AskFault {
  return operation.readAsk(callOf(body, Buffer.byteLength(JSON.stringify(body))));
}

function ask(more: JsonObject, operation: Operation = openRouterChat): Ask {
  const found = read(operation, { ...MESSAGE, ...more });
  if ('fault' in found) throw new Error(found.message);
  return found;
}

function formsOf(form: Ask): readonly Ask[] {
  return [form, ...(form.cheaper ? formsOf(form.cheaper) : [])];
}

const search = (parameters: JsonObject = {}): JsonObject => ({ type: 'openrouter:web_search', parameters });

describe.each(PROTOCOLS)('what OpenRouter adds to %s', (_name, operation, body) => {
  it.each<JsonObject>([
    { plugins: [], models: [], provider: {}, transforms: [], tools: [], web_search_options: null },
    { plugins: [{ id: 'web', enabled: false }], models: null },
    { plugins: [{ id: 'response-healing' }, { id: 'context-compression' }] },
    { plugins: [{ id: 'file-parser', pdf: { engine: 'cloudflare-ai' } }] },
    { route: 'fallback', service_tier: 'flex', provider: { order: ['openai'], sort: 'price' } },
  ])('costs nothing more with %j', (more) => {
    const found = read(operation, { ...body, ...more });
    expect(found).not.toHaveProperty('fault');
    expect(found).not.toHaveProperty('plain');
  });

  it('a model that stands in is named, so that the dearest is held and a policy can forbid it', () => {
    const found = read(operation, { ...body, models: ['openai/gpt-4o-mini', 'x-ai/grok-4.5'] });
    expect(found).toMatchObject({ model: 'openai/gpt-4o-mini', insteadModels: ['x-ai/grok-4.5'] });
  });

  it('its search is held for every step that it may make', () => {
    const found = read(operation, { ...body, tools: [search({ engine: 'exa' })] });
    expect(found).toMatchObject({ rounds: 31, choices: 31, extras: { webSearches: expect.closeTo(30 * 0.7) } });
  });

  it('a plugin that searches runs once', () => {
    const found = read(operation, { ...body, plugins: [{ id: 'web', engine: 'exa' }] });
    expect(found).toMatchObject({ rounds: 2, extras: { webSearches: 0.7 } });
  });

  it.each<JsonObject>([
    { preset: '@preset/comedian' },
    { plugins: [{ id: 'fusion' }] },
    { plugins: [{ id: 'something-new' }] },
    { tools: [{ type: 'openrouter:fusion' }] },
    { tools: [{ type: 'openrouter:advisor', parameters: {} }] },
    { tools: [{ type: 'openrouter:advisor', parameters: { model: 'a/b', tools: [search()] } }] },
    { tools: [{ type: 'openrouter:something_new' }] },
    { models: ['openai/gpt-4o:online'] },
  ])('has no bound with %j', (more) =>
    expect(read(operation, { ...body, ...more })).toMatchObject({ fault: 'unbounded' }),
  );
});

describe('a search', () => {
  it('costs what its engine and its results do', () => {
    const searches = (parameters: JsonObject, model = 'deepseek/deepseek-chat') =>
      ask({ model, tools: [search({ max_uses: 1, ...parameters })] }).extras?.webSearches;
    expect(searches({})).toBeCloseTo(0.7);
    expect(searches({ mode: 'deep' })).toBeCloseTo(1.2);
    expect(searches({ mode: 'unheard-of' })).toBeCloseTo(1.5);
    expect(searches({ max_results: 25 })).toBeCloseTo(0.7 + 1.5);
    expect(searches({ engine: 'parallel' })).toBeCloseTo(0.5);
    expect(searches({ engine: 'firecrawl' })).toBe(0);
    expect(searches({}, 'anthropic/claude-opus-5')).toBeCloseTo(1);
    expect(searches({ engine: 'exa' }, 'anthropic/claude-opus-5')).toBeCloseTo(0.7);
  });

  it("takes OpenAI's name for it, and the name of a model that goes online", () => {
    for (const more of [
      { tools: [{ type: 'web_search' }] },
      { web_search_options: {} },
      { model: 'deepseek/deepseek-chat:online' },
    ])
      expect(ask(more).extras?.webSearches).toBeGreaterThan(0);
    expect(ask({ model: 'deepseek/deepseek-chat:online' }).model).toBe('deepseek/deepseek-chat:online');
  });

  it('of Perplexity is one of its own', () =>
    expect(ask({ model: 'perplexity/sonar-pro' })).toMatchObject({
      model: 'perplexity/sonar-pro',
      extras: { webSearches: expect.closeTo(2.2) },
    }));

  it('is limited where money is short: in steps, in searches, and at an engine that keeps to it', () => {
    const forms = formsOf(ask({ model: 'openai/gpt-5.5', tools: [search()] }));
    expect(forms[0]?.fields).toBeUndefined();
    expect(forms.at(-1)?.fields).toEqual({
      stop_server_tools_when: [{ type: 'step_count_is', step_count: 1 }],
      tools: [search({ max_uses: 1, engine: 'exa' })],
    });
    expect(forms.map(({ rounds }) => rounds)).toEqual([31, 17, 9, 5, 3, 2]);
  });

  it('of Claude keeps to the limit itself', () => {
    const last = formsOf(ask({ model: 'anthropic/claude-opus-5', tools: [search()] })).at(-1);
    expect(last?.fields?.['tools']).toEqual([search({ max_uses: 1 })]);
  });

  it('of a model that goes online gets the plugin that it stands for', () => {
    const last = formsOf(ask({ model: 'openai/gpt-5.5:online' })).at(-1);
    expect(last?.fields?.['plugins']).toEqual([{ id: 'web', max_uses: 1, engine: 'exa' }]);
  });

  it('in a request without a limit on its output gets one for each round', () => {
    const { max_tokens: _limit, ...unlimited } = MESSAGE;
    const found = read(openRouterChat, { ...unlimited, tools: [search()] });
    if ('fault' in found) throw new Error(found.message);
    expect(found.outputLimit).toBeUndefined();
    expect(formsOf(found).at(-1)).toMatchObject({ outputLimit: 64_000, fields: { max_completion_tokens: 32_000 } });
    expect(openRouterChat.rewrite({}, formsOf(found).at(-1) ?? found, 1_000)).toMatchObject({
      max_completion_tokens: 1_000,
    });
  });
});

describe('the limits of a request', () => {
  it('on its steps are its own, where it has some', () => {
    const steps = (more: JsonObject) => (ask({ tools: [search({ engine: 'exa' })], ...more }).rounds ?? 1) - 1;
    expect(steps({ max_tool_calls: 5 })).toBe(5);
    expect(steps({ max_tool_calls: 500 })).toBe(30);
    expect(steps({ stop_server_tools_when: [{ type: 'step_count_is', step_count: 3 }] })).toBe(3);
  });

  it('that take the place of the usual one get one on steps beside them', () => {
    const own = { type: 'max_cost', max_cost_in_dollars: 100 };
    expect(ask({ tools: [search()], stop_server_tools_when: [own] }).fields).toEqual({
      stop_server_tools_when: [own, { type: 'step_count_is', step_count: 30 }],
    });
  });
});

it('an adviser is a pass of its own model for every step', () => {
  const adviser = { model: '~anthropic/claude-opus-latest', max_completion_tokens: 1_024 };
  const found = ask({ tools: [{ type: 'openrouter:advisor', parameters: adviser }] });
  expect(found.others).toHaveLength(30);
  expect(found.otherModels).toEqual(['~anthropic/claude-opus-latest']);
  expect(found.others?.[0]).toMatchObject({ output: 1_024 });
});

it('pages that Mistral reads are held at the longest document', () => {
  const plugins = [{ id: 'file-parser', pdf: { engine: 'mistral-ocr' } }];
  const content = [{ type: 'file', file: { filename: 'x.pdf', file_data: 'https://example.com/x.pdf' } }];
  expect(ask({ plugins, messages: [{ role: 'user', content }] }).extras).toMatchObject({ pages: 1_000 });
  expect(ask({ plugins }).extras?.pages ?? 0).toBe(0);
});

it('pictures have a price for models that are known to draw', () => {
  const modalities = ['image', 'text'];
  expect(ask({ model: 'google/gemini-2.5-flash-image', modalities }).media).toEqual(['image']);
  expect(read(openRouterChat, { ...MESSAGE, modalities })).toMatchObject({ fault: 'unbounded' });
});

it('the calls that a request was held for are no usage of its reply', () => {
  const held = ask({ tools: [search()] });
  const usage = openRouterChat.readUsage({ usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 } }, held);
  expect(usage?.parts).toBeUndefined();
});
