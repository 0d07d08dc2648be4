import type { SubKeyRecord } from '../../ledger/records.ts';
import type { CutReason, RunningRequests } from '../../proxy/running/running-requests.ts';

/** A call under way, from its first check to its end: its client can leave it, and the person can cut it. */
export interface TrackedCall {
  readonly stopped: AbortSignal;
  /** Why the person cut it; undefined while nobody did. */
  cutBy(): CutReason | undefined;
  /** It goes to the server now: whoever cuts it waits until it has been taken back there. */
  sent(): void;
  /** Nothing more goes to the server: whoever cut it need not wait for what is written down. */
  left(): void;
  done(): void;
}

/** Registers a call, so that a revoke or a pause reaches it wherever it is. */
export function trackCall(
  running: Pick<RunningRequests, 'add'>,
  key: Pick<SubKeyRecord, 'id' | 'agentId'>,
  signal: AbortSignal,
): TrackedCall {
  const stop = new AbortController();
  let cut: CutReason | undefined;
  let isSent = false;
  let left: () => void = () => undefined;
  const isLeft = new Promise<void>((resolve) => (left = resolve));
  const leave = (): void => stop.abort('The client has cancelled this call.');
  const run = running.add({
    subKeyId: key.id,
    agentId: key.agentId,
    cut(reason) {
      cut ??= reason;
      stop.abort(reason.message);
      return isSent ? isLeft : Promise.resolve();
    },
  });
  stop.signal.addEventListener('abort', run.linger, { once: true });
  if (signal.aborted) leave();
  else signal.addEventListener('abort', leave, { once: true });
  return {
    stopped: stop.signal,
    cutBy: () => cut,
    sent: () => void (isSent = true),
    left,
    done() {
      signal.removeEventListener('abort', leave);
      left();
      run.done();
    },
  };
}
