import type { CapAccount } from '../../domain/caps/cap-book.ts';
import type { Call, Dialect, Operation } from '../../dialects/dialect.ts';
import { setFields } from '../../dialects/json/json-fields.ts';
import { explainUnreachable } from '../../domain/words/unreachable.ts';
import { fitFields } from '../../providers/fit-fields.ts';
import type { Route } from '../admit/check-route.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import { faultName, refusalOfFault, sendRefusal } from '../refuse/refusal.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { createKeyHider } from '../relay/hide-key.ts';
import { readOn } from '../relay/read-on.ts';
import { relay } from '../relay/relay.ts';
import type { TeeResponse } from '../relay/tee-response.ts';
import type { ReserveOutcome } from '../reserve/outcome.ts';
import { keepHolding } from '../reserve/rolling-hold.ts';
import type { RollingHold } from '../reserve/rolling-hold.ts';
import type { TrackedRequest } from '../running/track-request.ts';
import { askAfterwards } from '../settle/ask-afterwards.ts';
import { settleAtBound, settleUnanswered, settleUnused } from '../settle/settle-up.ts';
import { forward } from './forward.ts';
import type { ForwardResult } from './forward.ts';

/** A request whose money is held, on its way to the provider. */
interface Outbound {
  readonly held: Extract<ReserveOutcome, { readonly ok: true }>;
  readonly route: Route;
  readonly operation: Operation;
  readonly call: Call;
  /** The body in a form that can be rewritten; undefined for a form, which goes on unchanged. */
  readonly text: string | undefined;
  readonly bytes: Buffer;
  readonly dialect: Dialect;
  readonly response: TeeResponse;
  readonly tracked: TrackedRequest;
  /** Called when a cap had no room for more of a running stream. @returns the refusal for its client */
  readonly capped: (account: CapAccount) => Refusal;
}

type ForwardDeps = Pick<ProxyDeps, 'dispatcher' | 'background' | 'hopTo' | 'log' | 'owned'>;

/**
 * Carries a request to its provider and the reply back, metered. Whatever happens, its reservation is settled before
 * this returns.
 */
export async function forwardAndSettle(deps: ForwardDeps, outbound: Outbound): Promise<void> {
  const { held, route, dialect, response, tracked } = outbound;
  const { heldRequest, ask } = held;
  let sent = false;
  let refusal: Refusal | undefined;
  const hold = keepHolding(heldRequest, (account) => void (refusal = outbound.capped(account)));
  const signal = readOn(heldRequest, ask.stream, tracked, hold.exhausted);
  signal.addEventListener('abort', () => heldRequest.watch.stop(performance.now()), { once: true });
  try {
    const body = writeBody(outbound);
    // Awaited before the request is sent: a provider may bill it, and a Purser killed in between must know of it. The
    // disk has it before anybody sees the reply.
    await heldRequest.reservation.committed;
    const sending = (): void => {
      sent = true;
      heldRequest.watch.sent(performance.now());
    };
    const result = await forward(deps.dispatcher, { ...route.target, body, signal, sending });
    if (result.answered) return await relayBack(deps, outbound, hold, result);
    const message =
      result.sentence ??
      explainUnreachable(result.code, route.provider.name, route.target.url.origin, deps.hopTo(route.target.url));
    await settleFailure(outbound, hold, result, message);
    const unreachable: Refusal = { kind: 'provider-unreachable', code: result.code, message };
    sendRefusal(response, dialect, (hold.exhausted.aborted ? refusal : undefined) ?? unreachable);
  } catch (error) {
    tracked.abort();
    deps.log.log('error', 'request-failed', { fault: faultName(error) });
    sendRefusal(response, dialect, refusalOfFault(error));
    if (!response.writableEnded) response.destroy();
    await (sent ? settleAtBound : settleUnused)(heldRequest, { outcome: 'cut', status: null }).catch(() => undefined);
  } finally {
    hold.end();
  }
}

/** Writes into the body what a cap or a policy requires, and names that in headers of the reply. */
function writeBody({ held, route, operation, call, text, bytes, response }: Outbound): Buffer {
  const { heldRequest, ask, outputLimit } = held;
  const { spec, provider } = route;
  const { listed } = heldRequest.price;
  const fields = {
    ...fitFields(spec, operation.rewrite(call.body, ask, outputLimit), call.body, provider.baseUrl),
    ...(listed && spec.priceFields?.(call.body, listed)),
  };
  tellLimits(response, outputLimit, Object.keys(fields));
  return text === undefined || Object.keys(fields).length === 0 ? bytes : Buffer.from(setFields(text, fields));
}

/** Fields without any effect on the model's work: usage is requested, and removed from the reply again. */
const UNFELT: readonly string[] = ['stream_options', 'provider'];

/** Names in the reply's headers what Purser has set in the request because of a cap or a policy. */
function tellLimits(response: TeeResponse, outputLimit: number | undefined, fields: readonly string[]): void {
  if (response.headersSent) return;
  if (outputLimit !== undefined) response.setHeader('x-purser-output-limit', outputLimit);
  const felt = fields.filter((field) => !UNFELT.includes(field));
  if (felt.length > 0) response.setHeader('x-purser-set', felt.join(', '));
}

function relayBack(
  deps: ForwardDeps,
  { held, route, operation, dialect, response, tracked }: Outbound,
  hold: RollingHold,
  { upstream, secret }: Extract<ForwardResult, { readonly answered: true }>,
): Promise<void> {
  const { heldRequest, ask } = held;
  const { target, provider, spec } = route;
  const work = { heldRequest, ask, operation, target };
  const asking = spec.askAfterwards;
  const later = asking && { asking, baseUrl: provider.baseUrl, target, givenUp: tracked.givenUp };
  return relay({
    response,
    upstream,
    hider: createKeyHider(secret),
    dialect,
    operation,
    ask,
    heldRequest,
    hold,
    afterwards: later && ((id) => askAfterwards(deps.dispatcher, later, id)),
    follow(id) {
      const { provider: at, subKeyId } = heldRequest.reservation.record;
      if (route.found.endpoint.kept) void deps.owned.note(at, id, subKeyId).catch(() => undefined);
      deps.background.follow(id, work);
    },
    askAgainLater: (id) => deps.background.askAgainLater(id, work),
    ...tracked,
  });
}

/** Settles a request without an answer. A request that was never sent costs nothing. */
function settleFailure(
  { held: { heldRequest, ask }, tracked }: Outbound,
  hold: RollingHold,
  { sent }: Extract<ForwardResult, { readonly answered: false }>,
  message: string,
): Promise<void> {
  const outcome = tracked.endedBy() ?? (hold.exhausted.aborted ? 'cut' : 'provider-error');
  const answered = outcome === 'provider-error' ? message : undefined;
  const ending = { outcome, status: tracked.stopped.aborted ? null : 502, answered } as const;
  return sent ? settleUnanswered(heldRequest, ending, ask.stream) : settleUnused(heldRequest, ending);
}
