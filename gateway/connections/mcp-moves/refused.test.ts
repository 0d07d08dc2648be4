import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { GatewayClient, PurserClient } from '../../../shared/contract/contract.ts';
import { startConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../testing/start-connected-machine.ts';

const FILE = '.claude.json';
const ORIGINAL = '{ "numStartups": 41, "mcpServers": { "lost": { "command": "no-such-command" } } }\n';

let machine: ConnectedMachine;
let client: GatewayClient;
beforeEach(async () => {
  machine = await startConnectedMachine({ vault: true });
  ({ client } = machine);
  await machine.write(FILE, ORIGINAL);
});
afterEach(() => machine.stop());

const connect = () => client.connections.connect({ tool: 'claude-code', mcp: true });

describe('a move is refused', () => {
  it('while the tool is not connected, with the command that connects it', async () => {
    expect(await client.mcp.planMove({ tool: 'claude-code' })).toMatchObject({ connected: false });
    await expect(client.mcp.move({ tool: 'claude-code', unchecked: true })).rejects.toThrow(
      'Connect it first: purser connect claude-code',
    );
    expect(await client.mcp.list()).toEqual([]);
  });

  it('where the file changed since the person looked, and where nobody knows the server', async () => {
    await connect();
    const { fingerprint } = await client.mcp.planMove({ tool: 'claude-code' });
    const text = (await machine.read(FILE)) ?? '';
    await machine.write(FILE, text.replace('41', '42'));
    await expect(client.mcp.move({ tool: 'claude-code', fingerprint, unchecked: true })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    expect(await client.mcp.list()).toEqual([]);
    await expect(client.mcp.planMove({ tool: 'claude-code', servers: ['x'] })).rejects.toThrow('It has: lost.');
    await expect(client.mcp.planMove({ tool: 'codex', project: machine.home })).rejects.toThrow('for one project');
    await expect(client.mcp.planMove({ tool: 'aider' })).rejects.toThrow('does not know where');
    await expect(client.mcp.putBack({ tool: 'claude-code' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('while secrets are kept in memory: they would be lost with the next restart', async () => {
    const forgetful = await startConnectedMachine();
    try {
      await forgetful.write(FILE, ORIGINAL);
      await forgetful.client.connections.connect({ tool: 'claude-code', mcp: true });
      await expect(forgetful.client.mcp.move({ tool: 'claude-code', unchecked: true })).rejects.toThrow(
        'keeps secrets in memory',
      );
      expect(await forgetful.client.mcp.list()).toEqual([]);
    } finally {
      await forgetful.stop();
    }
  });

  it('to a browser, which may neither define a command nor write one into a file', async () => {
    await connect();
    const { gateway } = await browser();
    expect(await gateway.mcp.planMove({ tool: 'claude-code' })).toMatchObject({ connected: true });
    await expect(gateway.mcp.move({ tool: 'claude-code', unchecked: true })).rejects.toThrow(
      'A browser may not say which command runs',
    );
    expect(await client.mcp.list()).toEqual([]);
    await client.mcp.move({ tool: 'claude-code', unchecked: true });
    await expect(gateway.mcp.putBack({ tool: 'claude-code' })).rejects.toThrow('purser mcp import claude-code --undo');
    expect(await client.mcp.list()).toHaveLength(1);
  });

  it('and so is connecting without the entry while servers are moved', async () => {
    await connect();
    await client.mcp.move({ tool: 'claude-code', unchecked: true });
    await expect(client.connections.connect({ tool: 'claude-code', mcp: false })).rejects.toThrow(
      'Put them back first',
    );
  });
});

async function browser(): Promise<PurserClient> {
  const { gateway } = machine.host;
  const { url } = await gateway.serveDashboard({ assetsFolder: machine.home, port: 0, onLogin: () => undefined });
  const code = new URL(gateway.loginLink().link).hash.replace('#login=', '');
  const entered = await fetch(`${url}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  const { bearer } = z.object({ bearer: z.string() }).parse(await entered.json());
  return createORPCClient(new RPCLink({ url: `${url}/rpc`, headers: { authorization: `Bearer ${bearer}` } }));
}
