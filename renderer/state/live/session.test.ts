import { ORPCError } from '@orpc/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PurserClient } from '../../../shared/contract/contract.ts';
import type { LiveEvent } from '../../../shared/contract/views.ts';
import { browserIdSchema } from '../../../shared/ids.ts';
import type { Connection } from '../../connect.ts';
import { aRequest, aSeries, aState, thePeriods } from '../testing.ts';
import { createSession } from './session.ts';

const NOW = 1_763_700_000_000;
const OLD = NOW - 4 * 3_600_000;
const BROWSER = browserIdSchema.parse('brw_aaaaaaaa');
const snapshot: LiveEvent = { type: 'snapshot', state: aState({ agents: [{ createdAt: OLD }] }), recent: [] };

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

/** A host whose gateways tell what the test pushes, and what was asked of it. */
function aHost() {
  const live = { own: aStream(), simulated: aStream() };
  const asked = { series: vi.fn(), periods: vi.fn(), start: vi.fn(), stop: vi.fn(), logOut: vi.fn() };
  let isRunning = true;
  const gatewayOf = (stream: ReturnType<typeof aStream>) => ({
    live: (_input: unknown, options: { readonly signal: AbortSignal }) => Promise.resolve(stream.open(options.signal)),
    status: () => Promise.resolve({}),
    usage: {
      series: (query: object) => (asked.series(query), Promise.resolve(aSeries(Date.now()))),
      periods: () => (asked.periods(), Promise.resolve(thePeriods(Date.now()))),
    },
  });
  const client = {
    gateway: gatewayOf(live.own),
    simulation: {
      gateway: gatewayOf(live.simulated),
      start: async () => asked.start(),
      stop: async () => asked.stop(),
      status: () => Promise.resolve({ running: isRunning }),
    },
    dashboard: { logOut: async (input: object) => asked.logOut(input) },
  } as unknown as PurserClient;
  const login = { headers: () => Promise.resolve({}), signedOut: () => 'ended' as const, leave: vi.fn() };
  const connect = vi.fn((): Connection => ({ client, login, close: vi.fn() }));
  const memory = aMemory();
  return { live, asked, login, connect, memory, end: () => void (isRunning = false) };
}

function aMemory(): Map<string, string> & Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return Object.assign(kept, {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
}

/** Live events that a test pushes; `fail` breaks the connection. */
function aStream() {
  let push: (event: LiveEvent) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  return {
    tell: async (...events: readonly LiveEvent[]) => {
      for (const event of events) push(event);
      await settled();
    },
    fail: async (error: Error) => {
      fail(error);
      await settled();
    },
    async *open(signal: AbortSignal): AsyncGenerator<LiveEvent> {
      const queue: LiveEvent[] = [];
      let wake = (): void => undefined;
      let broken: Error | undefined;
      push = (event) => (queue.push(event), wake());
      fail = (error) => ((broken = error), wake());
      signal.addEventListener('abort', () => wake());
      while (!signal.aborted) {
        if (broken !== undefined) throw broken;
        const event = queue.shift();
        if (event !== undefined) yield event;
        else await new Promise<void>((resolve) => void (wake = resolve));
      }
    },
  };
}

const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1);

/** A session that has heard its first snapshot. */
async function begun(host = aHost()) {
  const session = createSession(host.connect, host.memory);
  await settled();
  await host.live[host.memory.size > 0 ? 'simulated' : 'own'].tell(snapshot);
  return { ...host, session };
}

test('a snapshot makes it live, and has the whole history read', async () => {
  const { session, asked } = await begun();
  expect(session.store.get()).toMatchObject({ link: 'live', scene: 'own', state: { spentToday: 0 } });
  expect(asked.series.mock.calls).toEqual([
    [{ range: 'day', by: 'agent', span: undefined }],
    [{ range: 'hour', by: 'agent' }],
  ]);
  expect(asked.periods).toHaveBeenCalledOnce();
  expect(session.store.get().periods?.periods).toHaveLength(3);
});

test('a gateway of the first hours shows the hour, unless a person has picked another range', async () => {
  const young: LiveEvent = { ...snapshot, state: aState({ agents: [{ createdAt: NOW }] }) };
  const { session, live } = await begun();
  await live.own.tell(young);
  expect(session.store.get().chart.range).toBe('hour');
  session.setChart({ range: 'week' });
  await live.own.tell(young);
  expect(session.store.get().chart.range).toBe('week');
});

