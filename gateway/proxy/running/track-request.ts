import type { ServerResponse } from 'node:http';
import type { Dialect } from '../../dialects/dialect.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { sendRefusal, endStream } from '../refuse/refusal.ts';
import type { Refusal } from '../refuse/refusal.ts';
import type { CutReason, RunningRequests } from './running-requests.ts';

/** A request under way: it can be stopped by its client, or cut by the person. */
export interface TrackedRequest {
  /** Aborted when the client went away (`reason` is `client-gone`) or the request was cut. */
  readonly stopped: AbortSignal;
  /** Who stopped it: undefined while nobody did. */
  endedBy(): 'client-gone' | 'cut' | undefined;
  /** Aborted when the gateway shuts down: then nothing is waited for, read on or followed any more. */
  readonly givenUp: AbortSignal;
  abort(): void;
  /** The first item of a stream has been sent. */
  begin(): void;
  done(): void;
}

/** A client that does not read must not keep a cut from being final. */
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
  // It may have gone while its body was read.
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
  // From now on only its cost is waited for.
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

/** What the client of a request that is cut is told. A gateway that is started again may serve it. */
export function refusalOfCut({ code, message }: CutReason): Refusal {
  return { kind: code === 'shutting-down' ? 'purser-fault' : 'not-allowed', code, message };
}

/** Ends what its client gets with the reason. Resolves when it is out, or nobody takes it. */
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
