import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { RequestView } from '../../shared/contract/views.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { chatBody, expect, PROVIDER_KEY, test } from './fixtures.ts';
import type { Target } from './fixtures.ts';
import { startLyingProvider } from './lying-provider.ts';
import type { LyingProvider } from './lying-provider.ts';

/**
 * The price of gpt-4o-mini, in nano-dollars a token. Source: openai.com/api/pricing, 2026-09: $0.15, $0.60 a million.
 */
const [INPUT, OUTPUT] = [150, 600];
const MAX_TOKENS = 200;
/** A digit is a token: what was really read and written, whatever is said of it. */
const PROMPT = '1+'.repeat(1_000);
const ANSWER = '2+'.repeat(50);
const TRUTH = 2_000 * INPUT + 100 * OUTPUT;
/** The most that it can be taken for: every byte of the request a token, and the whole of its limit. */
const MOST = 4_000 * INPUT + MAX_TOKENS * OUTPUT;

const message = (usage: unknown): object => ({
  id: 'c',
  object: 'chat.completion',
  created: 1,
  model: 'gpt-4o-mini',
  choices: [{ index: 0, message: { role: 'assistant', content: ANSWER }, finish_reason: 'stop' }],
  usage,
});
const json = (response: ServerResponse, body: object): void =>
  void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
const event = (value: object): string =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', model: 'gpt-4o-mini', ...value })}\n\n`;
const sse = (response: ServerResponse, usage: unknown, type = 'text/event-stream'): void => {
  const said = event({ choices: [{ index: 0, delta: { content: ANSWER }, finish_reason: 'stop' }] });
  response.writeHead(200, { 'content-type': type }).end(`${said}${event({ choices: [], usage })}data: [DONE]\n\n`);
};

type Lie = (response: ServerResponse) => void;
const usage = (prompt: unknown, completion: unknown, more: object = {}): object => ({
  prompt_tokens: prompt,
  completion_tokens: completion,
  ...more,
});

/** Reports about a reply of 2,000 tokens read and 100 written. None of it may make the row cheaper than that. */
const LIES: Readonly<Record<string, Lie>> = {
  'nothing read': (response) => json(response, message(usage(0, 100))),
  'nothing at all': (response) => json(response, message(usage(0, 0, { total_tokens: 0 }))),
  'less than nothing': (response) => json(response, message(usage(-5_000, -5_000))),
  'figures in letters': (response) => json(response, message(usage('2', '1'))),
  'figures beyond numbers': (response) =>
    void response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(
        JSON.stringify(message(0)).replace('"usage":0', '"usage":{"prompt_tokens":1e999,"completion_tokens":-1e999}'),
      ),
  'halves of tokens': (response) => json(response, message(usage(0.5, 0.5))),
  'a list for usage': (response) => json(response, message([1, 2])),
  'no usage': (response) => json(response, message(undefined)),
  'nothing read, in a stream': (response) => sse(response, usage(0, 0)),
  'less than nothing, in a stream': (response) => sse(response, usage(-1, -1)),
  'no usage, in a stream': (response) => sse(response, null),
  'a page': (response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works!</h1>'),
  'half an answer': (response) =>
    void response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(message(usage(2_000, 100))).slice(0, 200)),
  'compressed bytes that say they are not': (response) =>
    void response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(gzipSync(JSON.stringify(message(undefined)))),
};

let liar: LyingProvider;
test.beforeAll(async () => {
  liar = await startLyingProvider();
});
test.afterAll(() => liar.stop());

/** Asks the liar under this name, with a sub-key of its own. @returns what the tool saw, and the row it became */
async function ask(
  at: Target,
  provider: string,
  how: Lie,
  stream = false,
): Promise<{ readonly reply: Response; readonly text: string; readonly row: RequestView | undefined }> {
  const providers = await at.ask((gateway) => gateway.providers.list());
  if (!providers.some(({ name }) => name === provider)) {
    await at.ask((gateway) =>
      gateway.providers.add({
        kind: 'openai',
        name: providerNameSchema.parse(provider),
        baseUrl: `${liar.url}/v1`,
        key: PROVIDER_KEY,
        unchecked: true,
        stopsWhenLeft: 'yes',
      }),
    );
  }
  liar.answer((_, response) => how(response));
  const { id, key } = await at.issue('50/day');
  const reply = await fetch(`${at.url}/${provider}/v1/chat/completions`, {
    method: 'POST',
    redirect: 'manual',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: chatBody(PROMPT, { max_tokens: MAX_TOKENS, stream }),
  });
  const text = await reply.text().catch(() => '');
  const rows = async (): Promise<readonly RequestView[]> =>
    (await at.ask((gateway) => gateway.usage.recent({}))).filter(({ subKeyId }) => subKeyId === id);
  await expect.poll(async () => (await rows()).length).toBe(1);
  return { reply, text, row: (await rows())[0] };
}

