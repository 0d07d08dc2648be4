import { describe, expect, it } from 'vitest';
import { callOf } from '../call-of.ts';
import type { Ask, AskFault, JsonObject } from '../dialect.ts';
import { chat } from '../openai-chat/chat.ts';
import { messages } from '../anthropic-messages/messages.ts';
import { foreignMessages } from './foreign-messages.ts';
import { moonshotFeatures } from './moonshot-features.ts';
import { qwenFeatures } from './qwen-features.ts';
import type { ServerFeatures } from './server-features.ts';
import { withFeatures } from './with-features.ts';
import { zaiFeatures } from './zai-features.ts';

const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };

function read(features: ServerFeatures, more: JsonObject): Ask | AskFault {
  const body = { model: 'm', messages: [{ role: 'user', content: 'Hi' }], max_tokens: 100, ...more };
  return withFeatures(chat, features).readAsk(callOf(body, Buffer.byteLength(JSON.stringify(body))));
}

function used(features: ServerFeatures, more: JsonObject, reply: JsonObject): number | undefined {
  const ask = read(features, more);
  if ('fault' in ask) throw new Error(ask.message);
  return withFeatures(chat, features).readUsage({ usage, ...reply }, ask)?.parts?.webSearches;
}

describe('Moonshot', () => {
  const tools = [{ type: 'builtin_function', function: { name: '$web_search' } }];
  const called = { message: { tool_calls: [{ type: 'builtin_function', function: { name: '$web_search' } }] } };
  it('bills a search when a reply asks for it', () => {
    expect(read(moonshotFeatures, { tools })).toMatchObject({ inputBound: undefined, extras: { webSearches: 4 } });
    expect(used(moonshotFeatures, { tools }, { choices: [called] })).toBe(1);
    expect(used(moonshotFeatures, { tools }, { choices: [{ message: { content: 'Hi' } }] })).toBeUndefined();
  });
  it('has no other function of its own that is known', () =>
    expect(
      read(moonshotFeatures, { tools: [{ type: 'builtin_function', function: { name: '$other' } }] }),
    ).toMatchObject({ fault: 'unbounded' }));
  it('shows the call in pieces of a stream', () => {
    const operation = withFeatures(chat, moonshotFeatures);
    const ask = read(moonshotFeatures, { tools, stream: true });
    if ('fault' in ask) throw new Error(ask.message);
    const meter = operation.createMeter?.(ask, 'events');
    const see = (data: JsonObject): void => void meter?.see({ event: 'message', data: JSON.stringify(data) });
    see({ choices: [{ index: 0, delta: called.message }] });
    see({
      choices: [{ index: 0, delta: { tool_calls: [{ function: { arguments: '{}' } }] }, finish_reason: 'tool_calls' }],
    });
    see({ choices: [], usage });
    meter?.see({ event: 'message', data: '[DONE]' });
    expect(meter?.usage()?.parts).toEqual({ webSearches: 1 });
  });
});

describe('Z.ai', () => {
  const tool = (settings: JsonObject): JsonObject => ({ tools: [{ type: 'web_search', web_search: settings }] });
  it('searches once for each tool that is not switched off', () => {
    expect(read(zaiFeatures, tool({ enable: 'True', count: '50' }))).toMatchObject({ extras: { webSearches: 1 } });
    expect(read(zaiFeatures, tool({ enable: false }))).not.toHaveProperty('extras');
    expect(read(zaiFeatures, tool({ enable: 'False' }))).not.toHaveProperty('extras');
  });
  it('reads as much as it was asked to find', () => {
    const input = (count: unknown): number => {
      const ask = read(zaiFeatures, tool({ count }));
      return 'fault' in ask ? 0 : (ask.inputBound ?? 0);
    };
    expect(input('50') - input(10)).toBeGreaterThan(90_000);
  });
  it('bills it when the reply has what was found', () => {
    expect(used(zaiFeatures, tool({}), { web_search: [{}] })).toBe(1);
    expect(used(zaiFeatures, tool({}), {})).toBeUndefined();
  });
});

describe('Qwen', () => {
  it('searches once, or more often as an agent', () => {
    expect(read(qwenFeatures, { enable_search: true })).toMatchObject({ extras: { webSearches: 1 } });
    expect(read(qwenFeatures, { enable_search: true, search_options: { search_strategy: 'agent_max' } })).toMatchObject(
      { extras: { webSearches: 16 } },
    );
    expect(read(qwenFeatures, { enable_search: false })).not.toHaveProperty('extras');
  });
  it('bills what the usage says, and everything that was held where it says nothing', () => {
    const agent = { enable_search: true, search_options: { search_strategy: 'agent' } };
    expect(used(qwenFeatures, agent, { usage: { ...usage, plugins: { search: { count: 3 } } } })).toBe(3);
    expect(used(qwenFeatures, agent, {})).toBe(16);
    expect(used(qwenFeatures, {}, {})).toBeUndefined();
  });
});

it("Anthropic's search has no price at a server that only speaks its protocol", () => {
  const operation = withFeatures(messages, foreignMessages);
  const body = { model: 'm', max_tokens: 10, messages: [{ role: 'user', content: 'Hi' }] };
  const tools = [{ type: 'web_search_20250305', name: 'web_search' }];
  expect(operation.readAsk(callOf({ ...body, tools }, 100))).toMatchObject({ fault: 'unbounded' });
  expect(operation.readAsk(callOf(body, 100))).not.toHaveProperty('fault');
});
