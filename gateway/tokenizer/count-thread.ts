import type { Worker } from 'node:worker_threads';
import type { CountJob, CountReply } from './count-worker.ts';

/** A thread that counts one text at a time. */
export interface CountThread {
  /** @throws when the thread breaks off @param ready called once the tables are there, before the count begins */
  run(job: CountJob, ready: () => void): Promise<number>;
  stop(): Promise<void>;
}

export function createCountThread(start: () => Promise<Worker>): CountThread {
  const started = start();
  return {
    async run(job, ready) {
      const worker = await started;
      return new Promise((resolve, reject) => {
        const hear = (news: CountReply): void => {
          if (news === 'ready') return ready();
          finish();
          resolve(news);
        };
        const fail = (): void => {
          finish();
          reject(new Error('the thread that counts has ended'));
        };
        const finish = (): void => void worker.off('message', hear).off('error', fail).off('exit', fail);
        worker.on('message', hear).on('error', fail).on('exit', fail);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, which has no origin
        worker.postMessage(job);
      });
    },
    async stop() {
      const worker = await started.catch(() => undefined);
      await worker?.terminate();
    },
  };
}
