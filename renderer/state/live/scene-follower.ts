import type { GatewayClient } from '../../../shared/contract/contract.ts';
import type { LiveEvent } from '../../../shared/contract/views.ts';
import type { Connection } from '../../connect.ts';
import { isSignedOut } from '../words/sentence.ts';
import type { Scene } from './dashboard.ts';
import { followLive } from './live-link.ts';
import type { Store } from './store.ts';

/** The scene on the screen, and the connection that it comes through. */
export interface SceneFollower {
  connection(): Connection;
  /** The gateway of the scene on the screen. */
  gateway(): GatewayClient;
  /** Shows another scene, or the same one from its beginning. */
  follow(scene: Scene): void;
  /** Hears nothing any more. */
  stop(): void;
  /** Shows nothing any more. No attempt brings a session back: only a login link does, and that loads the page anew. */
  signOut(): void;
}

const SCENE_KEY = 'purser:scene';

/** The scene that was on the screen before a reload. */
export function rememberedScene(memory: Pick<Storage, 'getItem'>): Scene {
  return memory.getItem(SCENE_KEY) === 'simulated' ? 'simulated' : 'own';
}

/** Makes a follower that hears nothing yet. @param onEvent hears the events of the scene on the screen only */
export function createSceneFollower(
  connect: () => Connection,
  memory: Pick<Storage, 'setItem' | 'removeItem'>,
  store: Store,
  onEvent: (event: LiveEvent) => void,
): SceneFollower {
  let connection = connect();
  let following = new AbortController();

  function follow(scene: Scene): void {
    following.abort();
    const mine = new AbortController();
    following = mine;
    if (scene === 'simulated') memory.setItem(SCENE_KEY, scene);
    else memory.removeItem(SCENE_KEY);
    store.dispatch({ type: 'scene', scene });
    let isFirst = true;
    void followLive(
      {
        open() {
          if (!isFirst) {
            connection.close();
            connection = connect();
          }
          isFirst = false;
          return gatewayOf(connection, scene);
        },
        onEvent,
        onLost(error) {
          if (isSignedOut(error)) return signOut();
          store.dispatch({ type: 'link', link: 'lost' });
          if (scene === 'simulated') void leaveIfStopped(mine.signal);
        },
      },
      mine.signal,
    );
  }

  function signOut(): void {
    following.abort();
    store.dispatch({ type: 'signed-out', why: connection.login?.signedOut() ?? 'never' });
  }

  /** Another window may have stopped the simulation; waiting for it to come back would be for ever. */
  async function leaveIfStopped(signal: AbortSignal): Promise<void> {
    const status = await connection.client.simulation.status().catch(() => undefined);
    if (status?.running === false && !signal.aborted) follow('own');
  }

  return {
    connection: () => connection,
    gateway: () => gatewayOf(connection, store.get().scene),
    follow,
    stop: () => following.abort(),
    signOut,
  };
}

function gatewayOf({ client }: Connection, scene: Scene): GatewayClient {
  return scene === 'simulated' ? client.simulation.gateway : client.gateway;
}
