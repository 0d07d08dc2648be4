import { Client, isCallToolResult, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { CallToolResult } from '@modelcontextprotocol/client';
import { Server } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';

/** What is served, and with whose money. */
interface Relayed {
  /** Servers of Purser; none: all that the agent may use. */
  readonly names: readonly string[];
  /** Of the gateway. */
  readonly url: string;
  /** Of Purser. */
  readonly version: string;
  /** A short-lived sub-key of the agent. */
  readonly token: () => Promise<string>;
}

/** A token is asked for anew after so long, which is well within its life. */
const TOKEN_MS = 20 * 60_000;
/** The gateway has a deadline of its own, and a person may be asked before. */
const PATIENCE_MS = 3_600_000;
const resultSchema = z.custom<CallToolResult>(isCallToolResult);

/** Serves MCP over standard input and output until the client closes them; every request goes through the gateway. */
export async function relayStdio({ names, url, version, token }: Relayed): Promise<void> {
  const [only, ...others] = names;
  const address = new URL(only !== undefined && others.length === 0 ? `${url}/mcp/${only}` : `${url}/mcp`);
  const withToken = keepToken(token);
  const client = new Client(
    { name: 'purser-mcp-serve', version },
    { capabilities: {}, versionNegotiation: { mode: 'auto' } },
  );
  await client.connect(
    new StreamableHTTPClientTransport(address, {
      async fetch(input, init) {
        const headers = new Headers(init?.headers);
        headers.set('authorization', `Bearer ${await withToken()}`);
        return fetch(input, { ...init, headers });
      },
    }),
  );
  const isServed = (tool: string): boolean => others.length === 0 || names.some((name) => tool.startsWith(`${name}__`));
  const ended = new Promise<void>((resolve) => process.stdin.once('end', resolve).once('close', resolve));
  const handle = serveStdio(() => {
    const server = new Server({ name: 'purser', version }, { capabilities: { tools: {} } });
    server.setRequestHandler('tools/list', async () => {
      const { tools } = await client.listTools(undefined, { cacheMode: 'bypass' });
      return { tools: tools.filter(({ name }) => isServed(name)) };
    });
    server.setRequestHandler('tools/call', ({ params: { name, arguments: given = {} } }, { mcpReq }) => {
      const progressToken = mcpReq['_meta']?.progressToken;
      return client.request({ method: 'tools/call', params: { name, arguments: given } }, resultSchema, {
        signal: mcpReq.signal,
        timeout: PATIENCE_MS,
        ...(progressToken !== undefined && {
          onprogress: (progress) =>
            void mcpReq.notify({ method: 'notifications/progress', params: { ...progress, progressToken } }),
        }),
      });
    });
    return server;
  });
  await ended;
  await handle.close();
  await client.close();
}

function keepToken(token: () => Promise<string>): () => Promise<string> {
  let kept: { readonly text: Promise<string>; readonly at: number } | undefined;
  return () => {
    if (!kept || performance.now() - kept.at > TOKEN_MS) {
      const text = token();
      kept = { text, at: performance.now() };
      text.catch(() => (kept = undefined));
    }
    return kept.text;
  };
}
