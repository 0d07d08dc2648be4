import { once } from 'node:events';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createSession } from './session.ts';

it('forwards nothing for a client that is being sent away, however long that takes', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const address = server.address();
  const url = `ws://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const connect = async (): Promise<readonly [WebSocket, WebSocket]> => {
    const arriving = once(server, 'connection');
    const socket = new WebSocket(url);
    await once(socket, 'open');
    const [arrived] = await arriving;
    if (!(arrived instanceof WebSocket)) throw new TypeError('No WebSocket arrived.');
    return [socket, arrived];
  };
  const [reader, client] = await connect();
  const [upstream] = await connect();
  try {
    const session = createSession(client, upstream, {});
    expect(session.isOpen()).toBe(true);
    reader.pause();
    session.drain(1008, 'expired');
    expect(session.isOpen()).toBe(false);
    expect(session.stopped.aborted).toBe(false);
  } finally {
    for (const each of [reader, ...server.clients]) each.terminate();
    server.close();
  }
});