test('a choice on the chart is read at once, and only that is shown', async () => {
  const { session, asked } = await begun();
  asked.series.mockClear();
  session.setChart({ by: 'model', zoom: [{ from: 1, to: 2 }] });
  expect(asked.series).toHaveBeenCalledWith({ range: 'day', by: 'model', span: { from: 1, to: 2 } });
  await settled();
  expect(session.store.get().series?.chart.by).toBe('model');
});

test('the history is read anew each minute, but not while the link is down', async () => {
  const { asked, live, connect } = await begun();
  asked.periods.mockClear();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.periods).toHaveBeenCalledOnce();
  connect.mockImplementation(() => {
    throw new Error('down');
  });
  await live.own.fail(new Error('gone'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.periods).toHaveBeenCalledOnce();
});

test('a cost that a person has set has all sums read anew', async () => {
  const { live, asked } = await begun();
  asked.periods.mockClear();
  await live.own.tell({ type: 'corrected', request: aRequest(1, NOW) });
  expect(asked.periods).toHaveBeenCalledOnce();
});

test('a link that was lost keeps what was read, and comes back over another connection', async () => {
  const { session, live, connect } = await begun();
  await live.own.fail(new Error('gone'));
  expect(session.store.get()).toMatchObject({ link: 'lost', state: { spentToday: 0 } });
  expect(connect).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(300);
  expect(connect).toHaveBeenCalledTimes(2);
  await live.own.tell(snapshot);
  expect(session.store.get().link).toBe('live');
});

test('a browser that is not known any more shows nothing, and tries no more', async () => {
  const { session, live, connect } = await begun();
  await live.own.fail(new ORPCError('UNAUTHORIZED', { status: 401 }));
  expect(session.store.get()).toMatchObject({ link: 'signed-out', signedOut: 'ended', state: undefined });
  await vi.advanceTimersByTimeAsync(30_000);
  expect(connect).toHaveBeenCalledOnce();
});

test('calls go to the gateway of the scene on the screen', async () => {
  const { session, live, memory, asked } = await begun();
  const which = (): Promise<boolean> =>
    session.call((gateway, host) => Promise.resolve(gateway === host.simulation.gateway));
  expect(await which()).toBe(false);
  await session.startSimulation();
  expect(asked.start).toHaveBeenCalledOnce();
  expect(session.store.get()).toMatchObject({ scene: 'simulated', link: 'connecting', state: undefined });
  expect([...memory.values()]).toEqual(['simulated']);
  await live.simulated.tell(snapshot);
  expect(await which()).toBe(true);
  await session.leaveSimulation();
  expect(asked.stop).toHaveBeenCalledOnce();
  expect([session.store.get().scene, memory.size]).toEqual(['own', 0]);
});

test('what the scene before still tells is not heard', async () => {
  const { session, live } = await begun();
  await session.startSimulation();
  await live.own.tell({ type: 'request', request: aRequest(1, NOW) });
  expect(session.store.get().recent).toEqual([]);
});

test('a reload comes back to the simulation, and leaves it when somebody else has stopped it', async () => {
  const host = aHost();
  host.memory.setItem('purser:scene', 'simulated');
  const { session, live } = await begun(host);
  expect(session.store.get()).toMatchObject({ scene: 'simulated', link: 'live' });
  host.end();
  await live.simulated.fail(new Error('gone'));
  await settled();
  expect(session.store.get().scene).toBe('own');
});

test('logging out ends the session of this browser, and nothing is shown', async () => {
  const { session, asked, login } = await begun();
  await session.logOut(BROWSER);
  expect(asked.logOut).toHaveBeenCalledExactlyOnceWith({ id: BROWSER });
  expect(login.leave).toHaveBeenCalledOnce();
  expect(session.store.get()).toMatchObject({ link: 'signed-out', state: undefined });
});

test('a log-out that failed goes on showing what there is', async () => {
  const { session, asked, live, login } = await begun();
  asked.logOut.mockImplementation(() => {
    throw new Error('gone');
  });
  await expect(session.logOut(BROWSER)).rejects.toThrow('gone');
  await settled();
  await live.own.tell(snapshot);
  expect(session.store.get().link).toBe('live');
  expect(login.leave).not.toHaveBeenCalled();
});

test('a call that is never answered ends after two minutes', async () => {
  const { session } = await begun();
  const answer = session.call(() => new Promise(() => undefined));
  const ended = expect(answer).rejects.toThrow('no answer');
  await vi.advanceTimersByTimeAsync(120_000);
  await ended;
});
