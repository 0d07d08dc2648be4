const LOOK_EVERY_MS = 1_000;

/**
 * Ends this process as SIGTERM does when the one that started it is gone. npm passes a signal on to the shell it runs a
 * script in, and that shell dies of it and passes nothing on: whoever stops `npm start` would leave Purser running,
 * unseen.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    // Once: a second one would mean "now", to what drains its requests.
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  look.unref();
}
