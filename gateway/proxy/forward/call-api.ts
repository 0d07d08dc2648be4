import { pipeline } from 'node:stream/promises';
import type { HttpOptions } from '../../../shared/contract/http-views.ts';
import { ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { Reservation } from '../../accounts/spend/reservation.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import { explainUnreachable } from '../../domain/words/unreachable.ts';
import { attribute } from '../caller/attribute.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import { refusalOfFault, sendRefusal } from '../refuse/refusal.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { createKeyHider } from '../relay/hide-key.ts';
import { openReply } from '../relay/open-reply.ts';
import type { TeeResponse } from '../relay/tee-response.ts';
import { holdCall } from '../reserve/hold-call.ts';
import type { PricedCall } from '../reserve/hold-call.ts';
import { trackRequest } from '../running/track-request.ts';
import type { TrackedRequest } from '../running/track-request.ts';
import { forward } from './forward.ts';
import type { Target } from './forward.ts';

/** Holding, attributing, keeping and forwarding, at once: a call is short. */
type CallDeps = Parameters<typeof holdCall>[0] &
  Parameters<typeof attribute>[0] &
  Pick<ProxyDeps, 'running' | 'bodies' | 'dispatcher' | 'hopTo'>;

interface ApiCall extends PricedCall {
  readonly dialect: Dialect;
  readonly response: TeeResponse;
}

/**
 * Makes a call to an HTTP API that is no AI provider: it has a fixed price instead of tokens. The reply passes
 * unchanged, because the cost is known before.
 * @returns the refusal, when the call may not be made
 */
export async function callApi(deps: CallDeps, call: ApiCall): Promise<Refusal | undefined> {
  const { key, body, dialect, response } = call;
  const held = await holdCall(deps, call);
  if (!held.ok) return held.refusal;
  const { reservation } = held;
  const tracked = trackRequest(deps.running, key, response, dialect);
  const settle = settlerOf(reservation, tracked);
  try {
    const unwritten = await reservation.committed.then(() => undefined, refusalOfFault);
    if (unwritten) {
      await settle(ZERO, null);
      return unwritten;
    }
    attribute(deps, reservation.record, response.req.socket);
    deps.bodies.watch(reservation.record, body, response);
    await forwardCall(deps, call, { reservation, stopped: tracked.stopped, settle });
  } catch (error) {
    await settle(call.http.pricePerCall, null).catch(() => undefined);
    if (response.headersSent) response.destroy();
    else sendRefusal(response, dialect, refusalOfFault(error));
  } finally {
    tracked.done();
  }
  return undefined;
}

/** A call whose money is held. */
interface CallUnderWay {
  readonly reservation: Reservation;
  readonly stopped: AbortSignal;
  readonly settle: Settle;
}

type Settle = (cost: Nanodollars, status: number | null) => Promise<void>;

function settlerOf(reservation: Reservation, tracked: TrackedRequest): Settle {
  return (cost, status) => {
    const outcome = tracked.endedBy() ?? (status !== null && status < 400 ? 'served' : 'provider-error');
    return reservation.settle({ usage: NO_USAGE, cost, certainty: 'exact', basis: 'request', outcome, status });
  };
}

async function forwardCall(
  deps: Pick<ProxyDeps, 'dispatcher' | 'hopTo'>,
  { provider, http, target, body, dialect, response }: ApiCall,
  { reservation, stopped, settle }: CallUnderWay,
): Promise<void> {
  const price = http.pricePerCall;
  const result = await forward(deps.dispatcher, {
    ...withCredential(target, http.credential),
    body: body.length > 0 ? body : undefined,
    signal: stopped,
  });
  if (!result.answered) {
    await settle(result.sent ? price : ZERO, null);
    const message = explainUnreachable(result.code, provider.name, provider.baseUrl, deps.hopTo(target.url));
    return sendRefusal(response, dialect, { kind: 'provider-unreachable', code: result.code, message });
  }
  await settle(price, result.upstream.statusCode);
  await reservation.durable;
  const hider = createKeyHider(secretOf(target));
  const reply = openReply(result.upstream);
  response.writeHead(result.upstream.statusCode, hider.headers(reply.headers));
  await pipeline(hider.pieces(reply.body), response, { signal: stopped });
}

/** The real key, as it is in the secret store. */
function secretOf({ key }: Target): string | undefined {
  return key?.[1];
}

/** Puts the real key where this API wants it, instead of whatever the tool sent there. */
function withCredential(target: Target, { in: place, name, prefix }: HttpOptions['credential']): Target {
  const secret = `${prefix}${secretOf(target) ?? ''}`;
  if (place === 'header') return { ...target, key: [name.toLowerCase(), secret] };
  const url = new URL(target.url);
  url.searchParams.set(name, secret);
  return { ...target, url, key: undefined };
}
