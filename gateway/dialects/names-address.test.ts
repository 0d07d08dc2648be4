import { expect, it } from 'vitest';
import { countAnthropicInput } from './anthropic-messages/count-input.ts';
import { callOf } from './call-of.ts';
import type { JsonObject, Operation } from './dialect.ts';
import { countGeminiInput } from './gemini/count-input.ts';
import { countResponsesInput } from './openai-responses/count-input.ts';

type CountInput = NonNullable<Operation['countInput']>;

const ASKED = { input_tokens: 7, totalTokens: 7 };
const SHORT = 'https://example.com/short-for-now.pdf';
const counts = async (count: CountInput, body: JsonObject): Promise<boolean> => {
  let asked = false;
  await count(
    { ...callOf(body, 1_000), params: { model: 'gemini-2.5-flash' } },
    async () => {
      asked = true;
      return ASKED;
    },
    async () => 7,
  );
  return asked;
};

it.each<readonly [name: string, CountInput, named: JsonObject, known: JsonObject]>([
  [
    'messages',
    countAnthropicInput,
    { messages: [{ role: 'user', content: [{ type: 'document', source: { type: 'url', url: SHORT } }] }] },
    { messages: [{ role: 'user', content: [{ type: 'document', source: { type: 'file', file_id: 'f' } }] }] },
  ],
  [
    'gemini',
    countGeminiInput,
    { contents: [{ parts: [{ file_data: { file_uri: SHORT } }] }] },
    { contents: [{ parts: [{ fileData: { fileUri: 'https://generativelanguage.googleapis.com/v1beta/files/f' } }] }] },
  ],
  [
    'responses',
    countResponsesInput,
    { model: 'gpt-5', input: [{ role: 'user', content: [{ type: 'input_file', file_url: SHORT }] }] },
    { model: 'gpt-5', input: [{ role: 'user', content: [{ type: 'input_file', file_id: 'f' }] }] },
  ],
])(
  'what stands at an address is not counted, since it may be longer when it is read: %s',
  async (_name, count, named, known) => {
    expect([await counts(count, named), await counts(count, known)]).toEqual([false, true]);
  },
);
