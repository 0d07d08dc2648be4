import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { callOf } from '../call-of.ts';
import { countByTokenizer } from './count-tokens.ts';
import type { JsonObject, Operation } from '../dialect.ts';
import { chat } from '../openai-chat/chat.ts';
import { completions } from '../openai-chat/completions.ts';
import { compact } from '../openai-responses/compact.ts';
import { createResponse } from '../openai-responses/create-response.ts';

const settings = { disallowedSpecial: new Set<string>() };
const countNow = async (text: string): Promise<number> => countTokens(text, settings);
const never = async (): Promise<undefined> => undefined;

function counted({ countInput }: Operation, body: JsonObject): Promise<number | undefined> | undefined {
  return countInput?.(callOf(body, Buffer.byteLength(JSON.stringify(body))), never, countNow);
}

const weather = {
  name: 'get_weather',
  description: 'Get the current weather for a city.',
  strict: true,
  parameters: {
    type: 'object',
    properties: { city: { type: 'string' } },
    required: ['city'],
    additionalProperties: false,
  },
};
const nation = {
  type: 'function',
  name: 'final_result',
  description: 'The final response which ends this conversation',
  strict: true,
  parameters: {
    type: 'object',
    title: 'MyOutput',
    properties: { name: { type: 'string' }, age: { type: 'integer' } },
    required: ['name', 'age'],
    additionalProperties: false,
  },
};
const inChat = (tool: JsonObject): JsonObject => ({ type: 'function', function: tool });
const asked = (content: string): readonly JsonObject[] => [{ role: 'user', content }];
const PARIS = "What's the weather in Paris?";
const CAPITAL = 'What is the capital of France?';
const HELPFUL = 'You are a helpful assistant.';
const NATIONS = 'Give me the name and age of Brazil, Argentina, and Chile.';
const ALFAJOR = 'Explain me how to cook uruguayan alfajor. Do not send whitespaces at the end of the lines.';

/** The input that OpenAI reported. Source: recorded by pydantic-ai, tests of OpenAI models, 4fda3898. */
const SAID: readonly (readonly [what: string, tokens: number, operation: Operation, body: JsonObject])[] = [
  ['a reasoning model', 88, createResponse, { model: 'o3-mini', input: asked(ALFAJOR), instructions: '' }],
  ['instructions', 42, createResponse, { model: 'gpt-4o', input: asked(CAPITAL), instructions: HELPFUL }],
  ['a tool in chat', 132, chat, { model: 'gpt-5-mini', messages: asked(PARIS), tools: [inChat(weather)] }],
  ['a tool in a response', 286, createResponse, { model: 'gpt-4o', input: asked(NATIONS), tools: [nation] }],
];

describe('the count of the input', () => {
  it.each(SAID)('is not below what was read, nor far above: %s, %i', async (_what, tokens, operation, body) => {
    expect(await counted(operation, body)).toBeGreaterThanOrEqual(tokens);
    expect(await counted(operation, body)).toBeLessThan(tokens + 500);
  });

  it('of much text is that of the text, and not of how JSON spells it', async () => {
    const code = 'if (path === "C:\\\\temp") {\n\tthrow new Error("no");\n}\n'.repeat(2_000);
    const tokens = countTokens(code, settings);
    const found = [
      await counted(chat, { model: 'gpt-5', messages: asked(code) }),
      await counted(createResponse, { model: 'gpt-5', input: asked(code) }),
    ];
    for (const one of found) {
      expect(one).toBeGreaterThanOrEqual(tokens);
      expect(one).toBeLessThan(tokens * 1.03 + 200);
    }
  });

  it('has something for every message and every tool', async () => {
    const empty = (length: number): readonly JsonObject[] => Array.from({ length }, () => ({}));
    const of = (messages: number, tools: number) =>
      counted(chat, { model: 'gpt-5', messages: empty(messages), tools: empty(tools) });
    expect(((await of(101, 0)) ?? 0) - ((await of(1, 0)) ?? 0)).toBeGreaterThanOrEqual(400);
    expect(((await of(1, 101)) ?? 0) - ((await of(1, 1)) ?? 0)).toBeGreaterThanOrEqual(200);
    expect(await of(1, 1)).toBeGreaterThan(((await of(1, 0)) ?? 0) + 190);
  });

  it('counts pictures by their own bound, and what only looks like one as its bytes', async () => {
    const picture = `data:image/png;base64,${'A'.repeat(200_000)}`;
    const part = { type: 'image_url', image_url: { url: picture } };
    const seen = await counted(chat, { model: 'gpt-5', messages: [{ role: 'user', content: [part] }] });
    expect(seen).toBeGreaterThan(50_000);
    expect(seen).toBeLessThan(51_000);
    expect(await counted(chat, { model: 'gpt-5', messages: asked(picture) })).toBeGreaterThan(200_000);
  });

  it.each<readonly [string, Operation, JsonObject]>([
    ['legacy completions', completions, { prompt: 'Hello, world!' }],
    ['compaction', compact, { input: asked('Hello, world!') }],
  ])('there is one for %s', async (_what, operation, body) => {
    expect(await counted(operation, { model: 'gpt-5', ...body })).toBeLessThan(200);
  });

  it('is none where nobody can count, or what is asked for cannot be read', async () => {
    const call = callOf({ model: 'llama-3', messages: [] }, 40);
    expect(await countByTokenizer(chat.readAsk, call, never)).toBeUndefined();
    expect(await countByTokenizer(chat.readAsk, callOf({ model: 5 }, 10), countNow)).toBeUndefined();
  });

  it('breaks on nothing that is too deep to be written', async () => {
    const deep: unknown = JSON.parse(`${'[{"tools":'.repeat(50_000)}1${'}]'.repeat(50_000)}`);
    const call = callOf({ model: 'gpt-5', messages: [{ role: 'user', content: deep }] }, 1_000_000);
    expect(await chat.countInput?.(call, never, countNow)).toBeGreaterThan(100_000);
  });
});

it('leaves the text in when a picture beside it is padded with what has no tokens', async () => {
  const padding = ' '.repeat(1_000_000);
  const text = 'The quick brown fox jumps over the lazy dog. '.repeat(5_000);
  const parts = [
    { type: 'image_url', image_url: { url: `data:image/png;base64,AAAA${padding}` } },
    { type: 'input_audio', input_audio: { data: `AAAA${padding}`, format: 'wav' } },
  ];
  for (const part of parts) {
    const messages = [{ role: 'user', content: [{ type: 'text', text }, part] }];
    const tokens = await counted(chat, { model: 'gpt-4o-mini', messages });
    expect(tokens).toBeGreaterThan(50_000);
    expect(tokens).toBeLessThan(120_000);
  }
});
