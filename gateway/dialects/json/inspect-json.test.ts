import { describe, expect, it } from 'vitest';
import { inspectJson } from './inspect-json.ts';

describe('a disguised field', () => {
  it.each([
    ['{"\\u006e":5}', 'n'],
    ['{"max\\u005ftokens" : 5}', 'max_tokens'],
    ['{"messages":[{"content":[{"\\u0074ype":"input_audio"}]}]}', 'type'],
    ['{"a":"x","b":{"c":[{"\\u0074\\u0079pe"\n:1}]}}', 'type'],
  ])('is found in %s', (text, name) => expect(inspectJson(text).disguised).toBe(name));

  it.each([
    '{"n":5}',
    '{"content":"a \\"quoted\\" word: \\u006e"}',
    '{"tools":[{"\\u540d\\u5b57":1,"with \\"quotes\\"":2,"line\\nbreak":3}]}',
    '["\\u006e"]',
    '{"a":"\\u006e"}',
    '{"a',
    '{"\\u00',
    '"',
  ])('is not found in %s', (text) => expect(inspectJson(text).disguised).toBeUndefined());
});

describe('a bomb', () => {
  it('is told by its parts, not by its text', () => {
    expect(inspectJson(`[${'{},'.repeat(600_000)}{}]`).isBomb).toBe(true);
    expect(inspectJson(JSON.stringify({ content: '{[,'.repeat(1_000_000) })).isBomb).toBe(false);
    expect(inspectJson(`[${'1,'.repeat(400_000)}1]`).isBomb).toBe(false);
  });
});
