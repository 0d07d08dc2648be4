import { once } from 'node:events';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { createResponsesMeter } from '../../dialects/openai-responses/meter.ts';
import type { SocketResponse } from './socket-response.ts';
import { createKeyHider } from '../relay/hide-key.ts';
import { createSession } from './session.ts';
import type { Session } from './session.ts';

const NOTHING_ASKED = {
  stream: true,
  inputBound: 1,
  cacheWrites: 'none',
  outputLimit: undefined,
  choices: 1,
  smallestOutputLimit: 16,
  hiddenOutput: false,
  hideUsage: false,
} as const;

/** A session between a tool that reads nothing and a provider. */
interface Ends {
  readonly session: Session;
  readonly reader: WebSocket;
  readonly provider: WebSocket;
}

async function between(play: (ends: Ends) => Promise<void>): Promise<void> {
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
  const [upstream, provider] = await connect();
  try {
    reader.pause();
    await play({ session: createSession(client, upstream, {}, createKeyHider(undefined)), reader, provider });
  } finally {
    for (const each of [reader, upstream, ...server.clients]) each.terminate();
    server.close();
  }
}

it('forwards nothing for a client that is being sent away, however long that takes', () =>
  between(async ({ session }) => {
    expect(session.isOpen()).toBe(true);
    session.drain(1008, 'expired');
    expect(session.isOpen()).toBe(false);
    expect(session.stopped.aborted).toBe(false);
    return Promise.resolve();
  }));

it('counts the time in which a client reads nothing, and does not wait when the money is used up', () =>
  between(async ({ session, provider }) => {
    const calls: string[] = [];
    const note = (what: string) => (): void => void calls.push(what);
    const exhausted = new AbortController();
    const response: SocketResponse = {
      meter: createResponsesMeter({ model: 'gpt-4o', ...NOTHING_ASKED }),
      sent: note('sent'),
      see: () => 'goes-on',
      block: note('block'),
      lookAway: note('away'),
      lookAgain: note('again'),
      written: () => undefined,
      length: () => 0,
      exhausted: exhausted.signal,
      settle: ({ endedBy }) => Promise.resolve(note(`settled as ${endedBy ?? 'served'}`)()),
      settleRefused: () => Promise.resolve(),
      settleOverrun: () => Promise.resolve(),
    };
    session.begin('', response, note('landed'));
    const frame = JSON.stringify({ type: 'response.output_text.delta', delta: '1'.repeat(2 ** 20) });
    for (let sent = 0; sent < 40; sent += 1) provider.send(frame);
    // By now it fills every buffer between the two.
    await expect.poll(() => calls.at(-1)).toBe('away');
    await expect.poll(() => calls.length).toBeGreaterThan(1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(calls.at(-1)).toBe('away');
    const closed = once(provider, 'close');
    exhausted.abort();
    await closed;
    await expect.poll(() => calls).toContain('settled as cut');
  }));
