import { describe, expect, it } from 'vitest';
import { callOf } from '../call-of.ts';
import type { Ask, JsonObject } from '../dialect.ts';
import { chat } from '../openai-chat/chat.ts';
import { groqFeatures } from './groq-features.ts';
import { withFeatures } from './with-features.ts';

const operation = withFeatures(chat, groqFeatures);

function ask(more: JsonObject): Ask {
  const body = { model: 'openai/gpt-oss-120b', messages: [{ role: 'user', content: 'Hi' }], ...more };
  const found = operation.readAsk(callOf(body, Buffer.byteLength(JSON.stringify(body))));
  if ('fault' in found) throw new Error(found.message);
  return found;
}

const usage = { prompt_tokens: 30, completion_tokens: 3, total_tokens: 33 };
const breakdown = {
  models: [
    { model: 'llama-3.3-70b-versatile', usage: { prompt_tokens: 10, completion_tokens: 1, total_tokens: 11 } },
    { model: 'openai/gpt-oss-120b', usage: { prompt_tokens: 20, completion_tokens: 2, total_tokens: 22 } },
  ],
};

describe('a system', () => {
  it('is held for its ten calls, or its one', () => {
    expect(ask({ model: 'groq/compound' })).toMatchObject({
      rounds: 13,
      extras: { webSearches: expect.closeTo(16), codeRuns: 10 },
    });
    expect(ask({ model: 'compound-beta-mini' })).toMatchObject({
      rounds: 4,
      extras: { webSearches: 1.6, codeRuns: 1 },
    });
  });

  it('costs what its models and its tools do', () => {
    const tools = [
      { index: 0, type: 'search' },
      { index: 1, type: 'visit' },
      { index: 2, type: 'python' },
    ];
    const reply = { choices: [{ message: { executed_tools: tools } }], usage, usage_breakdown: breakdown };
    expect(operation.readUsage(reply, ask({ model: 'groq/compound' }))).toMatchObject({
      model: 'llama-3.3-70b-versatile',
      input: 10,
      output: 1,
      parts: { webSearches: 1.8, codeRuns: 1 },
      others: [{ model: 'openai/gpt-oss-120b', usage: { input: 20, output: 2 } }],
      suspect: 'unnamed-price',
    });
  });

  it('the same in a stream, which shows a tool before and after it ran', () => {
    const form = ask({ model: 'groq/compound', stream: true });
    const meter = operation.createMeter?.(form, 'events');
    const see = (data: JsonObject): void => void meter?.see({ event: 'message', data: JSON.stringify(data) });
    for (const output of ['', 'found'])
      see({ choices: [{ index: 0, delta: { executed_tools: [{ index: 0, type: 'search', output }] } }] });
    see({ choices: [{ index: 0, delta: { content: 'Hi' }, finish_reason: 'stop' }] });
    see({ choices: [], usage, x_groq: { usage_breakdown: breakdown } });
    meter?.see({ event: 'message', data: '[DONE]' });
    expect(meter?.usage()).toMatchObject({ input: 10, parts: { webSearches: 1.6 }, others: [{}] });
  });
});

it('tools of other models are held for as many calls as were ever seen, and more', () => {
  const tools = [{ type: 'browser_search' }, { type: 'code_interpreter' }];
  expect(ask({ tools })).toMatchObject({ rounds: 33, extras: { webSearches: 32, codeRuns: 32 } });
  const executed = [
    { index: 0, type: 'browser_search', name: 'browser.search' },
    { index: 1, type: 'browser_search', name: 'browser.open' },
  ];
  const reply = { choices: [{ message: { executed_tools: executed } }], usage };
  const read = operation.readUsage(reply, ask({ tools }));
  expect(read).toMatchObject({ input: 30, parts: { webSearches: 1.2 } });
  expect(read?.suspect).toBeUndefined();
});

it('every other tool at Groq has no bound', () => {
  const body = { model: 'openai/gpt-oss-120b', messages: [], tools: [{ type: 'something_new' }] };
  expect(operation.readAsk(callOf(body, 10))).toMatchObject({ fault: 'unbounded' });
});
