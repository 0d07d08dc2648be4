import type { GatewayClient } from '../../shared/contract/contract.ts';
import type { SeriesRange, StateView } from '../../shared/contract/views.ts';
import type { Connection } from '../connect.ts';
import type { Scene } from './dashboard.ts';
import { followLive } from './live-link.ts';
import { isSignedOut } from './sentence.ts';
import { createSeriesFeed } from './series-feed.ts';
import { createStore } from './store.ts';
import type { Store } from './store.ts';

/** The dashboard's one connection to the world. */
export interface Session {
  readonly store: Store;
  /** Calls the gateway of the scene on the screen. */
  call<T>(run: (gateway: GatewayClient) => Promise<T>): Promise<T>;
  setRange(range: SeriesRange): void;
  startSimulation(): Promise<void>;
  leaveSimulation(): Promise<void>;
}

/** The history is read anew this often, so that the window slides and nothing local drifts. */
const REREAD_MS = 60_000;
/** Adding a provider key can wait for the person to unlock a keychain. */
const CALL_DEADLINE_MS = 120_000;

/** Connects, follows, and keeps reconnecting. `memory` remembers over a reload which scene was on the screen. */
export function createSession(connect: () => Connection, memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): Session {
  const store = createStore();
  let connection = connect();
  let rangePicked = false;
  let following = new AbortController();
  const gateway = (): GatewayClient => gatewayOf(connection, store.get().scene);
  const feed = createSeriesFeed(store, gateway);

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
          if (event.type === 'request') feed.noteRequest();
          store.dispatch(event);
          if (event.type !== 'snapshot') return;
          if (!rangePicked && isYoung(event.state, Date.now())) store.dispatch({ type: 'range', range: 'hour' });
          feed.load();
        },
        onLost(error) {
          store.dispatch({ type: 'link', link: isSignedOut(error) ? 'signed-out' : 'lost' });
          if (scene === 'simulated') void leaveIfStopped(mine.signal);
        },
      },
      mine.signal,
    );
  }

  /** Somebody else may have stopped the simulation; waiting for it to come back would be for ever. */
  async function leaveIfStopped(signal: AbortSignal): Promise<void> {
    const status = await connection.client.simulation.status().catch(() => undefined);
    if (status?.running === false && !signal.aborted) follow('own');
  }

  follow(memory.getItem(SCENE_KEY) === 'simulated' ? 'simulated' : 'own');
  setInterval(() => {
    if (store.get().link === 'live') feed.load();
  }, REREAD_MS);

  return {
    store,
    call: (run) => withDeadline(run(gateway())),
    setRange(range) {
      rangePicked = true;
      store.dispatch({ type: 'range', range });
      feed.load();
    },
    async startSimulation() {
      await withDeadline(connection.client.simulation.start());
      follow('simulated');
    },
    async leaveSimulation() {
      follow('own');
      await withDeadline(connection.client.simulation.stop());
    },
  };
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
