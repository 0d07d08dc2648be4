import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawRequest } from '../../testing/raw-request.ts';
import { startSocketGateway } from '../../testing/start-socket-gateway.ts';
import type { SocketGateway } from '../../testing/start-socket-gateway.ts';
import { PROVIDER_KEY } from '../../testing/start-test-gateway.ts';
import { upgradeStatus } from '../../testing/socket-client.ts';

let test: SocketGateway;
beforeEach(async () => {
  test = await startSocketGateway({ inputTokens: 100, outputTokens: 20 });
});
afterEach(() => test.stop());

describe('the upgrade', () => {
  it('passes the same door as any request', async () => {
    const { key } = await test.issue('5/day');
    const authorization = `Bearer ${key}`;
    expect(await upgradeStatus(test.socketUrl, { authorization, origin: 'https://evil.example' })).toBe(403);
    expect(await upgradeStatus(test.socketUrl, { authorization, host: 'evil.example' })).toBe(421);
    expect(await upgradeStatus(test.socketUrl, { authorization: 'Bearer sk-somebodys-own-key' })).toBe(401);
  });

  it('is refused with 426 at once where there is none', async () => {
    const { key } = await test.issue('5/day');
    const authorization = `Bearer ${key}`;
    expect(await upgradeStatus(`${test.anthropicUrl.replace('http:', 'ws:')}/v1/messages`, { authorization })).toBe(426);
    expect(await upgradeStatus(test.socketUrl.replace('responses', 'chat/completions'), { authorization })).toBe(426);
    await test.client.gateway.providers.add({ kind: 'openai', name: 'plain', baseUrl: `${test.provider.url}/elsewhere/v1`, key: PROVIDER_KEY });
    expect(await upgradeStatus(test.socketUrl.replace('/openai/', '/plain/'), { authorization })).toBe(426);
  });

  it('of a revoked sub-key is refused with the reason', async () => {
    const { key, id } = await test.issue('5/day');
    await test.client.gateway.keys.revoke({ id });
    expect(await upgradeStatus(test.socketUrl, { authorization: `Bearer ${key}` })).toBe(403);
  });

  it('to another protocol is not taken: the request is served as it is', async () => {
    const { key } = await test.issue('5/day');
    const body = JSON.stringify({ model: 'gpt-5', input: 'From Java', max_output_tokens: 100 });
    const headers = { authorization: `Bearer ${key}`, connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAEAAEAA', 'content-length': String(Buffer.byteLength(body)) };
    const reply = await rawRequest(`${test.openaiUrl}/responses`, { headers, body });
    expect(reply.status).toBe(200);
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ certainty: 'exact', cost: test.provider.bill() });
  });
});
