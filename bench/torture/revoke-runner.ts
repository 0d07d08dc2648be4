import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parentPort } from 'node:worker_threads';
import { withGateway } from '../../cli/connect.ts';
import { send } from './client.ts';
import { until } from './stage.ts';
import type { RevokeOrder, RevokeReport } from './revoke.ts';

// A thread of its own: the one that plays the provider and all other clients is busy, and would be slow to notice a
// cut.
const WATCH_MS = 2;
const FLOWING_BYTES = 500;
const FLOWING_MS = 10_000;

const tell = (message: RevokeReport | 'ready'): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
};
parentPort?.on('message', (order: RevokeOrder) => void revoke(order).then(tell));
tell('ready');

async function revoke({ url, dataFolder, id, secret, plans }: RevokeOrder): Promise<RevokeReport> {
  const sendings = plans.map((plan) => send(plan, url, secret));
  await until(() => sendings.every((sending) => sending.bytes() > FLOWING_BYTES), FLOWING_MS);
  return withGateway(dataFolder, async (gateway) => {
    // The connection stands already, as it does for the tray.
    await gateway.status();
    const stalls = monitorEventLoopDelay({ resolution: WATCH_MS });
    stalls.enable();
    const calledAt = performance.now();
    const { cutRequests, cutMs } = await gateway.keys.revoke({ id });
    const answeredAt = performance.now();
    const endings = await Promise.all(sendings.map(({ ended }) => ended));
    stalls.disable();
    const blindMs = Math.max(0, stalls.max / 1e6 - WATCH_MS);
    const seenMs = Math.max(...endings.map((ending) => ending.lastByteAt - calledAt));
    return {
      endings,
      streams: cutRequests,
      reportedMs: cutMs,
      seenMs,
      blindMs,
      calledAt,
      answeredAt,
      timeOrigin: performance.timeOrigin,
    };
  });
}
