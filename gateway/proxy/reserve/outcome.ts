import type { ProviderName } from '../../../shared/ids.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { Ask } from '../../dialects/dialect.ts';
import type { CapAccount } from '../../domain/caps/cap-book.ts';
import type { Refusal } from '../refuse/refusal.ts';
import type { HeldRequest } from './held-request.ts';

/**
 * A held request. `ask` is the form of it that was held; `outputLimit` is the limit to set, per choice, or undefined
 * when its own limit stays.
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
  /** The amount to hold if a person allows it. */
  readonly needed: Nanodollars;
  /** Why that amount has no room. The refusal itself names the least that the request could do with. */
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
