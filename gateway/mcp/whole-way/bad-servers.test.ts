import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import { startTestGateway } from '../../testing/start-test-gateway.ts';
import type { TestGateway } from '../../testing/start-test-gateway.ts';
import { commandOf, connectClient, connectNewest, ownServer, realServer } from './testing.ts';

const bad = providerNameSchema.parse('bad');
let at: TestGateway;
beforeEach(async () => {
  at = await startTestGateway();
});
afterEach(() => at.stop());

const heard = (): Promise<string> => readFile(join(at.dataFolder, 'heard'), 'utf8').catch(() => '');

async function open(kind = 'good', price = 10_000_000) {
  const { mcp } = at.client.gateway;
  await mcp.add({
    name: bad,
    way: ownServer('misbehaving-runner.ts', kind, join(at.dataFolder, 'heard')),
    prices: [{ tools: '*', call: price, unit: null }],
  });
  const issued = await at.issue('5/day');
  const client = await connectNewest(`${at.gateway.url}/mcp/bad`, issued.key);
  return { ...issued, client, call: (name: string, given = {}) => client.callTool({ name, arguments: given }) };
}

describe('a server that', () => {
  test('is not installed is not kept, and the sentence names the command', async () => {
    const { mcp } = at.client.gateway;
    await expect(mcp.add({ name: bad, way: commandOf('no-such-command') })).rejects.toThrow(
      'there is no command "no-such-command"',
    );
    expect(await mcp.list()).toEqual([]);
    const kept = await mcp.add({ name: bad, way: commandOf('no-such-command'), unchecked: true });
    expect(kept).toMatchObject({ state: 'failed', tools: [] });
  });

  test('ends at once tells what it said last', async () => {
    const way = ownServer('misbehaving-runner.ts', 'no-start');
    await expect(at.client.gateway.mcp.add({ name: bad, way })).rejects.toThrow(
      'The MCP server bad ended with code 3. It said: cannot open the database',
    );
  });

  test('has a name that is taken is refused', async () => {
    const { mcp } = at.client.gateway;
    await mcp.add({ name: bad, way: realServer('memory') });
    await expect(mcp.add({ name: bad, way: realServer('memory') })).rejects.toThrow(
      'already an MCP server named "bad"',
    );
    const openai = providerNameSchema.parse('openai');
    await expect(mcp.add({ name: openai, way: realServer('memory') })).rejects.toThrow('already a provider named');
  });

  test('crashes in a call costs its price, is an error in words, and comes up again', async () => {
    const { call, client } = await open();
    await expect(call('crash')).rejects.toThrow('The MCP server bad');
    expect(await call('answer')).toMatchObject({ content: [{ text: 'answer done' }] });
    expect(await at.settled(2)).toMatchObject([
      { model: 'bad/crash', outcome: 'provider-error', cost: 10_000_000 },
      { model: 'bad/answer', outcome: 'served', cost: 10_000_000 },
    ]);
    await client.close();
  });

  test('crashes again and again is stopped until a person starts it', async () => {
    const { call, client } = await open();
    for (let times = 0; times < 3; times += 1) await expect(call('crash')).rejects.toThrow();
    await expect(call('answer')).rejects.toThrow('was stopped because it failed 3 times in a row');
    const { mcp } = at.client.gateway;
    expect((await mcp.list())[0]).toMatchObject({ state: 'stopped', lastWords: 'a fatal error' });
    expect(await mcp.restart({ name: bad })).toMatchObject({ state: 'running', trouble: null });
    expect(await call('answer')).toMatchObject({ content: [{ text: 'answer done' }] });
    await client.close();
  });

  test.each(['endless', 'garble'])('sends %s is ended, and takes nothing along', async (tool) => {
    const { call, client } = await open();
    await call(tool).catch((error: unknown) => expect(String(error)).toContain('The MCP server bad'));
    expect(await call('answer')).toMatchObject({ content: [{ text: 'answer done' }] });
    await client.close();
  });

  test('writes something else before its first message still comes up', async () => {
    const { call, client } = await open('garbage');
    expect(await call('answer')).toMatchObject({ content: [{ text: 'answer done' }] });
    await client.close();
  });

  test('offers tools whose schemas do not parse keeps its others', async () => {
    const { call, client } = await open('bad-schemas');
    const names = (await client.listTools()).tools.map(({ name }) => name);
    expect(names).toContain('answer');
    for (const name of ['odd', 'all*']) expect(names).not.toContain(name);
    expect(await call('answer')).toMatchObject({ content: [{ text: 'answer done' }] });
    await expect(call('odd')).rejects.toThrow('There is no tool bad/odd');
    await client.close();
  });

  test('answers with more than anybody can read gives an error that says how much', async () => {
    const { call, client } = await open();
    await expect(call('long')).rejects.toThrow('bad/long answered with 4.8 MiB; Purser passes on at most 4 MiB');
    await client.close();
  });

  test('says that a tool failed is passed on as it came, and counted as an error', async () => {
    const { call, client } = await open();
    expect(await call('fail')).toMatchObject({ isError: true, content: [{ text: 'it did not work' }] });
    expect(await at.settled(1)).toMatchObject([{ outcome: 'provider-error' }]);
    expect((await at.client.gateway.mcp.list())[0]).toMatchObject({ calls: 1, errors: 1 });
    await client.close();
  });

  test('has forked is ended with all that it has started', async () => {
    const { call, client } = await open('forks');
    await call('answer');
    const pid = Number(/forked (\d+)/.exec(await heard())?.[1]);
    expect(() => process.kill(pid, 0)).not.toThrow();
    await at.client.gateway.mcp.remove({ name: bad });
    await expect.poll(() => isAlive(pid)).toBe(false);
    await client.close();
  });
});

