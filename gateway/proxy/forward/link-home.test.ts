import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { linkHome } from './link-home.ts';

const HOME = 'http://127.0.0.1:4141/anthropic';
const through = (pieces: readonly string[]) =>
  text(Readable.from(pieces.map((piece) => Buffer.from(piece))).pipe(linkHome('results_url', HOME)));

it.each([
  ['{"results_url":"https://api.anthropic.com/v1/b/results"}', `{"results_url":"${HOME}/v1/b/results"}`],
  [
    '{"data":[{"results_url" : "http://10.0.0.5:80/x?y=1"},{"results_url":null}]}',
    `{"data":[{"results_url" : "${HOME}/x?y=1"},{"results_url":null}]}`,
  ],
  ['{"other_url":"https://api.anthropic.com/x"}', '{"other_url":"https://api.anthropic.com/x"}'],
  // Text that mentions the field is only text.
  [
    '{"a":"\\"results_url\\":\\"https://api.anthropic.com/x\\""}',
    '{"a":"\\"results_url\\":\\"https://api.anthropic.com/x\\""}',
  ],
  ['', ''],
])('%s', async (reply, home) => expect(await through(reply.split(/(?=["/])/))).toBe(home));

it('passes a reply that is too large unchanged', async () => {
  const piece = 'x'.repeat(9 * 2 ** 20);
  expect(await through([piece, piece, '"results_url":"https://a.example/b"'])).toBe(
    `${piece}${piece}"results_url":"https://a.example/b"`,
  );
});
