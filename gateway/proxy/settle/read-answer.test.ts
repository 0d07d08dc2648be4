import { describe, expect, it } from 'vitest';
import { readAnswer } from './read-answer.ts';

describe('what a provider said', () => {
  it.each([
    ['{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}', 'overloaded_error: Overloaded'],
    [
      '{"error":{"message":"The model does not exist","type":"invalid_request_error","code":"model_not_found"}}',
      'invalid_request_error: The model does not exist',
    ],
    [
      '[{"error":{"code":429,"message":"Quota exceeded","status":"RESOURCE_EXHAUSTED"}}]',
      'RESOURCE_EXHAUSTED: Quota exceeded',
    ],
    ['{"error":"model not found"}', 'model not found'],
    ['{"detail":"Not authenticated"}', 'Not authenticated'],
    [
      '{"type":"response.failed","response":{"error":{"code":"server_error","message":"It broke"}}}',
      'server_error: It broke',
    ],
    ['<html><head><style>p{}</style></head><body><h1>502</h1>\n<p>Bad gateway</p></body></html>', '502 Bad gateway'],
    ['upstream connect error', 'upstream connect error'],
    ['', undefined],
    ['{}', undefined],
    ['{"ok":true}', undefined],
  ])('is its kind and its sentence: %s', (text, said) => expect(readAnswer(text)).toBe(said));

  it.each([
    'Incorrect API key provided: sk-proj-abcdefghijklmnop1234.',
    'Invalid Authorization: Bearer abcdefgh12345678',
    'bad credentials 0123456789abcdef0123456789abcdef0123456789abcdef',
    '{"error":{"message":"api_key=hunter2hunter2 is wrong"}}',
  ])('has nothing in it that looks like a key: %s', (text) => {
    const said = readAnswer(text) ?? '';
    expect(said).toContain('…');
    expect(said).not.toMatch(/abcdefgh|0123456789abcdef|hunter2/);
  });

  it('is short, whatever was sent', () => {
    expect(readAnswer(JSON.stringify({ error: { message: 'too long '.repeat(1_000) } }))?.length).toBe(400);
  });
});
