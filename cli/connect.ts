import { dirname, resolve } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { Agent, fetch } from 'undici';
import type { GatewayClient, PurserClient } from '../shared/contract/contract.ts';
import { PurserError } from '../shared/errors.ts';
import { assertPrivate, socketPathOf } from '../gateway/platform/data-folder.ts';

/**
 * Talks to the gateway of a data folder, and to the host around it, over its private socket, for the length of one
 * command.
 */
export async function withGateway<T>(
  dataFolder: string,
  use: (gateway: GatewayClient, host: PurserClient) => Promise<T>,
): Promise<T> {
  const socket = socketPathOf(dataFolder);
  // A data folder was chosen by the person; the place for long paths is one that others could have made.
  if (dirname(socket) !== resolve(dataFolder)) assertPrivate(dirname(socket));
  const dispatcher = new Agent({ connect: { socketPath: socket } });
  const link = new RPCLink({
    // The host is not looked up: the socket decides who answers.
    url: 'http://purser/rpc',
    async fetch(request) {
      const body = request.method === 'GET' ? null : await request.text();
      const headers = Object.fromEntries(request.headers);
      try {
        const answer = await fetch(request.url, {
          method: request.method,
          headers,
          body,
          dispatcher,
          signal: request.signal,
        });
        return new Response(bodyOf(answer.body), {
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
        });
      } catch (cause) {
        throw new PurserError(
          'GATEWAY_UNREACHABLE',
          `No Purser is running on ${dataFolder}. Open the app, or start one with \`purser serve\`.`,
          { cause },
        );
      }
    },
  });
  const client: PurserClient = createORPCClient(link);
  try {
    return await use(client.gateway, client);
  } finally {
    await dispatcher.destroy();
  }
}

/** The same stream, as this runtime's own `Response` takes it: live events must arrive one by one. */
function bodyOf(body: AsyncIterable<Uint8Array> | null): ReadableStream<Uint8Array> | null {
  if (!body) return null;
  const pieces: AsyncIterator<Uint8Array, unknown> = body[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}
