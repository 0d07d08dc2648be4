import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStallGateway } from '../../testing/measure-stalls.ts';
import type { StallGateway } from '../../testing/measure-stalls.ts';

const MIB = 2 ** 20;
/**
 * The longest that a revoke, a pause and every other stream may wait for one request, in milliseconds, on an otherwise
 * idle machine.
 */
const MOST_MS = 50;
/**
 * The time that such a machine needs to copy the largest body, in milliseconds. A busy one computes more slowly, and
 * gets more time in proportion.
 */
const COPY_MS = 12;
const PATHS = {
  chat: 'openai/v1/chat/completions',
  responses: 'openai/v1/responses',
  messages: 'anthropic/v1/messages',
  gemini: 'gemini/v1beta/models/gemini-2.5-flash:generateContent',
} as const;

let gateway: StallGateway;
beforeAll(async () => {
  gateway = await startStallGateway();
  // The first requests load tables and code.
  for (const path of Object.values(PATHS)) await gateway.send(path, Buffer.from(chat('hello')));
}, 60_000);
afterAll(() => gateway.stop());

function allowedMs(): number {
  const before = process.threadCpuUsage();
  Buffer.from('x'.repeat(32 * MIB)).toString();
  const { user, system } = process.threadCpuUsage(before);
  return MOST_MS * Math.max(1, (user + system) / 1_000 / COPY_MS);
}

const around = (inside: string, field = 'messages'): string =>
  `{"model":"gpt-4o-mini","max_tokens":10,"max_output_tokens":100,"input":"a","contents":[],"${field}":${inside}}`;
const chat = (text: string): string => around(JSON.stringify([{ role: 'user', content: text }]));
const many = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join(',');

/** Bodies that are valid or nearly so, and made to take long. */
const HOSTILE: Readonly<Record<string, () => string>> = {
  'blanks in a text': () => chat(' '.repeat(30 * MIB)),
  'wide blanks': () => chat('\u3000'.repeat(10 * MIB)),
  'words without an end': () => chat('\u00e9'.repeat(15 * MIB)),
  'words of 1,999 letters': () => chat(`${'x'.repeat(1_999)} `.repeat(3_800)),
  'a picture': () =>
    around(
      `[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/` +
        `png;base64,${'QUJD'.repeat(7 * MIB)}"}}]}]`,
    ),
  'blanks outside of texts': () => ' '.repeat(30 * MIB) + chat('a'),
  escapes: () => around(`[{"role":"user","content":"${String.raw`\n`.repeat(15 * MIB)}"}]`),
  'slashes before a quote': () => `{"a":"${String.raw`\\`.repeat(15 * MIB)}`,
  'quotes in a text': () => around(`[{"role":"user","content":"${String.raw`\"`.repeat(1_900_000)}"}]`),
  numbers: () => around(`[${many(900_000, String)}]`, 'stop'),
  texts: () => around(`[${many(900_000, (index) => `"s${index}"`)}]`, 'stop'),
  'fields of one object': () => around(`{${many(900_000, (index) => `"k${index}":1`)}}`, 'metadata'),
  'fields of many objects': () =>
    around(`[${many(12, (group) => `{${many(9_000, (index) => `"k${group}_${index}":1`)}}`)}]`, 'stop'),
  'empty objects': () => around(`[${many(99_000, () => '{}')}]`, 'stop'),
  messages: () => around(`[${many(30_000, () => '{"role":"user","content":"a b c"}')}]`),
  'long messages': () => around(`[${many(30_000, () => `{"role":"user","content":"${'a b c '.repeat(150)}"}`)}]`),
  'deep lists': () => around('['.repeat(49_000) + ']'.repeat(49_000)),
  'deep objects': () => around(`[{"role":"user","content":${'{"a":'.repeat(49_000)}1${'}'.repeat(49_000)}}]`),
  'a name of megabytes': () => `{"${'k'.repeat(20 * MIB)}":1,${around('[]').slice(1)}`,
  'a model of megabytes': () => chat('a').replace('gpt-4o-mini', 'm'.repeat(30 * MIB)),
  'a conversation id of megabytes': () =>
    around(JSON.stringify({ user_id: `session_id":${' '.repeat(20 * MIB)}` }), 'metadata'),
  'no JSON': () => 'x'.repeat(30 * MIB),
  tools: () =>
    around(
      `[${many(
        1_500,
        (index) =>
          `{"type":"function","name":"f${index}","function":{"name":"f${index}",` +
          `"parameters":{"type":"object",` +
          `"properties":{${many(20, (at) => `"p${at}":{"type":"string","description":"${'d'.repeat(400)}"}`)}}}}}`,
      )}]`,
      'tools',
    ),
};

