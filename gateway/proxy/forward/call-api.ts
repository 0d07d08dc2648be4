import { pipeline } from 'node:stream/promises';
import type { HttpOptions } from '../../../shared/contract/http-views.ts';
import { formatUsd, ZERO } from '../../../shared/money.ts';
import type { Dialect } from '../../dialects/dialect.ts';
import { inSentence } from '../../domain/words/sentences.ts';
import { explainUnreachable } from '../../domain/words/unreachable.ts';
import { NO_USAGE } from '../../domain/usage.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import { checkStanding, refusalOfRule, levelsOf } from '../admit/admit.ts';
import { attribute } from '../caller/attribute.ts';
import { forward } from './forward.ts';
import type { Target } from './forward.ts';
import { createKeyHider } from '../relay/hide-key.ts';
import { openReply } from '../relay/open-reply.ts';
import type { TeeResponse } from '../relay/tee-response.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import { overridesMethod } from '../arrive/method-override.ts';
import { refusalOfFault, sendRefusal } from '../refuse/refusal.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { refuseWhileStuck } from '../reserve/reserve.ts';
import { trackRequest } from '../running/track-request.ts';
import { refuseByLimit } from '../reserve/try-reserve.ts';

interface ApiCall {
  readonly key: SubKeyRecord;
  readonly provider: ProviderRecord;
  readonly http: HttpOptions;
  /** As the policies name it: `GET repos/purser`. */
  readonly endpoint: string;
  readonly target: Target;
  readonly body: Buffer;
  readonly dialect: Dialect;
  readonly response: TeeResponse;
}

/** Longer paths are cut in the ledger: they are for a person to read. */
const MOST_ENDPOINT = 200;

/**
 * The way of a call to an HTTP API that is no AI provider: same door, sub-key and policies, a fixed price instead of
 * tokens. Its reply passes as it comes: what it costs is known before.
 * @returns why not, when it may not be made
 */
export async function callApi(deps: ProxyDeps, call: ApiCall): Promise<Refusal | undefined> {
  const { key, provider, http, endpoint, target, body, dialect, response } = call;
  const under = levelsOf(deps, key, provider);
  const price = http.pricePerCall;
  const stop =
    checkStanding(deps, deps.directory.key(key.id)) ??
    refuseWhileStuck(deps) ??
    denialIf(deps.spend.checkRates(under, 0));
  if (stop) return stop;
  if (overridesMethod(target, body) && under.some(({ policy }) => policy.endpoints !== undefined)) {
    return {
      kind: 'not-allowed',
      code: 'endpoints',
      message:
        `This call has a field "_method", which could make another call of it than this sub-key may make. ` +
        `Send it with the method that is meant.`,
    };
  }
  const dear = under.find(({ policy }) => policy.maxCost !== undefined && price > policy.maxCost);
  if (dear)
    return {
      kind: 'not-allowed',
      code: 'max-cost',
      message:
        `A call of ${provider.name} costs ${formatUsd(price)}, more than ${inSentence(dear.whose)} may spend ` +
        `on one request.`,
    };
  const request = {
    provider: provider.name,
    model: 'http',
    endpoint: endpoint.slice(0, MOST_ENDPOINT),
    stream: false,
    reserved: price,
    price: JSON.stringify({ call: price / 1e9 }),
    loweredOutput: false,
  };
  const held = deps.spend.reserve(key, request, 0);
  if (!held.reserved && held.unit === 'money') deps.watch.refused(key, held.account);
  if (!held.reserved) return refuseByLimit(deps, { key, provider, ...held, needed: price });

  const { reservation } = held;
  const tracked = trackRequest(deps.running, key, response, dialect);
  const settle = (cost: typeof price, status: number | null): Promise<void> =>
    reservation.settle({
      usage: NO_USAGE,
      cost,
      certainty: 'exact',
      basis: 'request',
      outcome: tracked.endedBy() ?? (status !== null && status < 400 ? 'served' : 'provider-error'),
      status,
    });
  try {
    const unwritten = await reservation.durable.then(() => undefined, refusalOfFault);
    if (unwritten) {
      await settle(ZERO, null);
      return unwritten;
    }
    attribute(deps, reservation.record, response.req.socket);
    deps.bodies.watch(reservation.record, body, response);
    const result = await forward(deps.dispatcher, {
      ...withCredential(target, http.credential),
      body: body.length > 0 ? body : undefined,
      signal: tracked.stopped,
    });
    if (!result.answered) {
      await settle(result.sent ? price : ZERO, null);
      const message = explainUnreachable(result.code, provider.name, provider.baseUrl, deps.hopTo(target.url));
      sendRefusal(response, dialect, { kind: 'provider-unreachable', code: result.code, message });
      return undefined;
    }
    await settle(price, result.upstream.statusCode);
    const hider = createKeyHider(secretOf(target));
    const reply = openReply(result.upstream);
    response.writeHead(result.upstream.statusCode, hider.headers(reply.headers));
    await pipeline(hider.pieces(reply.body), response, { signal: tracked.stopped });
  } catch (error) {
    await settle(price, null).catch(() => undefined);
    if (response.headersSent) response.destroy();
    else sendRefusal(response, dialect, refusalOfFault(error));
  } finally {
    tracked.done();
  }
  return undefined;
}

function denialIf(refusal: Parameters<typeof refusalOfRule>[0] | undefined): Refusal | undefined {
  return refusal && refusalOfRule(refusal);
}

/** The real key as the secret store has it. */
function secretOf({ key }: Target): string | undefined {
  return key?.[1];
}

/** Puts the real key where this API wants it, in place of whatever the tool sent there. */
function withCredential(target: Target, { in: destination, name, prefix }: HttpOptions['credential']): Target {
  const secret = `${prefix}${secretOf(target) ?? ''}`;
  if (destination === 'header') return { ...target, key: [name.toLowerCase(), secret] };
  const url = new URL(target.url);
  url.searchParams.set(name, secret);
  return { ...target, url, key: undefined };
}
