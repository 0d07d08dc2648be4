import type { IncomingMessage } from 'node:http';
import type { LiveAsk, LiveTalk } from '../../dialects/live/live-protocol.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import { checkStill } from '../admit/check-policies.ts';
import type { Route } from '../admit/check-route.ts';
import { attribute } from '../caller/attribute.ts';
import { sessionOf } from '../caller/session.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import type { Held } from '../reserve/outcome.ts';
import { refuseMore } from '../reserve/refuse-by-limit.ts';
import { reserve } from '../reserve/reserve.ts';
import type { ReserveRequest } from '../reserve/reserve-request.ts';
import { tryReserve } from '../reserve/try-reserve.ts';
import { createLiveWork } from './live-work.ts';
import type { LiveWork } from './live-work.ts';

export type WorkResult =
  | { readonly ok: true; readonly work: LiveWork }
  | { readonly ok: false; readonly refusal: Refusal };

/** The session that works belong to. */
export interface WorksOwner {
  readonly key: SubKeyRecord;
  readonly route: Route;
  readonly request: IncomingMessage;
  readonly talk: LiveTalk;
  readonly stopped: AbortSignal;
  readonly keepPatient: () => () => void;
  /** No more of a running work could be held. */
  readonly exhausted: (refusal: Refusal) => void;
  /** Ends the session at once. */
  readonly cut: Parameters<ProxyDeps['running']['add']>[0]['cut'];
}

/** Kept in the place of a request for what the provider begins by itself. */
export const SESSION_FRAME = Buffer.from('{}');

/**
 * Holds a work against every cap, or refuses it. @param frame what asks for it
 * @param isPatient waits for money, and for a person
 */
export async function holdWork(
  deps: ProxyDeps,
  owner: WorksOwner,
  live: LiveAsk,
  { isPatient, frame }: { readonly isPatient: boolean; readonly frame: Buffer },
): Promise<WorkResult> {
  const { key, route } = owner;
  const wanted = requestFor(owner, live);
  const stop = checkStill(deps, { key, provider: route.provider, endpoint: wanted.endpoint }, live.ask.model);
  if (stop) return { ok: false, refusal: stop };
  const outcome = isPatient ? await reserve(deps, wanted) : tryReserve(deps, wanted, { lastChance: true });
  if (typeof outcome === 'string') throw new Error('the last chance waits for nothing');
  if (!outcome.ok) return { ok: false, refusal: outcome.refusal };
  return { ok: true, work: workOf(deps, owner, { held: outcome, request: wanted, live }, frame) };
}

/** Holds what has begun already, even beyond a cap. @returns undefined where it has no price */
export function holdBegun(deps: ProxyDeps, owner: WorksOwner, live: LiveAsk): LiveWork | undefined {
  const request = requestFor(owner, live);
  const held = tryReserve(deps, request, { lastChance: true, overCap: true });
  if (typeof held !== 'object' || !held.ok) return undefined;
  return workOf(deps, owner, { held, request, live }, SESSION_FRAME);
}

function requestFor(
  { key, route, request, keepPatient, stopped }: WorksOwner,
  { ask, meter }: LiveAsk,
): ReserveRequest {
  return {
    key,
    provider: route.provider,
    spec: route.spec,
    ask,
    body: {},
    endpoint: route.found.endpoint.path,
    session: sessionOf(request.headers, {}),
    largeContext: false,
    meter,
    keepPatient,
    stopped,
  };
}

function workOf(
  deps: ProxyDeps,
  { key, request, exhausted, cut }: WorksOwner,
  parts: { readonly held: Held; readonly request: ReserveRequest; readonly live: LiveAsk },
  frame: Buffer,
): LiveWork {
  const { record } = parts.held.heldRequest.reservation;
  attribute(deps, record, request.socket);
  const refuse = refuseMore(deps, key);
  return createLiveWork(deps, {
    ...parts,
    keeping: deps.bodies.follow(record, frame),
    run: () => deps.running.add({ subKeyId: key.id, agentId: key.agentId, cut }),
    capped: (account) => exhausted(refuse(account)),
    refuse,
  });
}
