import { describe, expect, it } from 'vitest';
import type { TokenUsage } from '../../domain/usage.ts';
import { callOf } from '../call-of.ts';
import type { Ask, JsonObject, Operation } from '../dialect.ts';
import { chat } from '../openai-chat/chat.ts';
import { completions } from '../openai-chat/completions.ts';
import { embeddings } from '../openai-chat/embeddings.ts';
import { imageGenerations } from '../openai-chat/media/images.ts';
import { transcriptions } from '../openai-chat/media/transcriptions.ts';
import { compact } from '../openai-responses/compact.ts';
import { createResponse } from '../openai-responses/create-response.ts';
import { servedModel } from './served-model.ts';

const SERVED = 'gpt-4.1-mini-2025-04-14';
const CHAT = { prompt_tokens: 10, completion_tokens: 5 };
const TOKENS = { input_tokens: 10, output_tokens: 5 };
const file = [{ size: 10, type: 'audio/mpeg', leastBytesPerSecond: 500 }];

type Case = readonly [what: string, operation: Operation, body: JsonObject, reply: JsonObject];
const PLAIN: readonly Case[] = [
  ['chat', chat, { messages: [] }, { usage: CHAT }],
  ['completions', completions, { prompt: 'x' }, { usage: CHAT }],
  ['embeddings', embeddings, { input: 'x' }, { usage: { prompt_tokens: 10 } }],
  ['pictures', imageGenerations, { prompt: 'x' }, { usage: TOKENS }],
  ['transcripts', transcriptions, { file }, { usage: TOKENS }],
  ['seconds of sound', transcriptions, { file }, { usage: { type: 'duration', seconds: 3 } }],
  ['responses', createResponse, { input: 'x' }, { status: 'completed', usage: TOKENS }],
  ['compaction', compact, { input: 'x' }, { usage: TOKENS }],
];

function ask({ readAsk }: Operation, body: JsonObject): Ask {
  const result = readAsk(callOf({ model: 'mine', ...body }, 100));
  if ('fault' in result) throw new Error(result.message);
  return result;
}

type Events = readonly (JsonObject | string)[];

function stream(operation: Operation, body: JsonObject, events: Events): TokenUsage | undefined {
  const meter = operation.createMeter?.(ask(operation, { stream: true, ...body }), 'events');
  const written = events.map((event) => (typeof event === 'string' ? event : JSON.stringify(event)));
  for (const data of written) meter?.see({ event: 'message', data });
  return meter?.usage();
}

describe('the model that a reply says it served', () => {
  it.each(PLAIN)('is read from %s', (_what, operation, body, reply) => {
    expect(operation.readUsage({ ...reply, model: SERVED }, ask(operation, body))).toMatchObject({ model: SERVED });
    expect(operation.readUsage(reply, ask(operation, body))).not.toHaveProperty('model');
  });

  it('is read from a stream of chat, whichever chunk names it', () => {
    const text = { choices: [{ index: 0, delta: { content: 'Hi' }, finish_reason: 'stop' }] };
    const first = { model: '', choices: [], prompt_filter_results: [] };
    const named = { ...text, model: SERVED };
    const last = [{ choices: [], usage: CHAT }, '[DONE]'];
    const namedLast = [{ model: SERVED, choices: [], usage: CHAT }, '[DONE]'];
    expect(stream(chat, { messages: [] }, [first, named, ...last])).toMatchObject({ model: SERVED });
    expect(stream(chat, { messages: [] }, [text, ...namedLast])).toMatchObject({ model: SERVED });
    expect(stream(completions, { prompt: 'x' }, [named, ...last])).toMatchObject({ model: SERVED });
    expect(stream(chat, { messages: [] }, [text, ...last])).not.toHaveProperty('model');
  });

  it('is read from a stream of a response, though its last event leaves it out', () => {
    const created = { type: 'response.created', response: { model: SERVED, usage: null } };
    const completed = { type: 'response.completed', response: { status: 'completed', usage: TOKENS } };
    expect(stream(createResponse, { input: 'x' }, [created, completed])).toMatchObject({ model: SERVED });
  });

  it('is read from a stream of sound', () => {
    const done = { type: 'transcript.text.done', text: 'x', model: SERVED, usage: TOKENS };
    expect(stream(transcriptions, { file }, [done])).toMatchObject({ model: SERVED });
  });

  it.each([undefined, null, 5, '', 'two words', 'a\u001b[2Jb', 'x'.repeat(201), 'mod\u00e9l'])(
    'is none where it is no name: %j',
    (name) => expect(servedModel(name)).toEqual({}),
  );
  it.each(['accounts/fireworks/models/kimi-k3', 'meta-llama/Llama-3.3-70B-Instruct:free', 'llama3@4bit'])(
    'may be %s',
    (name) => expect(servedModel(name)).toEqual({ model: name }),
  );
});
