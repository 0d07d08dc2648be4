import type { GatewayClient, PurserClient } from '../../../shared/contract/contract.ts';
import type { StateView } from '../../../shared/contract/views.ts';
import type { BrowserId } from '../../../shared/ids.ts';
import type { Connection } from '../../connect.ts';
import type { ChartChoice, Scene } from './dashboard.ts';
import { createFeed } from './feed.ts';
import type { Feed } from './feed.ts';
import { followLive } from './live-link.ts';
import { isSignedOut, sentenceOf } from '../words/sentence.ts';
import { createStore } from './store.ts';
import type { Store } from './store.ts';
import { seriesQuery } from '../chart/zoom.ts';

/** The dashboard's one connection to the world. */
export interface Session {
  readonly store: Store;
  /** Calls the gateway of the scene on the screen, or the host around it. */
  call<T>(run: (gateway: GatewayClient, host: PurserClient) => Promise<T>): Promise<T>;
  setChart(chart: Partial<ChartChoice>): void;
  startSimulation(): Promise<void>;
  leaveSimulation(): Promise<void>;
  /** Ends the session of this browser, and shows nothing any more. @param id its own */
  logOut(id: BrowserId): Promise<void>;
}

/** The history is read anew this often, so that the window slides and nothing local drifts. */
const REREAD_MS = 60_000;
/** Adding a provider key can wait for the person to unlock a keychain. */
const CALL_DEADLINE_MS = 120_000;

/** Connects, follows, and keeps reconnecting. `memory` remembers over a reload which scene was on the screen. */
export function createSession(
  connect: () => Connection,
  memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): Session {
  const store = createStore();
  let connection = connect();
  let rangePicked = false;
  let following = new AbortController();
  const gateway = (): GatewayClient => gatewayOf(connection, store.get().scene);
  const feeds = createFeeds(store, gateway);
  const load = (): void => feeds.forEach((feed) => feed.load());

  function follow(scene: Scene): void {
    following.abort();
    const mine = new AbortController();
    following = mine;
    if (scene === 'simulated') memory.setItem(SCENE_KEY, scene);
    else memory.removeItem(SCENE_KEY);
    store.dispatch({ type: 'scene', scene });
    let first = true;
    void followLive(
      {
        open() {
          if (!first) {
            connection.close();
            connection = connect();
          }
          first = false;
          return gatewayOf(connection, scene);
        },
        onEvent(event) {
          if (mine.signal.aborted) return;
          if (event.type === 'request') for (const feed of feeds) feed.noteRequest();
          store.dispatch(event);
          if (event.type === 'corrected') load();
          if (event.type !== 'snapshot') return;
          if (!rangePicked && isYoung(event.state, Date.now()))
            store.dispatch({ type: 'chart', chart: { ...store.get().chart, range: 'hour' } });
          load();
        },
        onLost(error) {
          if (isSignedOut(error)) return signOut();
          store.dispatch({ type: 'link', link: 'lost' });
          if (scene === 'simulated') void leaveIfStopped(mine.signal);
        },
      },
      mine.signal,
    );
  }

  /** No attempt brings a session back: only a login link does, and that loads the page anew. */
  function signOut(): void {
    following.abort();
    store.dispatch({ type: 'signed-out', why: connection.login?.signedOut() ?? 'never' });
  }

  /** Somebody else may have stopped the simulation; waiting for it to come back would be for ever. */
  async function leaveIfStopped(signal: AbortSignal): Promise<void> {
    const status = await connection.client.simulation.status().catch(() => undefined);
    if (status?.running === false && !signal.aborted) follow('own');
  }

  follow(memory.getItem(SCENE_KEY) === 'simulated' ? 'simulated' : 'own');
  setInterval(() => {
    if (store.get().link === 'live') load();
  }, REREAD_MS);

  return {
    store,
    call: (run) => withDeadline(run(gateway(), connection.client)),
    setChart(chart) {
      if (chart.range !== undefined || chart.zoom !== undefined) rangePicked = true;
      store.dispatch({ type: 'chart', chart: { ...store.get().chart, ...chart } });
      load();
    },
    async startSimulation() {
      await withDeadline(connection.client.simulation.start());
      follow('simulated');
    },
    async leaveSimulation() {
      follow('own');
      await withDeadline(connection.client.simulation.stop());
    },
    async logOut(id) {
      // What is followed is cut with the session: that is no gateway that was lost.
      following.abort();
      try {
        await withDeadline(connection.client.dashboard.logOut({ id }));
      } catch (error) {
        follow(store.get().scene);
        throw error;
      }
      connection.login?.leave();
      signOut();
    },
  };
}

/**
 * The chart, the last hour, and the running day, week and month. The chart is asked for what is chosen at that moment.
 */
function createFeeds(store: Store, gateway: () => GatewayClient): readonly Feed[] {
  const onProblem = (error: unknown): void => store.dispatch({ type: 'history-problem', sentence: sentenceOf(error) });
  return [
    createFeed({
      async read() {
        const { chart } = store.get();
        return { chart, view: await gateway().usage.series(seriesQuery(chart)) };
      },
      onRead: (read) => store.dispatch({ type: 'series', ...read }),
      onProblem,
    }),
    createFeed({
      read: () => gateway().usage.series({ range: 'hour', by: 'agent' }),
      onRead: (view) => store.dispatch({ type: 'pace', view }),
      onProblem,
    }),
    createFeed({
      read: () => gateway().usage.periods(),
      onRead: (view) => store.dispatch({ type: 'periods', view }),
      onProblem,
    }),
  ];
}

/** In the first hours a day's chart is one bar at its edge; the hour shows something move. */
function isYoung(state: StateView, now: number): boolean {
  return state.agents.every((agent) => now - agent.createdAt < YOUNG_MS);
}

const YOUNG_MS = 3 * 3_600_000;
const SCENE_KEY = 'purser:scene';

function gatewayOf(connection: Connection, scene: Scene): GatewayClient {
  return scene === 'simulated' ? connection.client.simulation.gateway : connection.client.gateway;
}

/** A port whose other side died never answers; a button must not wait for ever. */
async function withDeadline<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer')), CALL_DEADLINE_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
