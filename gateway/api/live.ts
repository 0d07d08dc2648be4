import type { LiveEvent } from '../../shared/contract/views.ts';
import type { Engine } from '../engine/engine.ts';

/** The whole state is sent at most this often, in milliseconds: a burst of settlements becomes one update. */
const STATE_EVERY_MS = 100;
/** The most events kept for a client that does not read; after that it gets a fresh snapshot instead of a backlog. */
const MAX_BACKLOG = 1_000;
/**
 * The interval at which the state is sent anyway, in milliseconds: windows roll over and reservations come and go
 * without an event.
 */
const HEARTBEAT_MS = 5_000;

/**
 * Yields a snapshot, then deltas, until the caller goes away.
 * @param recentCount how many settled requests the snapshot carries, and how many refused ones
 */
export async function* live(
  engine: Engine,
  signal: AbortSignal | undefined,
  recentCount = 50,
): AsyncGenerator<LiveEvent, void, void> {
  let backlog: LiveEvent[] = [];
  let stale = false;
  let stateDue = false;
  let wake: (() => void) | undefined;
  const push = (event: LiveEvent): void => {
    if (backlog.length < MAX_BACKLOG) backlog.push(event);
    else stale = true;
    wake?.();
  };
  const noteState = (): void => {
    if (stateDue) return;
    stateDue = true;
    setTimeout(() => {
      stateDue = false;
      push({ type: 'state', state: engine.views.state() });
    }, STATE_EVERY_MS);
  };
  const snapshot = async (): Promise<LiveEvent> => {
    const [recent, refused] = await Promise.all([
      engine.ledger.recent(recentCount),
      engine.ledger.recentRefusals(recentCount),
    ]);
    return { type: 'snapshot', recent: [...recent], refused: [...refused], state: engine.views.state() };
  };

  const stopSettled = engine.settled.on((request) => {
    push({ type: 'request', request });
    noteState();
  });
  const stopRefusal = engine.refusal.on((refusal) => push({ type: 'refusal', refusal }));
  const stopCorrected = engine.corrected.on((request) => push({ type: 'corrected', request }));
  const stopChanged = engine.changed.on(noteState);
  const heartbeat = setInterval(noteState, HEARTBEAT_MS);
  const onAbort = (): void => wake?.();
  signal?.addEventListener('abort', onAbort);
  try {
    yield await snapshot();
    while (!signal?.aborted) {
      if (backlog.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      const events = stale ? [await snapshot()] : backlog;
      stale = false;
      backlog = [];
      yield* events;
    }
  } finally {
    stopSettled();
    stopRefusal();
    stopCorrected();
    stopChanged();
    clearInterval(heartbeat);
    signal?.removeEventListener('abort', onAbort);
  }
}
