/** Resolves at the first SIGTERM or SIGINT. A second one ends the process at once: the person is in a hurry. */
export function waitForStop(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = (): void => {
      if (asked) process.exit(130);
      asked = true;
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  });
}
