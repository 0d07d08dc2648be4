/**
 * A signal that is aborted with the first of these, which must live no longer than it. Unlike `AbortSignal.any`, whose
 * results Node keeps for good once somebody listens to them and nothing aborts them: every request left some twenty
 * kilobytes behind. Source: Node 24, lib/internal/abort_controller.js, `gcPersistentSignals`.
 */
export function anySignal(...signals: readonly AbortSignal[]): AbortSignal {
  const first = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) first.abort(signal.reason);
    else signal.addEventListener('abort', () => first.abort(signal.reason), { once: true });
  }
  return first.signal;
}
