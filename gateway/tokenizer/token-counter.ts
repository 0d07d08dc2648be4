import type { Worker } from 'node:worker_threads';
import type { CountTokens } from '../dialects/dialect.ts';
import { createCountThread } from './count-thread.ts';
import type { CountThread } from './count-thread.ts';
import type { CountJob } from './count-worker.ts';
import { vocabularyOf } from './vocabularies.ts';
import type { Vocabulary } from './vocabularies.ts';

/** Counts tokens beside the event loop, one text after another. */
export interface TokenCounter {
  readonly count: CountTokens;
  /** Ends the thread. Texts that wait are not counted any more. */
  close(): Promise<void>;
}

interface Options {
  /** Most time from the moment a text is handed over until its count is there; a later count is of no use. */
  readonly deadlineMs?: number;
  /** On top of it, for the tables, when they are first needed. */
  readonly loadMs?: number;
  readonly start?: () => Promise<Worker>;
}

interface Job extends CountJob {
  readonly outcome: Promise<number | undefined>;
  settle(tokens: number | undefined): void;
  /** The caller stops waiting after this time. */
  within(ms: number): void;
  isOver(): boolean;
}

const DEADLINE_MS = 1_000;
const LOAD_MS = 10_000;
/** No model reads more. */
const MOST_CHARACTERS = 2 ** 24;

/** A counter with one thread, which is started when it is first needed, and replaced when it has taken too long. */
export function createTokenCounter(options: Options = {}): TokenCounter {
  const { deadlineMs = DEADLINE_MS, loadMs = LOAD_MS, start = startHere } = options;
  const waiting: Job[] = [];
  const loaded = new Set<Vocabulary>();
  let thread: CountThread | undefined;
  let working = false;
  let closed = false;

  const stop = async (): Promise<void> => {
    const old = thread;
    thread = undefined;
    loaded.clear();
    await old?.stop();
  };

  const run = async (job: Job): Promise<void> => {
    thread ??= createCountThread(start);
    const ready = (): void => {
      if (!loaded.has(job.vocabulary)) job.within(deadlineMs);
      loaded.add(job.vocabulary);
    };
    const { text, vocabulary } = job;
    const counted = thread.run({ text, vocabulary }, ready).catch(() => undefined);
    const tokens = await Promise.race([counted, job.outcome]);
    if (tokens === undefined) void stop();
    job.settle(tokens);
  };

  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) if (!job.isOver()) await run(job);
    working = false;
  };

  return {
    count(text, model) {
      const vocabulary = vocabularyOf(model);
      if (closed || vocabulary === undefined || text.length > MOST_CHARACTERS) return Promise.resolve(undefined);
      const job = createJob({ text, vocabulary });
      job.within(deadlineMs + (loaded.has(vocabulary) ? 0 : loadMs));
      waiting.push(job);
      void work();
      return job.outcome;
    },
    async close() {
      closed = true;
      for (const job of waiting) job.settle(undefined);
      await stop();
    },
  };
}

function createJob(what: CountJob): Job {
  let over = false;
  let clock: NodeJS.Timeout | undefined;
  let resolve: ((tokens: number | undefined) => void) | undefined;
  const outcome = new Promise<number | undefined>((resolveIt) => void (resolve = resolveIt));
  const settle = (tokens: number | undefined): void => {
    clearTimeout(clock);
    over = true;
    resolve?.(tokens);
  };
  return {
    ...what,
    outcome,
    settle,
    within(ms) {
      clearTimeout(clock);
      if (!over) clock = setTimeout(() => settle(undefined), ms).unref();
    },
    isOver: () => over,
  };
}

/** Imported when it is needed only: see there. */
async function startHere(): Promise<Worker> {
  const { startWorker } = await import('./start-worker.ts');
  return startWorker();
}
