import type { GatewayClient, PurserClient } from '../../../shared/contract/contract.ts';
import type { LiveEvent, StateView } from '../../../shared/contract/views.ts';
import type { BrowserId } from '../../../shared/ids.ts';
import type { Connection } from '../../connect.ts';
import { withDeadline } from './call-deadline.ts';
import type { ChartChoice } from '../chart/chart-choice.ts';
import { createHistory } from './history.ts';
import { createSceneFollower, rememberedScene } from './scene-follower.ts';
import { createStore } from './store.ts';
import type { Store } from './store.ts';

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
/** In the first hours a day's chart is one bar at its edge; the hour shows something move. */
const YOUNG_MS = 3 * 3_600_000;

/** Connects, follows, and keeps reconnecting. `memory` remembers over a reload which scene was on the screen. */
export function createSession(
  connect: () => Connection,
  memory: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): Session {
  const store = createStore();
  const follower = createSceneFollower(connect, memory, store, onEvent);
  const { gateway, follow } = follower;
  const host = (): PurserClient => follower.connection().client;
  const history = createHistory(store, gateway);
  let isRangePicked = false;

  function onEvent(event: LiveEvent): void {
    if (event.type === 'request') history.noteRequest();
    store.dispatch(event);
    if (event.type === 'snapshot' && !isRangePicked && isYoung(event.state, Date.now())) showChart({ range: 'hour' });
    if (event.type === 'snapshot' || event.type === 'corrected') history.load();
  }

  function showChart(changes: Partial<ChartChoice>): void {
    store.dispatch({ type: 'chart', chart: { ...store.get().chart, ...changes } });
  }

  follow(rememberedScene(memory));
  setInterval(() => {
    if (store.get().link === 'live') history.load();
  }, REREAD_MS);

  return {
    store,
    call: (run) => withDeadline(run(gateway(), host())),
    setChart(changes) {
      if (changes.range !== undefined || changes.zoom !== undefined) isRangePicked = true;
      showChart(changes);
      history.load();
    },
    async startSimulation() {
      await withDeadline(host().simulation.start());
      follow('simulated');
    },
    async leaveSimulation() {
      follow('own');
      await withDeadline(host().simulation.stop());
    },
    async logOut(id) {
      // The live events are cut with the session: without this, that would look like a gateway that was lost.
      follower.stop();
      try {
        await withDeadline(host().dashboard.logOut({ id }));
      } catch (error) {
        follow(store.get().scene);
        throw error;
      }
      follower.connection().login?.leave();
      follower.signOut();
    },
  };
}

function isYoung(state: StateView, now: number): boolean {
  return state.agents.every((agent) => now - agent.createdAt < YOUNG_MS);
}
