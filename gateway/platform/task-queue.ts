/** Runs tasks one after the other, in the order they arrived; a failed one does not stop the next. */
export interface TaskQueue {
  run<Result>(task: () => Promise<Result>): Promise<Result>;
}

/** Makes an independent queue: two queues do not wait for each other. */
export function createTaskQueue(): TaskQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(task) {
      const result = last.then(task);
      last = result.catch(() => undefined);
      return result;
    },
  };
}
