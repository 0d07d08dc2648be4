import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { ReserveResult } from '../../accounts/spend/reservation.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import { capFact } from '../../domain/caps/cap-fact.ts';
import { tell } from '../../domain/words/tell.ts';
import type { SubKeyRecord } from '../../ledger/records.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';

type LimitDeps = Pick<ProxyDeps, 'directory' | 'clock' | 'timeZone'>;

interface LimitInTheWay extends Omit<Extract<ReserveResult, { readonly reserved: false }>, 'reserved'> {
  readonly key: SubKeyRecord;
  /** The least amount that this request could be held for. */
  readonly needed: Nanodollars;
}

/** Tells which limit has no room, and when it will. */
export function refuseByLimit(deps: LimitDeps, { key, account, unit, needed }: LimitInTheWay): Refusal {
  const cap = capFact(account, deps.directory.agent(key.agentId).name);
  const { owner, window, rolling, resetsAt } = cap;
  const told = tell(
    unit === 'calls'
      ? { code: 'calls', owner, window, rolling, most: Number(account.cap.amount), resetsAt }
      : { code: 'cap', cap, needed },
    deps.timeZone,
  );
  // A rolling window gives money back bit by bit: it is unknown when there will be enough.
  const resets =
    account.cap.rolling || account.span.end === null
      ? {}
      : { retryAfterS: Math.max(1, Math.ceil((account.span.end - deps.clock.now()) / 1_000)) };
  return { kind: 'not-allowed', code: unit === 'calls' ? 'calls' : 'cap', ...told, ...resets };
}

/**
 * Notifies the person that a cap had no room for more of a running stream.
 * @returns the refusal for a client that has got nothing yet
 */
export function refuseMore(
  deps: LimitDeps & Pick<ProxyDeps, 'watch'>,
  key: SubKeyRecord,
): (account: CapAccount) => Refusal {
  return (account) => {
    deps.watch.refused(key, account);
    return refuseByLimit(deps, { key, account, unit: 'money', needed: nanodollarsOf(account.allowed) });
  };
}
