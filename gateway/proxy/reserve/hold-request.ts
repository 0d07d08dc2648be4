import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from '../../dialects/dialect.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import type { Route } from '../admit/check-route.ts';
import type { ReadResult } from '../admit/read-request.ts';
import { sessionOf } from '../caller/session.ts';
import { inputCounter } from './count-input.ts';
import type { CountDeps } from './count-input.ts';
import { reserve } from './reserve.ts';
import type { ReserveOutcome } from './outcome.ts';
import type { ReserveDeps } from './reserve.ts';

/** A request that was read and may be made, over HTTP or a WebSocket: it lacks only money. */
export interface ReadyRequest {
  readonly key: SubKeyRecord;
  readonly route: Route;
  readonly operation: Operation;
  readonly read: Extract<ReadResult, { readonly ok: true }>;
  /** The headers that its client sent, or opened its connection with. */
  readonly headers: IncomingHttpHeaders;
  /** The repository that its tool works in, where an earlier request has shown it. */
  readonly project: string | null;
  /** Keeps the client waiting while a person is asked. @returns a function that ends that */
  readonly keepPatient: () => () => void;
  /** Aborted when nobody waits for this request any more. */
  readonly stopped: AbortSignal;
  /** Aborted when nobody waits even for its cost. */
  readonly givenUp: AbortSignal;
}

/** Holds what it can spend before a stop, against every cap, or refuses. */
export function holdRequest(deps: ReserveDeps & CountDeps, ready: ReadyRequest): Promise<ReserveOutcome> {
  const { key, route, operation, read, headers } = ready;
  const counted = { call: read.call, operation, route };
  return reserve(deps, {
    key,
    provider: route.provider,
    spec: route.spec,
    ask: read.ask,
    body: read.call.body,
    endpoint: route.found.endpoint.path,
    session: sessionOf(headers, read.call.body),
    project: ready.project,
    largeContext: route.largeContext,
    countInput: inputCounter(deps, counted, ready.stopped),
    countLater: inputCounter(deps, counted, ready.givenUp),
    meter: operation.createMeter && ((form) => operation.createMeter?.(form, form.framing ?? 'events')),
    keepPatient: ready.keepPatient,
    stopped: ready.stopped,
  });
}
