import type { RequestView } from '../../shared/contract/views.ts';
import type { WindowCalendar } from '../domain/time/windows.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Emitter } from '../platform/emitter.ts';
import type { Clock, Random } from '../platform/ports.ts';
import { createDirectory } from './directory.ts';
import type { Directory } from './directory.ts';
import { createLimits } from './limits.ts';
import type { Limits } from './limits.ts';
import { openOwnedThings } from './owned/owned-things.ts';
import type { OwnedThings } from './owned/owned-things.ts';
import type { SettlementRetry } from './spend/settlement-retry.ts';
import { createSpendBook } from './spend/spend-book.ts';
import type { SpendBook } from './spend/spend-book.ts';
import type { StopBook } from './stop-book.ts';

/** The accounts: who may spend, what they may do, and what they have spent. */
export interface Accounts {
  readonly directory: Directory;
  readonly limits: Limits;
  readonly spend: SpendBook;
  readonly owned: OwnedThings;
}

interface AccountsDeps {
  readonly ledger: Ledger;
  readonly stops: StopBook;
  readonly retry: SettlementRetry;
  readonly clock: Clock;
  readonly random: Random;
  readonly calendar: WindowCalendar;
  /** Emits every settled request. */
  readonly settled: Emitter<RequestView>;
}

/** Rebuilds the accounts from the ledger: first the books, then the limits, then the agents and sub-keys. */
export async function openAccounts(deps: AccountsDeps): Promise<Accounts> {
  // No request settles before the directory exists.
  const spend = await createSpendBook({ ...deps, nameOf: (id) => directory.agent(id).name });
  const limits = createLimits({ ...deps, spend });
  const directory = createDirectory({ ...deps, limits });
  return { directory, limits, spend, owned: openOwnedThings(deps.ledger, directory) };
}
