import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawRequest } from '../../testing/raw-request.ts';
import { startSocketGateway } from '../../testing/start-socket-gateway.ts';
import type { SocketGateway } from '../../testing/start-socket-gateway.ts';
import { PROVIDER_KEY } from '../../testing/start-test-gateway.ts';
import { upgradeStatus } from '../../testing/socket-client.ts';

let test: SocketGateway;
let slow: { readonly outputTokens?: number; readonly tokenMs?: number };
beforeEach(async () => {
  slow = {};
  test = await startSocketGateway(() => ({ inputTokens: 100, outputTokens: 20, ...slow }));
});
afterEach(() => test.stop());

describe('the upgrade', () => {
  it('goes through the same door as any request', async () => {
    const { key } = await test.issue('5/day');
    const authorization = `Bearer ${key}`;
    expect(await upgradeStatus(test.socketUrl, { authorization, origin: 'https://evil.example' })).toBe(403);
    expect(await upgradeStatus(test.socketUrl, { authorization, host: 'evil.example' })).toBe(421);
    expect(await upgradeStatus(test.socketUrl, { authorization: 'Bearer sk-somebodys-own-key' })).toBe(401);
  });

  it('is refused with 426 at once if there is no WebSocket', async () => {
    const { key } = await test.issue('5/day');
    const authorization = `Bearer ${key}`;
    expect(await upgradeStatus(`${test.anthropicUrl.replace('http:', 'ws:')}/v1/messages`, { authorization })).toBe(
      426,
    );
    expect(await upgradeStatus(test.socketUrl.replace('responses', 'chat/completions'), { authorization })).toBe(426);
    await test.client.gateway.providers.add({
      kind: 'openai',
      name: 'plain',
      baseUrl: `${test.provider.url}/elsewhere/v1`,
      key: PROVIDER_KEY,
    });
    expect(await upgradeStatus(test.socketUrl.replace('/openai/', '/plain/'), { authorization })).toBe(426);
  });

  it('of a revoked sub-key is refused with the reason', async () => {
    const { key, id } = await test.issue('5/day');
    await test.client.gateway.keys.revoke({ id });
    expect(await upgradeStatus(test.socketUrl, { authorization: `Bearer ${key}` })).toBe(403);
  });

  it('to another protocol is declined: the request is served in HTTP', async () => {
    const { key } = await test.issue('5/day');
    const body = JSON.stringify({ model: 'gpt-5', input: 'From Java', max_output_tokens: 100 });
    const headers = {
      authorization: `Bearer ${key}`,
      connection: 'Upgrade, HTTP2-Settings',
      upgrade: 'h2c',
      'http2-settings': 'AAEAAEAA',
      'content-length': String(Buffer.byteLength(body)),
    };
    const reply = await rawRequest(`${test.openaiUrl}/responses`, { headers, body });
    expect(reply.status).toBe(200);
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ certainty: 'exact', cost: test.provider.bill() });
  });

  /** Sends this many requests at once on one connection, each offering h2c. */
  const pipelined = (key: string, count: number): Socket => {
    const body = JSON.stringify({ model: 'gpt-5', input: 'hi', max_output_tokens: 100, stream: true });
    const head = [
      'POST /openai/v1/responses HTTP/1.1',
      `host: ${new URL(test.gateway.url).host}`,
      `authorization: Bearer ${key}`,
      'connection: Upgrade, HTTP2-Settings',
      'upgrade: h2c',
      'http2-settings: AAEAAEAA',
      `content-length: ${Buffer.byteLength(body)}`,
    ];
    const socket = connect(Number(new URL(test.gateway.url).port), '127.0.0.1');
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`.repeat(count));
    return socket;
  };

  it('after an unanswered request: that one is answered whole, and the connection closed', async () => {
    const { key } = await test.issue('5/day');
    const reply = await text(pipelined(key, 3));
    expect(reply.match(/HTTP\/1\.1 200/g)).toHaveLength(1);
    expect(reply).toContain('response.completed');
    const [row] = await test.settled(1);
    expect(row).toMatchObject({ certainty: 'exact', cost: test.provider.bill() });
  });

  it('after a request whose client hangs up leaves nothing running, and the gateway can be stopped', async () => {
    slow = { outputTokens: 100, tokenMs: 100 };
    const { key } = await test.issue('5/day');
    const socket = pipelined(key, 2);
    await once(socket, 'data');
    expect(await running()).toBe(1);
    socket.destroy();
    await expect.poll(running, { timeout: 3_000 }).toBe(0);
    const start = performance.now();
    await test.gateway.stop(0);
    expect(test.logged.filter((line) => line.includes('stop-was-late'))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(4_000);
  });

  async function running(): Promise<number> {
    const agents = await test.client.gateway.agents.list();
    return agents.reduce((sum, agent) => sum + agent.running, 0);
  }
});
