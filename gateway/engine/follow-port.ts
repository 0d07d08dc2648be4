import type { Logger } from '../platform/ports.ts';
import type { Engine } from './engine.ts';

/** Points connected tools at the port that the gateway has now, and tells the person which. */
export async function followPort(
  { connections, notices, clock, gateway }: Pick<Engine, 'connections' | 'notices' | 'clock' | 'gateway'>,
  log: Logger,
): Promise<void> {
  try {
    const { moved, left } = (await connections?.follow()) ?? { moved: [], left: [] };
    if (moved.length + left.length === 0) return;
    const text = [
      `Purser serves ${gateway.url} now.`,
      ...(moved.length > 0
        ? [`These tools were pointed there; restart those that are running: ${moved.join(', ')}.`]
        : []),
      ...(left.length > 0 ? [`Connect these again by hand: ${left.join(', ')}.`] : []),
    ].join(' ');
    notices.add({ at: clock.now(), kind: 'port-changed', agentId: null, text });
  } catch {
    log.log('error', 'port-not-followed');
  }
}