describe('a call', () => {
  test('that hangs is cancelled at the server when the sub-key is revoked, and its price is booked', async () => {
    const { call, client, id } = await open();
    const hanging = expect(call('hang')).rejects.toThrow('was revoked');
    await expect.poll(heard).toContain('called hang');
    const { cutRequests, cutMs } = await at.client.gateway.keys.revoke({ id });
    expect(cutRequests).toBe(1);
    expect(cutMs).toBeLessThan(1_000);
    await hanging;
    await expect.poll(heard).toContain('cancelled');
    expect(await at.settled(1)).toMatchObject([{ outcome: 'cut', cost: 10_000_000 }]);
    await expect(call('answer')).rejects.toThrow();
    await client.close();
  });

  test('that hangs ends at its deadline, is cancelled at the server, and its price is booked', async () => {
    await at.stop();
    at = await startTestGateway({ toolCallMs: 300 });
    const { call, client } = await open();
    await expect(call('hang')).rejects.toThrow(
      'The MCP server bad failed while it was called: it did not answer within',
    );
    await expect.poll(heard).toContain('cancelled');
    expect(await at.settled(1)).toMatchObject([{ outcome: 'provider-error', cost: 10_000_000 }]);
    expect(await call('answer')).toMatchObject({ content: [{ text: 'answer done' }] });
    await client.close();
  });

  test('that its client gives up is cancelled at the server', async () => {
    const { client } = await open();
    const leave = new AbortController();
    const hanging = client.callTool({ name: 'hang', arguments: {} }, { signal: leave.signal }).catch(() => 'left');
    await expect.poll(heard).toContain('called hang');
    leave.abort();
    expect(await hanging).toBe('left');
    await expect.poll(heard).toContain('cancelled');
    expect(await at.settled(1)).toMatchObject([{ outcome: 'client-gone', cost: 10_000_000 }]);
    await client.close();
  });

  test('of a tool that there is not names those that there are', async () => {
    const { call, client } = await open();
    await expect(call('nothing')).rejects.toThrow('There is no tool bad/nothing. bad has: answer, turn, crash');
    await client.close();
  });

  test('of a server that there is not names those that there are', async () => {
    const { key } = await at.issue('5/day');
    const client = await connectClient(`${at.gateway.url}/mcp/nobody`, key, '2025-11-25');
    await expect(client.listTools()).rejects.toThrow(
      'There is no MCP server named "nobody" in Purser. It has: purser.',
    );
    await client.close();
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
