import { once } from 'node:events';
import { withGateway } from '../../cli/connect.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { startServe } from '../web/purser-process.ts';
import { chatBody, expect, PROVIDER_KEY, test } from './fixtures.ts';
import type { Target } from './fixtures.ts';
import { startLyingProvider } from './lying-provider.ts';
import type { LyingProvider } from './lying-provider.ts';
import { openRaw, rawBytes, sendRaw, statusesIn } from './raw-socket.ts';

/*
 * Trials that users of other gateways and tools went through. Each case names where it was reported.
 */

const ANSWER = JSON.stringify({
  id: 'c',
  object: 'chat.completion',
  created: 1,
  model: 'gpt-4o-mini',
  choices: [{ index: 0, message: { role: 'assistant', content: 'Yes.' }, finish_reason: 'stop' }],
  usage: { prompt_tokens: 20, completion_tokens: 2 },
});
const POST = 'POST /openai/v1/chat/completions HTTP/1.1';

let other: LyingProvider;
test.beforeAll(async () => {
  other = await startLyingProvider();
});
test.afterAll(() => other.stop());

/** Adds the other provider under a name. @returns where tools reach it */
async function addOther(at: Target, name: string): Promise<string> {
  const added = await at.ask((gateway) =>
    gateway.providers.add({
      kind: 'openai',
      name: providerNameSchema.parse(name),
      baseUrl: `${other.url}/v1`,
      key: PROVIDER_KEY,
      unchecked: true,
      stopsWhenLeft: 'yes',
    }),
  );
  return `${added.gatewayUrl}/chat/completions`;
}

const post = (at: Target, url: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${at.key}`, 'content-type': 'application/json', ...headers },
    body: chatBody('a trial'),
  });

test('a large body of curl waits for leave, is asked for and served (claude-code-hub#1193, 2026-05-16)', async ({
  target,
}) => {
  const body = Buffer.from(chatBody('Say yes. '.repeat(300_000)));
  const socket = await openRaw(target.port);
  socket
    .setEncoding('latin1')
    .write(
      rawBytes(POST, [
        `Host: ${target.host}`,
        `Authorization: Bearer ${target.key}`,
        'Expect: 100-continue',
        `Content-Length: ${body.length}`,
      ]),
    );
  const [first] = await once(socket, 'data');
  expect(statusesIn(String(first))).toEqual([100]);
  socket.write(body);
  const [second] = await once(socket, 'data');
  expect(statusesIn(String(second))).toEqual([200]);
  socket.destroy();
  expect(target.provider.requests.at(-1)?.body.length).toBe(body.length);
});

test('a body in chunks that are cut within letters arrives as it was (claude-code#90457, 2026)', async ({ target }) => {
  const body = Buffer.from(chatBody('Größe, 日本語, 🦊: cut anywhere'));
  const chunks = [...body].map((byte) => `1\r\n${String.fromCodePoint(byte)}\r\n`).join('');
  const bytes = rawBytes(
    POST,
    [`Host: ${target.host}`, `Authorization: Bearer ${target.key}`, 'Transfer-Encoding: chunked'],
    `${chunks}0\r\n\r\n`,
  );
  expect(statusesIn(await sendRaw(target.port, bytes, 1))).toEqual([200]);
  expect(target.provider.requests.at(-1)?.body).toBe(body.toString());
});

test('what SDKs say goes there, what is secret does not, limits come back (llm-gateway PR#2910, 2026-09-15)', async ({
  target,
}) => {
  const url = await addOther(target, 'headers');
  const said = {
    'x-stainless-lang': 'js',
    'x-stainless-retry-count': '0',
    'idempotency-key': 'once-1',
    'x-app': 'a tool',
    'user-agent': 'Tool/1.0',
  };
  const told = {
    'x-request-id': 'req-1',
    'x-ratelimit-remaining-tokens': '123',
    'x-ratelimit-reset-tokens': '1s',
    'openai-processing-ms': '5',
  };
  let seen: Readonly<Record<string, unknown>> = {};
  other.answer((request, response) => {
    seen = request.headers;
    response.writeHead(200, { 'content-type': 'application/json', 'set-cookie': 'a=b', ...told }).end(ANSWER);
  });
  const reply = await post(target, url, { ...said, cookie: 'session=secret' });
  expect(seen).toMatchObject({ ...said, authorization: `Bearer ${PROVIDER_KEY}` });
  expect(seen).not.toHaveProperty('cookie');
  expect(Object.fromEntries(reply.headers)).toMatchObject(told);
  expect(reply.headers.get('set-cookie')).toBeNull();
});

test('when to try again comes as the provider said it, in every form (CLIProxyAPI#5265, 2026-08-28)', async ({
  target,
}) => {
  const url = await addOther(target, 'busy');
  const forms = [
    { 'retry-after': '0.25' },
    { 'retry-after': '561635' },
    { 'retry-after': 'Mon, 30 Nov 2026 12:00:00 GMT' },
    { 'retry-after-ms': '250' },
    { 'x-should-retry': 'false' },
  ];
  for (const form of forms) {
    other.answer(
      (_, response) =>
        void response
          .writeHead(429, { 'content-type': 'application/json', ...form })
          .end('{"error":{"message":"busy"}}'),
    );
    const reply = await post(target, url);
    expect(reply.status).toBe(429);
    expect(Object.fromEntries(reply.headers)).toMatchObject(form);
  }
});

test('nobody notices that a provider closes idle connections (opencode#15350, 2026-02-27)', async ({ target }) => {
  const url = await addOther(target, 'closing');
  for (const close of ['destroy', 'resetAndDestroy'] as const) {
    for (let time = 0; time < 5; time += 1) {
      const closed = new Promise<void>((resolve) => {
        other.answer((request, response) => {
          response.writeHead(200, { 'content-type': 'application/json' }).end(ANSWER, () =>
            setTimeout(() => {
              request.socket[close]();
              resolve();
            }, 30),
          );
        });
      });
      expect((await post(target, url)).status, `${close}, number ${time}`).toBe(200);
      await closed;
      // Its end is on the way through the loopback.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});

test('sums are the same after a restart, and after a kill (litellm#36926, 2026-08-23)', async ({ fresh }) => {
  for (let time = 0; time < 3; time += 1) expect(await fresh.chat()).toBe(200);
  await expect.poll(() => fresh.ask(async (gateway) => (await gateway.usage.recent({})).length)).toBe(3);
  const sums = (): Promise<unknown> =>
    withGateway(fresh.dataFolder, async (gateway) => [
      await gateway.usage.summary({ by: 'agent' }),
      (await gateway.keys.list()).map(({ id, caps }) => [id, caps.map(({ spent }) => spent)]),
    ]);
  const before = await sums();
  expect(JSON.stringify(before)).toContain(`"nanodollars":${fresh.provider.bill()}`);
  await fresh.end('SIGTERM');
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    const again = await startServe(fresh.dataFolder);
    expect(await sums()).toEqual(before);
    await again.end(signal);
  }
});