test('no lie about usage makes a row cheaper than what was used, or dearer than what can have been', async ({
  target,
}) => {
  for (const [name, lie] of Object.entries(LIES)) {
    const { row } = await ask(target, 'liar', lie, name.includes('stream'));
    expect(row?.cost, `${name}: ${JSON.stringify(row)}`).toBeGreaterThanOrEqual(TRUTH);
    expect(row?.cost, `${name}: ${JSON.stringify(row)}`).toBeLessThanOrEqual(MOST);
    expect(row?.certainty, name).toBe('estimated');
  }
  // Where nothing was written, what was read is counted all the same.
  const empty = await ask(
    target,
    'liar',
    (response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: [DONE]\n\n'),
    true,
  );
  expect(empty.row?.cost).toBeGreaterThanOrEqual(2_000 * INPUT);
  expect(empty.row?.certainty).toBe('estimated');
  // The truth is told apart from them.
  const { row } = await ask(target, 'liar', (response) => json(response, message(usage(2_000, 100))));
  expect(row).toMatchObject({ cost: TRUTH, certainty: 'exact' });
});

test('more than a model can make burns no cap', async ({ target }) => {
  const { row } = await ask(target, 'liar', (response) => json(response, message(usage(2_000, 1_000_000_000))));
  expect(row).toMatchObject({ certainty: 'estimated', basis: 'impossible' });
  expect(row?.cost).toBeLessThan(1_000_000_000);
  const { row: read } = await ask(target, 'liar', (response) => json(response, message(usage(9e15, 1))));
  expect(read?.cost).toBeLessThan(1_000_000_000);
});

test('a provider that says its key back gives it to no tool', async ({ target }) => {
  const said = `Bearer ${PROVIDER_KEY}`;
  const echoes: Readonly<Record<string, Lie>> = {
    header: (response) =>
      void response
        .writeHead(200, { 'content-type': 'application/json', 'x-you-sent': said, 'www-authenticate': said })
        .end('{}'),
    body: (response) => json(response, { ...message(usage(1, 1)), said }),
    error: (response) =>
      void response
        .writeHead(401, { 'content-type': 'application/json' })
        .end(JSON.stringify({ error: { message: `Wrong key: ${PROVIDER_KEY}` } })),
    'stream, cut within the key': (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const bytes = event({ choices: [{ index: 0, delta: { content: said } }] });
      response.write(bytes.slice(0, bytes.indexOf(PROVIDER_KEY) + 9));
      setTimeout(() => response.end(`${bytes.slice(bytes.indexOf(PROVIDER_KEY) + 9)}data: [DONE]\n\n`), 50);
    },
    redirect: (response) => void response.writeHead(302, { location: `https://x.example/?key=${PROVIDER_KEY}` }).end(),
  };
  for (const [name, lie] of Object.entries(echoes)) {
    const { reply, text } = await ask(target, 'echo', lie, name.startsWith('stream'));
    expect(JSON.stringify([text, ...reply.headers]), name).not.toContain(PROVIDER_KEY);
  }
  expect(target.stderr()).not.toContain(PROVIDER_KEY);
});

test('a redirect is followed by nobody with the key', async ({ target }) => {
  const elsewhere = await startLyingProvider();
  try {
    for (const status of [301, 302, 303, 307, 308]) {
      const { reply } = await ask(
        target,
        'mover',
        (response) => void response.writeHead(status, { location: `${elsewhere.url}/v1/chat/completions` }).end(),
      );
      expect(reply.status).not.toBe(200);
    }
  } finally {
    await elsewhere.stop();
  }
  expect(elsewhere.asked).toEqual([]);
  expect(target.nowhere.hosts).toEqual([]);
});
