import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { SubKeyId } from '../../shared/ids.ts';
import type { Ending } from './client.ts';
import type { RequestPlan } from './request.ts';

/** The order to a thread that streams with a sub-key and revokes it. */
export interface RevokeOrder {
  readonly url: string;
  readonly dataFolder: string;
  readonly id: SubKeyId;
  readonly secret: string;
  readonly plans: readonly RequestPlan[];
}

/** How fast a revoke was: by the gateway's own measure, and from the call to the last byte any client got. */
export interface RevokeSeen {
  readonly streams: number;
  readonly reportedMs: number;
  readonly seenMs: number;
  /** The longest time for which the watching thread itself stood still meanwhile, and could see nothing. */
  readonly blindMs: number;
  /** When it was called and when it was answered, on the clock of `performance.now()`. */
  readonly calledAt: number;
  readonly answeredAt: number;
}

/** Times in it are of the thread's own clock, which began at `timeOrigin`. */
export type RevokeReport = RevokeSeen & { readonly endings: readonly Ending[]; readonly timeOrigin: number };

/** A person who is ready to revoke, in a thread of its own. */
export interface Revoker {
  revoke(order: RevokeOrder): Promise<RevokeSeen & { readonly endings: readonly Ending[] }>;
  close(): Promise<void>;
}

/** Starts the thread; it takes a while to load, so this is done before the storm. */
export async function startRevoker(): Promise<Revoker> {
  const worker = new Worker(new URL('revoke-runner.ts', import.meta.url));
  await once(worker, 'message');
  return {
    async revoke(order) {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(order);
      const [report]: RevokeReport[] = await once(worker, 'message');
      if (!report) throw new Error('the revoking thread said nothing');
      const shift = report.timeOrigin - performance.timeOrigin;
      const here = <T extends { readonly sentAt: number; readonly lastByteAt: number; readonly endedAt: number }>(
        ending: T,
      ): T => ({
        ...ending,
        sentAt: ending.sentAt + shift,
        lastByteAt: ending.lastByteAt + shift,
        endedAt: ending.endedAt + shift,
      });
      return {
        ...report,
        calledAt: report.calledAt + shift,
        answeredAt: report.answeredAt + shift,
        endings: report.endings.map(here),
      };
    },
    close: async () => void (await worker.terminate()),
  };
}