describe('no input from a tool delays a stop', () => {
  it.each(Object.entries(HOSTILE))(
    '%s',
    async (what, make) => {
      const text = make();
      // Each body goes through the protocol that is read the most closely, and in turn through one of the others.
      const { chat: first, ...others } = PATHS;
      const second = Object.values(others)[what.length % 3] ?? first;
      for (const path of [first, second]) {
        const { stalledMs, status } = await gateway.send(
          path,
          Buffer.from(path === PATHS.messages ? text.replace('gpt-4o-mini', 'claude-haiku-4-5') : text),
        );
        expect(stalledMs, `${path} answered ${status}`).toBeLessThan(allowedMs());
      }
    },
    60_000,
  );

  it('compressed bodies', async () => {
    const { stalledMs } = await gateway.send(PATHS.chat, gzipSync(chat('x'.repeat(30 * MIB))), {
      'content-encoding': 'gzip',
    });
    expect(stalledMs).toBeLessThan(allowedMs());
  }, 60_000);

  it('headers and paths of 60 KB', async () => {
    for (const name of ['authorization', 'x-api-key', 'x-note', 'anthropic-beta', 'connection', 'accept-encoding']) {
      for (const value of [
        ' '.repeat(60_000),
        ','.repeat(60_000),
        `Bearer ${'eyJ.'.repeat(15_000)}`,
        'x-'.repeat(30_000),
      ]) {
        const { stalledMs } = await gateway.send(PATHS.chat, Buffer.from(chat('a')), { [name]: `a${value}b` });
        expect(stalledMs, name).toBeLessThan(allowedMs());
      }
    }
    for (const path of [
      `openai/${'v1/'.repeat(20_000)}`,
      `openai/v1/${'%41'.repeat(20_000)}`,
      `openai/v1/models/${'a:'.repeat(30_000)}`,
      `?key=${'a&key='.repeat(10_000)}`,
      '/'.repeat(60_000),
    ]) {
      const { stalledMs } = await gateway.send(path, Buffer.from(chat('a')));
      expect(stalledMs, path.slice(0, 30)).toBeLessThan(allowedMs());
    }
  }, 60_000);

  it('any combination of hostile parts', async () => {
    const atom = fc.constantFrom(
      ' ',
      '\u3000',
      '\\n',
      '\\"',
      'x',
      '{',
      '[',
      '":',
      ',',
      '\u0000',
      '\\u0041',
      'data:image/png;base64,',
      '\n\n',
      '\ud83d\ude00',
      'eyJ.',
      '<|endoftext|>',
    );
    const piece = fc
      .tuple(fc.array(atom, { minLength: 1, maxLength: 4 }), fc.constantFrom(1_000, 30_000, 400_000))
      .map(([atoms, times]) =>
        atoms
          .join('')
          .repeat(times)
          .slice(0, 3 * MIB),
      );
    const shape = fc.constantFrom(
      'content',
      'name',
      'role',
      'type',
      'tools',
      'system',
      'stop',
      'metadata',
      'input',
      'contents',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { minLength: 1, maxLength: 3 }),
        shape,
        fc.constantFrom(...Object.values(PATHS)),
        async (pieces, field, path) => {
          const said = JSON.stringify(pieces.join(''));
          const body =
            field === 'content'
              ? around(`[{"role":"user","content":${said}}]`)
              : around(`[{"${field}":${said}}]`, field);
          const { stalledMs } = await gateway.send(path, Buffer.from(body));
          expect(stalledMs, `${field} at ${path}`).toBeLessThan(allowedMs());
        },
      ),
      { numRuns: 40, endOnFailure: true },
    );
  }, 120_000);
});
