import type { Cap } from '../../../shared/cap.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import type { WindowSpan } from '../time/windows.ts';

/** One cap in its running window. `spent` is settled, `reserved` is held by requests under way. */
export interface CapAccount {
  /** The agent, sub-key, provider key or everything that the cap is on. */
  readonly owner: string;
  readonly cap: Cap;
  /** The money that may be spent in it now: the cap, and a person's raise of it. */
  readonly allowed: Nanodollars;
  /** The running window; that of a rolling cap has no end. */
  readonly span: WindowSpan;
  readonly spent: Nanodollars;
  readonly reserved: Nanodollars;
}

/** Money held against every cap of all its owners, for one request. */
export interface Hold {
  readonly owners: readonly string[];
  /** The money that is held now: it grows and shrinks while the request runs. */
  readonly amount: Nanodollars;
  /**
   * When it began: it belongs to the windows of that moment, however late it settles. A clock that goes back moves it.
   */
  readonly at: number;
  /** What it is for, where caps on a part of the spending are looked up by it. */
  readonly about?: HeldRequest;
}

/** The facts of a request that tell which parts of the spending it belongs to. */
export interface HeldRequest {
  readonly id: string;
  readonly model: string;
  /** Its conversation; null where its tool names none. */
  readonly session: string | null;
}

/** A cap that a person has raised until some moment. */
export interface CapRaise {
  readonly owner: string;
  readonly window: Cap['window'];
  readonly rolling: boolean;
  readonly extra: Nanodollars;
  readonly until: number;
}

/** Money that neither is spent nor held; negative where a cap is overdrawn. */
export function leftOf({ allowed, spent, reserved }: CapAccount): number {
  return allowed - spent - reserved;
}
