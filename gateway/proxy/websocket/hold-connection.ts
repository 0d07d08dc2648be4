import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import { levelsOf } from '../admit/levels.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { OpenConnection } from './socket-room.ts';

/** An expiry that was moved earlier, or a clock that jumped, is noticed within this many milliseconds. */
const LOOK_AGAIN_MS = 60_000;

/**
 * Ends a connection together with its sub-key, even while nothing runs on it: its tool learns at once that it is over,
 * and not at its next frame. A stop cuts it; at its expiry it may finish what it has begun, as a request may.
 * @returns a function that unregisters it, for when it is closed
 */
export function holdConnection(
  deps: Pick<ProxyDeps, 'running' | 'directory' | 'limits' | 'clock'>,
  key: SubKeyRecord,
  provider: ProviderRecord,
  session: Pick<OpenConnection, 'drain'> & Pick<Parameters<ProxyDeps['running']['hold']>[0], 'cut'>,
): () => void {
  const release = deps.running.hold({ subKeyId: key.id, agentId: key.agentId, cut: session.cut });
  let timer: NodeJS.Timeout | undefined;
  const watch = (): void => {
    const leftMs =
      Math.min(...levelsOf(deps, key, provider).map(({ policy }) => policy.expiresAt ?? Infinity)) - deps.clock.now();
    if (leftMs <= 0) return session.drain(1008, 'expired');
    timer = setTimeout(watch, Math.min(leftMs, LOOK_AGAIN_MS)).unref();
  };
  watch();
  return () => {
    release();
    clearTimeout(timer);
  };
}
