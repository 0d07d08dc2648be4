import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, expect, test } from 'vitest';
import { gatewayContract } from '../../../shared/contract/contract.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { LiveEvent } from '../../../shared/contract/views.ts';
import { followLive } from './live-link.ts';
import { aRequest, aState } from '../testing.ts';

const TIMING = { firstEventMs: 200, heartbeatMs: 30, answerMs: 80, retryMs: [10] };
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A gateway behind a real message port. `deaf` makes it fall silent, as a killed process does. */
function aGateway(
  events: (signal: AbortSignal) => AsyncGenerator<LiveEvent>,
  deaf: () => boolean = () => false,
): GatewayClient {
  const channel = new MessageChannel();
  const os = implement(gatewayContract);
  const handler = new RPCHandler({
    live: os.live.handler(({ signal }) => events(signal ?? new AbortController().signal)),
    status: os.status.handler(async () => {
      if (deaf()) await new Promise(() => undefined);
      return aState().gateway;
    }),
  });
  handler.upgrade(channel.port2);
  channel.port1.start();
  channel.port2.start();
  ends.push(() => channel.port1.close());
  return createORPCClient(new RPCLink({ port: channel.port1 }));
}

const snapshot: LiveEvent = { type: 'snapshot', state: aState(), recent: [] };
const forever = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve()));

function follow(open: () => GatewayClient): {
  readonly heard: string[];
  readonly stop: AbortController;
  readonly done: Promise<void>;
} {
  const heard: string[] = [];
  const stop = new AbortController();
  ends.push(() => stop.abort());
  const done = followLive(
    { open, onEvent: (event) => heard.push(event.type), onLost: () => heard.push('lost') },
    stop.signal,
    TIMING,
  );
  return { heard, stop, done };
}

test('hears the snapshot and then the deltas, and stops when told', async () => {
  const { heard, stop, done } = follow(() =>
    aGateway(async function* (signal) {
      yield snapshot;
      yield { type: 'request', request: aRequest(1, 1) };
      await forever(signal);
    }),
  );
  await expect.poll(() => heard).toEqual(['snapshot', 'request']);
  stop.abort();
  await done;
  expect(heard).toEqual(['snapshot', 'request']);
});

test('a stream that ends is lost, and the next one starts with a fresh snapshot', async () => {
  let opened = 0;
  const { heard } = follow(() => {
    opened += 1;
    const endsAtOnce = opened === 1;
    return aGateway(async function* (signal) {
      yield snapshot;
      if (!endsAtOnce) await forever(signal);
    });
  });
  await expect.poll(() => heard).toEqual(['snapshot', 'lost', 'snapshot']);
});

test('a gateway that falls silent without closing is noticed', async () => {
  let opened = 0;
  const { heard } = follow(() => {
    opened += 1;
    const silent = opened === 1;
    return aGateway(
      async function* (signal) {
        yield snapshot;
        await forever(signal);
      },
      () => silent,
    );
  });
  await expect.poll(() => heard, { timeout: 2000 }).toEqual(['snapshot', 'lost', 'snapshot']);
});

test('a port that nobody serves is given up and opened anew', async () => {
  let opened = 0;
  const { heard } = follow(() => {
    opened += 1;
    if (opened > 1) {
      return aGateway(async function* (signal) {
        yield snapshot;
        await forever(signal);
      });
    }
    const channel = new MessageChannel();
    channel.port1.start();
    ends.push(() => channel.port1.close());
    return createORPCClient(new RPCLink({ port: channel.port1 }));
  });
  await expect.poll(() => heard, { timeout: 2000 }).toEqual(['lost', 'snapshot']);
});
