import type { ProviderName } from '../../../shared/ids.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { Ask } from '../../dialects/dialect.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import type { Refusal } from '../refuse/refusal.ts';
import type { HeldRequest } from './held-request.ts';

/**
 * `ask` is the form of the request that was held; `outputLimit` what it must be limited to, per choice, undefined when
 * its own limit stands.
 */
export interface Held {
  readonly ok: true;
  readonly heldRequest: HeldRequest;
  readonly ask: Ask;
  readonly outputLimit: number | undefined;
}

/** The cap that has no room for a request. */
interface CapInTheWay {
  readonly account: CapAccount;
  readonly provider: ProviderName;
  /** What it would be held for if a person allowed it. */
  readonly needed: Nanodollars;
  /** Why that has no room. The refusal itself names the least that the request could do with. */
  readonly reason: string;
}

interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
  /** Set when only money is in the way. */
  readonly cap?: CapInTheWay;
}

export type RefusedByCap = Refused & { readonly cap: CapInTheWay };
export type ReserveOutcome = Held | Refused;
