import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeReadable, piecesOf, sizeText } from './body-text.ts';

test('JSON gets lines, what is pretty already, cut or no JSON stays as it came', () => {
  expect(makeReadable('{"a":[1]}')).toEqual({ as: 'json', text: '{\n  "a": [\n    1\n  ]\n}' });
  expect(makeReadable('{\n  "a": 1\n}')).toEqual({ as: 'raw' });
  expect(makeReadable('{"a":"cut in the mid')).toEqual({ as: 'raw' });
  expect(makeReadable('upstream connect error')).toEqual({ as: 'raw' });
});

const sse = (...events: readonly object[]): string =>
  events.map((event) => `event: x\ndata: ${JSON.stringify(event)}\n\n`).join('');

test.each([
  [
    'openai-chat',
    `${sse(
      { choices: [{ delta: { role: 'assistant', content: '' } }] },
      { choices: [{ delta: { content: 'Hel' } }] },
      { choices: [{ delta: { content: 'lo' } }] },
      { choices: [{ delta: { tool_calls: [{ index: 0, function: { name: 'run', arguments: '' } }] } }] },
      { choices: [{ delta: { tool_calls: [{ index: 0, function: { arguments: '{"x":1}' } }] } }] },
    )}data: [DONE]\n\n`,
    [
      { of: 'text', text: 'Hello' },
      { of: 'call', name: 'run', text: '{"x":1}' },
    ],
  ],
  [
    'anthropic-messages',
    sse(
      { type: 'content_block_delta', delta: { type: 'thinking_delta', thinking: 'Hm' } },
      { type: 'content_block_delta', delta: { type: 'text_delta', text: 'Hello' } },
      { type: 'content_block_start', content_block: { type: 'tool_use', name: 'Read' } },
      { type: 'content_block_delta', delta: { type: 'input_json_delta', partial_json: '{}' } },
      { type: 'content_block_start', content_block: { type: 'tool_use', name: 'Read' } },
    ),
    [
      { of: 'thought', text: 'Hm' },
      { of: 'text', text: 'Hello' },
      { of: 'call', name: 'Read', text: '{}' },
      { of: 'call', name: 'Read', text: '' },
    ],
  ],
  [
    'openai-responses over a WebSocket',
    [
      { type: 'response.created' },
      { type: 'response.output_text.delta', delta: 'He' },
      { type: 'response.output_text.delta', delta: 'llo' },
    ]
      .map((frame) => JSON.stringify(frame))
      .join('\n'),
    [{ of: 'text', text: 'Hello' }],
  ],
  [
    'gemini',
    sse({
      candidates: [
        {
          content: {
            parts: [
              { text: 'Hm', thought: true },
              { text: 'Hello' },
              { functionCall: { name: 'look', args: { at: 1 } } },
            ],
          },
        },
      ],
    }),
    [
      { of: 'thought', text: 'Hm' },
      { of: 'text', text: 'Hello' },
      { of: 'call', name: 'look', text: '{"at":1}' },
    ],
  ],
])('the pieces of a stream are put together: %s', (_dialect, text, parts) => {
  expect(makeReadable(text)).toEqual({ as: 'stream', parts });
});

test('a text in pieces is the same text, no piece is long, and none begins in the middle of a character', () => {
  const texts = fc
    .array(fc.tuple(fc.constantFrom('x', '😀', 'é', 'line\n'), fc.integer({ min: 1, max: 5_000 })), { maxLength: 6 })
    .map((runs) => runs.map(([unit, times]) => unit.repeat(times)).join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const pieces = piecesOf(text);
      expect(pieces.join('') === text).toBe(true);
      expect(
        pieces.every((piece) => piece.length > 0 && piece.length <= 4_001 && !/[\ud800-\udbff]$/.test(piece)),
      ).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('sizes', () => {
  expect([0, 1, 812, 12_345, 1_048_576].map(sizeText)).toEqual(['0 bytes', '1 byte', '812 bytes', '12.3 kB', '1 MB']);
});
