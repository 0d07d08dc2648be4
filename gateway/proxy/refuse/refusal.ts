import type { RefusalFact } from '../../../shared/refusals/refusal-facts.ts';
import type { ServerResponse } from 'node:http';
import { PurserError } from '../../../shared/errors.ts';
import type { Dialect, ErrorKind } from '../../dialects/dialect.ts';
import { statusFor } from '../../dialects/refusal-status.ts';
import { bytesIn, framingOf } from '../relay/framing.ts';

/** A refusal by Purser itself, before the dialect gives it its shape. */
export interface Refusal {
  readonly kind: ErrorKind;
  /** The stable, greppable name of the rule or fault behind the refusal. */
  readonly code: string;
  readonly message: string;
  /** The same as a code and values, for pages; left out where there is no code for it. */
  readonly about?: RefusalFact;
  /** Seconds after which the same request may pass: soon (`rate-limited`), or on another day. */
  readonly retryAfterS?: number;
}

/** The refusal when Purser itself failed: an expected failure gives its sentence; any other gives only the fact. */
export function refusalOfFault(error: unknown): Refusal {
  return {
    kind: 'purser-fault',
    code: 'purser-fault',
    message: error instanceof PurserError ? error.message : 'Purser could not finish this request. See its log.',
  };
}

/** The name of a fault for the log. */
export function faultName(error: unknown): string {
  return error instanceof PurserError ? error.code : 'unexpected';
}

const PASSING: readonly ErrorKind[] = ['rate-limited', 'provider-unreachable', 'purser-fault'];

/** True if the same request may succeed later. */
export function mayPassLater({ kind }: Pick<Refusal, 'kind'>): boolean {
  return PASSING.includes(kind);
}

/** Refuses in the dialect's own format. Official SDKs read `x-should-retry` and do not hammer a closed door. */
export function sendRefusal(response: ServerResponse, dialect: Dialect, refusal: Refusal): void {
  // The beginning of a stream has already been sent, to keep the client waiting.
  if (response.headersSent) return endStream(response, dialect, refusal, false);
  const lastWord = mayPassLater(refusal) ? undefined : dialect.lastWord?.(response.req.headers, refusal.message);
  if (lastWord !== undefined) return sendStream(response, lastWord);
  const retry = refusal.kind === 'provider-unreachable' || refusal.kind === 'rate-limited';
  if (refusal.retryAfterS !== undefined) response.setHeader('retry-after', refusal.retryAfterS);
  const status = statusFor(refusal.kind, response.req.headers);
  sendJson(response, status, dialect.errorBody(refusal.kind, refusal.code, refusal.message, status), retry);
}

/**
 * Ends a begun stream with an error that the client's SDK reports as such.
 * @param begun true if an item has been sent
 */
export function endStream(
  response: ServerResponse,
  dialect: Dialect,
  { kind, code, message }: Refusal,
  begun: boolean,
): void {
  if (response.writableEnded) return;
  const lastWord = mayPassLater({ kind }) ? undefined : dialect.lastWord?.(response.req.headers, message);
  const framing = framingOf(response.getHeader('content-type'));
  response.end(lastWord ?? bytesIn(framing, dialect.streamError(code, message, framing, begun)));
}

/** Sends a JSON error and closes the connection, so that nothing waits for an unread body. */
export function sendJson(response: ServerResponse, status: number, body: string, retry: boolean): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-should-retry': String(retry),
    connection: 'close',
  });
  response.end(body);
}

function sendStream(response: ServerResponse, events: string): void {
  if (response.destroyed) return;
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'content-length': Buffer.byteLength(events),
    connection: 'close',
  });
  response.end(events);
}
