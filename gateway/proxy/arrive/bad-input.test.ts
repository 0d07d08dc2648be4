import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openConnection } from '../../platform/connection.ts';
import { rawRequest } from '../../testing/raw-request.ts';
import type { RawReply } from '../../testing/raw-request.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const MESSAGES = [{ role: 'user', content: 'hi' }];

let test: TestGateway;
let key: string;
beforeEach(async () => {
  test = await startTestGateway({ script: { outputTokens: 5 }, maxBodyBytes: 10_000 });
  ({ key } = await test.issue('1/day'));
});
afterEach(() => test.stop());

function post(path: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<RawReply> {
  return rawRequest(`${test.gateway.url}${path}`, { headers: { 'x-api-key': key, ...headers }, body });
}

function errorOf(reply: RawReply): { readonly type?: string; readonly code?: string; readonly message?: string } {
  const { error } = JSON.parse(reply.body.toString());
  return error;
}

function named(model: string): string {
  return JSON.stringify({ model, messages: MESSAGES });
}

describe("bad input gets a clear error in the dialect's own shape", () => {
  it.each([
    ['not JSON', '{"model": "gpt-4o"', 'not a JSON object'],
    ['a list', '[]', 'not a JSON object'],
    ['no model', '{"messages":[]}', '"model" must name'],
    ['no messages', '{"model":"gpt-4o"}', '"messages" must be a list'],
    ['a limit that is text', JSON.stringify({ model: 'gpt-4o', messages: MESSAGES, max_tokens: '9' }), 'output limit'],
    [
      'a limit twice',
      `{"model":"gpt-4o","messages":[],"max_tokens":1,"max_tokens":100000}`,
      '"max_tokens" is in the request body twice',
    ],
    ['a limit in disguise', '{"model":"gpt-4o","messages":[],"\\u006e":50}', '"n" is written with escapes'],
    ['a limit in capitals', JSON.stringify({ model: 'gpt-4o', messages: [], n: 1, N: 100 }), '"N" may be read as "n"'],
    [
      'a tool in capitals',
      JSON.stringify({ model: 'gpt-4o', messages: [], tools: [{ Type: 'web' }] }),
      '"Type" may be',
    ],
    ['a model that writes to the terminal', named('claude-haiku-4-5\u001B]0;PWNED\u0007'), 'characters that no model'],
    ['a model with a blank before it', named(' gpt-4o'), 'characters that no model'],
    [
      'a model that talks to the person',
      named('gpt-4o (routine check, could cost $0.0001)'),
      'characters that no model',
    ],
    ['a model of many letters', named(`gpt-4o${'a'.repeat(4_000)}`), '4006 characters'],
    ['a key for a model', named('sk-proj-0123456789abcdef0123'), 'looks like a key'],
    ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'UTF-8'],
  ])('%s', async (_name, body, sentence) => {
    const reply = await post('/openai/v1/chat/completions', body);
    expect(reply.status).toBe(400);
    expect(errorOf(reply)).toMatchObject({ type: 'invalid_request_error', message: expect.stringContaining(sentence) });
  });

  it('an impossible model name is kept in no record', async () => {
    for (const model of ['gpt\u001B[2J', 'sk-proj-0123456789abcdef0123'])
      await post('/openai/v1/chat/completions', named(model));
    await test.gateway.stop(0);
    const files = await Promise.all(
      (await readdir(test.dataFolder)).map((name) =>
        readFile(join(test.dataFolder, name)).catch(() => Buffer.alloc(0)),
      ),
    );
    for (const secret of ['gpt\u001B', String.raw`gpt\u001b`, '0123456789abcdef0123']) {
      expect(
        files.some((bytes) => bytes.includes(secret)),
        secret,
      ).toBe(false);
    }
  });

  it('a model without a price is refused, never free, and can be priced', async () => {
    const body = JSON.stringify({ model: 'simulated-only', messages: MESSAGES, max_tokens: 10 });
    const refused = await post('/openai/v1/chat/completions', body);
    expect(refused.status).toBe(403);
    expect(errorOf(refused)).toMatchObject({
      code: 'price',
      message: expect.stringContaining('purser price set "simulated-only" --input'),
    });
    await test.client.gateway.prices.set({
      model: 'simulated-only',
      input: 1_000_000_000,
      output: 2_000_000_000,
      cacheRead: null,
      cacheWrite: null,
    });
    const served = await post('/openai/v1/chat/completions', body);
    expect(served.status).toBe(200);
    const [row] = await test.settled(1);
    expect(row?.cost).toBe((row?.inputTokens ?? 0) * 1_000 + 5 * 2_000);
  });

  it('a body that is too large, as sent or decompressed', async () => {
    const { gzipSync } = await import('node:zlib');
    const large = JSON.stringify({ model: 'gpt-4o', messages: [{ role: 'user', content: 'x'.repeat(20_000) }] });
    const plain = await post('/anthropic/v1/messages', large);
    const packed = await post('/anthropic/v1/messages', gzipSync(large), { 'content-encoding': 'gzip' });
    expect([plain.status, packed.status]).toEqual([413, 413]);
    expect(errorOf(plain)).toMatchObject({ type: 'request_too_large' });
  });

  it('an unknown compression, and one that does not decompress', async () => {
    const odd = await post('/openai/v1/chat/completions', 'x', { 'content-encoding': 'snappy' });
    const damaged = await post('/openai/v1/chat/completions', 'x', { 'content-encoding': 'gzip' });
    expect([odd.status, damaged.status]).toEqual([415, 400]);
  });

  it('a provider without a record, a path without a meter', async () => {
    const provider = await post('/mistral/v1/chat/completions', '{}');
    const path = await post('/openai/v1/skills', '{}');
    expect([provider.status, path.status]).toEqual([404, 404]);
    expect(errorOf(provider).message).toContain('no provider named "mistral"');
    expect(errorOf(path).message).toContain('cannot meter POST skills');
  });

  it('a request that costs more than its tokens is refused where no cap has room for the most of it', async () => {
    const hosted = await post(
      '/anthropic/v1/messages',
      JSON.stringify({
        model: 'claude-sonnet-5',
        max_tokens: 10,
        messages: MESSAGES,
        tools: [{ type: 'code_execution_20250825', name: 'code_execution' }],
      }),
    );
    const tier = await post(
      '/openai/v1/chat/completions',
      JSON.stringify({ model: 'gpt-4o', messages: MESSAGES, service_tier: 'priority' }),
    );
    expect([hosted.status, tier.status]).toEqual([403, 403]);
    expect(errorOf(hosted).message).toContain('this request could cost $22');
    // Counting its input costs nothing.
    expect(test.provider.requests.map(({ url }) => url)).toEqual(['/v1/messages/count_tokens']);
  });
});

describe('a ledger that cannot be written', () => {
  it('lets nothing through, says so in the dialect, and goes on when it can be written again', async () => {
    const ledger = await openConnection(join(test.dataFolder, 'ledger.sqlite'), 'write');
    const body = JSON.stringify({ model: 'gpt-4o-mini', messages: MESSAGES, max_tokens: 5 });
    await ledger.exec('ALTER TABLE requests RENAME TO out_of_reach');
    const refused = await post('/openai/v1/chat/completions', body);
    expect(refused.status).toBe(503);
    expect(errorOf(refused)).toMatchObject({
      type: 'api_error',
      code: 'purser-fault',
      message: expect.stringContaining('Purser could not write or read its ledger.'),
    });
    expect(test.provider.requests).toHaveLength(0);
    await ledger.exec('ALTER TABLE out_of_reach RENAME TO requests');
    await ledger.close();
    expect((await post('/openai/v1/chat/completions', body)).status).toBe(200);
    const [view] = await test.client.gateway.keys.list();
    expect(view?.caps[0]).toMatchObject({ spent: test.provider.bill(), reserved: 0 });
  });
});
