import type { ProviderName } from '../../../shared/ids.ts';
import { nanodollarsOf } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { EVERYTHING } from '../../../shared/policy.ts';
import type { ReserveResult } from '../../accounts/spend/reservation.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import { explainCalls, explainCap } from '../../domain/words/sentences.ts';
import type { ProviderRecord, SubKeyRecord } from '../../ledger/records.ts';
import type { ProxyDeps } from '../proxy-deps.ts';
import type { Refusal } from '../refuse/refusal.ts';

type LimitDeps = Pick<ProxyDeps, 'directory' | 'clock' | 'timeZone'>;

interface LimitInTheWay extends Omit<Extract<ReserveResult, { readonly reserved: false }>, 'reserved'> {
  readonly key: SubKeyRecord;
  readonly provider: ProviderRecord;
  /** The least amount that this request could be held for. */
  readonly needed: Nanodollars;
}

/** Tells which limit has no room, and when it will. */
export function refuseByLimit(deps: LimitDeps, { key, provider, account, unit, needed }: LimitInTheWay): Refusal {
  const whose = whoseCap(deps, key, provider.name, account.owner);
  const message =
    unit === 'calls'
      ? explainCalls({ whose, account, timeZone: deps.timeZone })
      : explainCap({ whose, account, needed, timeZone: deps.timeZone });
  // A rolling window gives money back bit by bit: it is unknown when there will be enough.
  const resets =
    account.cap.rolling || account.span.end === null
      ? {}
      : { retryAfterS: Math.max(1, Math.ceil((account.span.end - deps.clock.now()) / 1_000)) };
  return { kind: 'not-allowed', code: unit === 'calls' ? 'calls' : 'cap', message, ...resets };
}

/**
 * Notifies the person that a cap had no room for more of a running stream.
 * @returns the refusal for a client that has got nothing yet
 */
export function refuseMore(
  deps: LimitDeps & Pick<ProxyDeps, 'watch'>,
  key: SubKeyRecord,
  provider: ProviderRecord,
): (account: CapAccount) => Refusal {
  return (account) => {
    deps.watch.refused(key, account);
    return refuseByLimit(deps, { key, provider, account, unit: 'money', needed: nanodollarsOf(account.allowed) });
  };
}

/** The owner of the cap, as the sentence names it. */
function whoseCap(deps: LimitDeps, key: SubKeyRecord, provider: ProviderName, owner: string): string {
  if (owner === EVERYTHING) return 'Everything together';
  return owner.startsWith('provider:') ? provider : deps.directory.agent(key.agentId).name;
}
