import { request } from 'node:http';
import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawRequest } from '../../testing/raw-request.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';

const CODEX = { originator: 'codex_exec', accept: 'text/event-stream', 'user-agent': 'codex_exec/0.169.0' } as const;
const ASK = { model: 'gpt-5', input: 'x'.repeat(20_000), stream: true } as const;

let test: TestGateway;
beforeEach(async () => {
  test = await startTestGateway();
});
afterEach(() => test.stop());

const ask = (key: string, headers: Readonly<Record<string, string>>, path = 'responses') =>
  rawRequest(`${test.openaiUrl}/${path}`, {
    headers: { authorization: `Bearer ${key}`, ...headers },
    body: JSON.stringify(
      path === 'responses' ? ASK : { model: 'gpt-5', messages: [{ role: 'user', content: ASK.input }], stream: true },
    ),
  });

describe('a refusal of a Codex stream', () => {
  it('is a response that failed for good: Codex would repeat a status six times', async () => {
    const { key, id } = await test.issue('0.005/day');
    const refused = await ask(key, CODEX);
    expect([refused.status, refused.headers['content-type']]).toEqual([200, 'text/event-stream']);
    expect(refused.body.toString()).toMatch(
      /^event: response\.failed\ndata: .*"code":"invalid_prompt","message":"[^"]*\$0\.005/,
    );
    await test.client.gateway.keys.revoke({ id });
    expect((await ask(key, CODEX)).body.toString()).toContain('was revoked');
    expect((await ask('sk-purser-nobody', CODEX)).body.toString()).toContain('Purser does not know this key');
    expect(test.provider.requests).toHaveLength(0);
  });

  it('keeps its status for everybody else, and for anything but a response', async () => {
    const { key } = await test.issue('0.005/day');
    expect((await ask(key, { accept: 'text/event-stream' })).status).toBe(403);
    expect((await ask(key, { originator: 'codex_exec', accept: 'application/json' })).status).toBe(403);
    expect((await ask(key, { originator: 'another', accept: 'text/event-stream' })).status).toBe(403);
    expect((await ask(key, CODEX, 'chat/completions')).status).toBe(403);
    const openai = new OpenAI({ baseURL: test.openaiUrl, apiKey: key, maxRetries: 0 });
    for (const stream of [true, false])
      await expect(openai.responses.create({ ...ASK, stream })).rejects.toMatchObject({ status: 403, code: 'cap' });
  });

  it('keeps its status if it may pass later', async () => {
    const { key } = await test.issue('5/day');
    await test.provider.stop();
    expect((await ask(key, CODEX)).status).toBe(502);
  });

  it('ends its running stream in the same way', async () => {
    test.provider.setScript({ outputTokens: 5_000, tokenMs: 2 });
    const { key, id } = await test.issue('5/day');
    const body = JSON.stringify({ ...ASK, max_output_tokens: 10_000 });
    let revoked: Promise<unknown> = Promise.resolve();
    const text = await new Promise<string>((resolve, reject) => {
      const sent = request(
        `${test.openaiUrl}/responses`,
        { method: 'POST', headers: { ...CODEX, authorization: `Bearer ${key}` } },
        (response) => {
          let seen = '';
          response.once('data', () => void (revoked = test.client.gateway.keys.revoke({ id })));
          response.on('data', (chunk: Buffer) => (seen += chunk.toString('utf8')));
          response.on('end', () => resolve(seen));
        },
      );
      sent.on('error', reject).end(body);
    });
    await revoked;
    expect(text).toContain('event: response.created');
    expect(text).toMatch(
      /\n\nevent: response\.failed\ndata: .*"message":"This sub-key was revoked in Purser\.".*\n\n$/,
    );
  });
});
