import type { ServerResponse } from 'node:http';
import type { Dialect } from '../../dialects/dialect.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { sendRefusal, endStream } from '../refuse/refusal.ts';
import type { Refusal } from '../refuse/refusal.ts';
import type { CutReason, RunningRequests } from './running-requests.ts';

/** A running request, which its client can stop and the person can cut. */
export interface TrackedRequest {
  /** Aborted when the client went away (`reason` is `client-gone`) or the request was cut. */
  readonly stopped: AbortSignal;
  /** Tells who stopped it; undefined while nobody did. */
  endedBy(): 'client-gone' | 'cut' | undefined;
  /** Aborted when the gateway shuts down: then nothing is waited for, read on or followed any more. */
  readonly givenUp: AbortSignal;
  abort(): void;
  /** Notes that the first item of a stream has been sent. */
  begin(): void;
  done(): void;
}

/**
 * The time that a client gets to read the reason of a cut, in milliseconds; one that does not read must not delay it.
 */
const CUT_GRACE_MS = 50;

/** Registers a request so that a revoke or pause reaches it between two events of its reply. */
export function trackRequest(
  running: RunningRequests,
  key: SubKeyRecord,
  response: ServerResponse,
  dialect: Dialect,
): TrackedRequest {
  const stop = new AbortController();
  const giveUp = new AbortController();
  let begun = false;
  // The client may have gone while the body was read.
  if (response.closed || response.destroyed) stop.abort('client-gone');
  response.once('close', () => {
    if (!response.writableFinished) stop.abort('client-gone');
  });
  const run = running.add({
    subKeyId: key.id,
    agentId: key.agentId,
    cut(reason) {
      if (reason.code === 'shutting-down') giveUp.abort();
      stop.abort('cut');
      return endReply(response, dialect, reason, begun);
    },
  });
  // From then on the request waits only for its cost.
  if (stop.signal.aborted) run.linger();
  else stop.signal.addEventListener('abort', run.linger, { once: true });
  const endedBy = (): 'client-gone' | 'cut' | undefined =>
    stop.signal.aborted ? (stop.signal.reason === 'client-gone' ? 'client-gone' : 'cut') : undefined;
  return {
    stopped: stop.signal,
    endedBy,
    givenUp: giveUp.signal,
    abort: () => stop.abort('fault'),
    begin: () => void (begun = true),
    done: run.done,
  };
}

/** The refusal for the client of a cut request. After a restart, the gateway may serve it. */
export function refusalOfCut({ code, message }: CutReason): Refusal {
  return { kind: code === 'shutting-down' ? 'purser-fault' : 'not-allowed', code, message };
}

/** Ends the client's reply with the reason. Resolves when that is sent, or nobody takes it. */
async function endReply(response: ServerResponse, dialect: Dialect, reason: CutReason, begun: boolean): Promise<void> {
  if (response.closed || response.destroyed) return;
  const closed = new Promise<void>((resolve) => {
    response.once('finish', resolve);
    response.once('close', resolve);
  });
  const refusal = refusalOfCut(reason);
  if (response.headersSent) endStream(response, dialect, refusal, begun);
  else sendRefusal(response, dialect, refusal);
  const timer = setTimeout(() => response.destroy(), CUT_GRACE_MS);
  await closed;
  clearTimeout(timer);
}
