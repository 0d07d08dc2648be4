import type { HttpOptions } from '../../../shared/contract/http-views.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { Reservation } from '../../accounts/spend/reservation.ts';
import { whoseOf } from '../../domain/policy/policy.ts';
import type { PolicyLevel } from '../../domain/policy/policy.ts';
import { tell } from '../../domain/words/tell.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import { checkStanding } from '../admit/check-standing.ts';
import { levelsOf } from '../admit/levels.ts';
import { overridesMethod } from '../arrive/method-override.ts';
import type { Target } from '../forward/forward.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { refusalOfRule } from '../refuse/refusal-of-rule.ts';
import { refuseByLimit } from './refuse-by-limit.ts';
import { readParts, refuseWhileStuck } from './reserve.ts';

/** A call of an HTTP API, read and ready to be made. */
export interface PricedCall {
  readonly key: SubKeyRecord;
  readonly provider: ProviderRecord;
  readonly http: HttpOptions;
  /** The endpoint, as policies name it: `GET repos/purser`. */
  readonly endpoint: string;
  readonly target: Target;
  readonly body: Buffer;
}

type HeldCall =
  | { readonly ok: true; readonly reservation: Reservation }
  | { readonly ok: false; readonly refusal: Refusal };

/** Longer paths are cut in the ledger, where they are only for a person to read. */
const MOST_ENDPOINT = 200;

/** Holds the fixed price of a call against every cap, or refuses. It never waits for other requests. */
export async function holdCall(
  deps: Pick<ProxyDeps, 'directory' | 'limits' | 'spend' | 'watch' | 'clock' | 'timeZone'>,
  call: PricedCall,
): Promise<HeldCall> {
  const { key, provider, http, endpoint } = call;
  const price = http.pricePerCall;
  const part = { provider: provider.name, model: 'http' };
  const reading = readParts(deps, key, { ...part, session: null });
  const refusal = (reading && (await reading)) ?? checkCall(deps, call);
  if (refusal) return { ok: false, refusal };
  const request = {
    ...part,
    endpoint: endpoint.slice(0, MOST_ENDPOINT),
    stream: false,
    reserved: price,
    price: JSON.stringify({ call: price / 1e9 }),
    loweredOutput: false,
  };
  const held = deps.spend.reserve(key, request, 0);
  if (held.reserved) return { ok: true, reservation: held.reservation };
  if (held.unit === 'money') deps.watch.refused(key, held.account);
  return { ok: false, refusal: refuseByLimit(deps, { key, ...held, needed: price }) };
}

/** Refuses what is forbidden however much money there is. */
function checkCall(
  deps: Pick<ProxyDeps, 'directory' | 'limits' | 'spend'>,
  { key, provider, http, target, body }: PricedCall,
): Refusal | undefined {
  const under = levelsOf(deps, key, provider);
  const stop = checkStanding(deps, deps.directory.key(key.id)) ?? refuseWhileStuck(deps);
  if (stop) return stop;
  const tooFast = deps.spend.checkRates(under, 0);
  if (tooFast) return refusalOfRule(tooFast);
  if (under.some(({ policy }) => policy.endpoints !== undefined) && overridesMethod(target, body))
    return {
      kind: 'not-allowed',
      code: 'endpoints',
      message:
        `This call has a field "_method", which could make another call of it than this sub-key may make. Send it ` +
        `with the method that is meant.`,
    };
  const dear = under.find(({ policy }) => policy.maxCost !== undefined && http.pricePerCall > policy.maxCost);
  return dear && refuseDearCall(provider, http.pricePerCall, dear);
}

function refuseDearCall(provider: ProviderRecord, price: Nanodollars, dear: PolicyLevel): Refusal {
  return {
    kind: 'not-allowed',
    code: 'max-cost',
    ...tell({ code: 'call-cost', whose: whoseOf(dear), provider: provider.name, price }),
  };
}
