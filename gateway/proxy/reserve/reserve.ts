import { setTimeout as sleep } from 'node:timers/promises';
import type { OwnedRequest } from '../../accounts/spend/spend-book.ts';
import type { Ask } from '../../dialects/dialect.ts';
import { anySignal } from '../../platform/any-signal.ts';
import { tell } from '../../domain/words/tell.ts';
import { checkStill } from '../admit/check-policies.ts';
import { levelsOf } from '../admit/levels.ts';
import { askPerson } from '../admit/ask-person.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';
import { UNWATCHED } from './find-bounds.ts';
import type { RefusedByCap, ReserveOutcome } from './outcome.ts';
import type { ReserveRequest } from './reserve-request.ts';
import { ownedBy, tryReserve, UNREAD } from './try-reserve.ts';
import type { Attempt, TryDeps } from './try-reserve.ts';

const STUCK: Refusal = {
  kind: 'purser-fault',
  code: 'ledger',
  ...tell({ code: 'ledger-stuck' }),
};

/** Refuses new requests while a settlement waits to be written: after a crash nobody would know its cost. */
export function refuseWhileStuck({ spend }: Pick<ProxyDeps, 'spend'>): Refusal | undefined {
  return spend.isStuck() ? STUCK : undefined;
}

/**
 * The longest that a request waits for money that running requests hold, in milliseconds. Tools wait longer than this
 * for a first byte.
 */
const WAIT_MS = 30_000;

/** The parts of the gateway that are needed to hold money, to wait for it, and to ask a person. */
export type ReserveDeps = TryDeps & Pick<ProxyDeps, 'approvals'>;

/**
 * Holds against every cap what a request can spend before a stop. If its input takes a good part of what is left, it is
 * counted properly first. If the request does not fit, it waits for running requests, which give back what they do not
 * use; then a person is asked, if the policy says so. A request that will never fit, or not in time, is refused.
 */
export async function reserve(deps: ReserveDeps, request: ReserveRequest): Promise<ReserveOutcome> {
  const stuck = refuseWhileStuck(deps);
  if (stuck) return { ok: false, refusal: stuck };
  const reading = readParts(deps, request.key, ownedBy(request));
  const unread = reading && (await reading);
  if (unread) return { ok: false, refusal: unread };
  const first = tryForms(deps, request, { mayCount: request.countInput !== undefined });
  const counted = first === 'count' ? await withCountedInput(request) : request;
  // Counting takes a while, in which a cap may have been set.
  if (first === 'count') await readParts(deps, request.key, ownedBy(request));
  const second = first === 'count' ? tryForms(deps, counted, {}) : first;
  const outcome = second === 'wait' || second === 'count' ? await reserveLater(deps, counted) : second;
  const answer =
    isRefusedByCap(outcome) && asksAPerson(deps, request) && deps.approvals.mayAsk(request.key.id)
      ? await askAPerson(deps, counted, outcome)
      : outcome;
  if (isRefusedByCap(answer)) deps.watch.refused(request.key, answer.cap.account);
  return answer;
}

/** A cap on one model or one conversation may not know yet what was spent before. Without that nothing passes. */
export function readParts(
  { spend }: Pick<ProxyDeps, 'spend'>,
  key: ReserveRequest['key'],
  request: OwnedRequest,
): Promise<Refusal | undefined> | undefined {
  return spend.ready(key, request)?.then(
    () => undefined,
    () => UNREAD,
  );
}

/** The cheap bound of the input is its bytes; a proper count is three or four times lower. */
async function withCountedInput(request: ReserveRequest): Promise<ReserveRequest> {
  const { ask } = request;
  // No count covers what later rounds read, unless the request knows what they add.
  const helps = (ask.rounds ?? 1) === 1 || ask.withInput !== undefined || ask.cheaper !== undefined;
  const counted = helps ? await request.countInput?.() : undefined;
  return counted === undefined ? request : { ...request, ask: withCount(ask, counted), countLater: undefined };
}

/** Applies the count to every form of a request. */
function withCount(ask: Ask, counted: number): Ask {
  if (ask.withInput) return ask.withInput(counted);
  const cheaper = ask.cheaper && withCount(ask.cheaper, counted);
  const isBetter = (ask.rounds ?? 1) === 1 && counted < (ask.inputBound ?? Infinity);
  return { ...ask, ...(isBetter && { inputBound: counted }), ...(cheaper && { cheaper }) };
}

async function reserveLater(deps: ReserveDeps, request: ReserveRequest): Promise<ReserveOutcome> {
  const done = new AbortController();
  const signal = anySignal(done.signal, request.stopped);
  let lastChance = false;
  const patience = sleep(WAIT_MS, undefined, { signal, ref: false })
    .catch(() => undefined)
    .then(() => void (lastChance = true));
  try {
    for (;;) {
      await Promise.race([deps.spend.released(), patience]);
      if (request.stopped.aborted)
        return {
          ok: false,
          refusal: { kind: 'not-allowed', code: 'stopped', ...tell({ code: 'stopped' }) },
        };
      const stop = checkStill(deps, request, request.ask.model) ?? refuseWhileStuck(deps);
      if (stop) return { ok: false, refusal: stop };
      const unread = await readParts(deps, request.key, ownedBy(request));
      if (unread) return { ok: false, refusal: unread };
      const outcome = tryForms(deps, request, { lastChance });
      if (outcome !== 'wait' && outcome !== 'count') return outcome;
    }
  } finally {
    done.abort();
  }
}

/**
 * Tries to hold the first form of the request that fits now: fewer calls of hosted tools at once are better than more
 * of them later.
 */
function tryForms(deps: ReserveDeps, request: ReserveRequest, attempt: Attempt): ReturnType<typeof tryReserve> {
  const outcome = tryReserve(deps, request, attempt);
  const { cheaper } = request.ask;
  if (cheaper === undefined || outcome === 'count' || (typeof outcome === 'object' && outcome.ok)) return outcome;
  const next = tryForms(deps, { ...request, ask: cheaper }, attempt);
  const isUnwatched = typeof next === 'object' && !next.ok && next.refusal.code === UNWATCHED;
  return isUnwatched ? outcome : next;
}

/** The cheapest form whose bound holds by itself: a request over its caps is held whole. */
function leastOf(ask: Ask): Ask {
  return ask.cheaper && !ask.cheaper.watched ? leastOf(ask.cheaper) : ask;
}

function isRefusedByCap(outcome: ReserveOutcome): outcome is RefusedByCap {
  return !outcome.ok && outcome.cap !== undefined;
}

/** The narrowest level with a setting decides. */
function asksAPerson(deps: ReserveDeps, { key, provider }: ReserveRequest): boolean {
  return levelsOf(deps, key, provider).findLast(({ policy }) => policy.onCap !== undefined)?.policy.onCap === 'ask';
}

function askAPerson(deps: ReserveDeps, request: ReserveRequest, refused: RefusedByCap): Promise<ReserveOutcome> {
  const { key, ask, stopped, keepPatient } = request;
  return askPerson(deps, {
    key,
    refused,
    stopped,
    model: ask.model,
    checkStill: () => checkStill(deps, request, ask.model),
    keepPatient: ask.stream ? keepPatient : () => () => undefined,
    tryAgain(overCap) {
      // The person was asked about the form that costs least.
      const outcome = tryForms(deps, overCap ? { ...request, ask: leastOf(ask) } : request, {
        lastChance: true,
        overCap,
      });
      return outcome === 'wait' || outcome === 'count' ? undefined : outcome;
    },
  });
}
