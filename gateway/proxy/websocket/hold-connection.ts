import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import { levelsOf } from '../admit/levels.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Session } from './session.ts';

/** A date of expiry that was moved nearer, or a clock that jumped, is noticed after this. */
const LOOK_AGAIN_MS = 60_000;

/**
 * Ends a connection with its sub-key also while nothing is under way on it: its tool learns at once that it is over,
 * and not from its next frame. A stop cuts it; at its expiry it may finish what it has begun, as a request may.
 * @returns what forgets it, for when it is closed
 */
export function holdConnection(
  deps: Pick<ProxyDeps, 'running' | 'directory' | 'limits' | 'clock'>,
  key: SubKeyRecord,
  provider: ProviderRecord,
  session: Session,
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
