import { Worker } from 'node:worker_threads';

/** More than a tokenizer with a whole body in its hands has ever needed. */
const MOST_MEMORY_MB = 512;

/**
 * Starts the thread that counts. Its file lies beside this one: in the sources, and in the bundles, where both are put
 * into the folder of the chunks. This module is imported when it is needed only, so that it stays a file of its own.
 */
export function startWorker(): Worker {
  const file = import.meta.url.endsWith('.ts') ? './count-worker.ts' : './count-worker.js';
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MEMORY_MB };
  const worker = new Worker(new URL(file, import.meta.url), { resourceLimits });
  // It keeps no process alive.
  worker.unref();
  return worker;
}
