import type { Bill } from '../domain/reconcile/bill.ts';

/** What a provider answered to a question about its bill. */
export interface BillAnswer {
  readonly status: number;
  /** The reply as JSON; undefined where it is none. Never shown: it may hold the key. */
  readonly body: unknown;
}

/** Asks the provider one question. The key goes along in a header. */
export type AskBill = (path: string, query: readonly (readonly [name: string, value: string])[]) => Promise<BillAnswer>;

/** The days that are wanted, and now. */
export interface BillSpan {
  /** UTC days: `[from, to)`. */
  readonly from: string;
  readonly to: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** How the bill of one kind of provider is read. What is said of the outside has its source and its day. */
export interface BillReader {
  /** `own`: the key that is there already reads it. `admin`: it takes another one. */
  readonly key: 'own' | 'admin';
  /** Where a person makes that key. */
  readonly keysAt: string;
  readonly headers: (key: string) => Readonly<Record<string, string>>;
  /** Hours after the end of a UTC day until its figure is final. */
  readonly finalAfterHours: number;
  /** A sentence for the person about these figures. */
  readonly note: string;
  /** The oldest that it tells, in days. */
  readonly mostDays: number;
  readonly source: string;
  /** @throws BillFault */
  readonly read: (ask: AskBill, span: BillSpan) => Promise<Bill>;
}

/** The answer was not what the provider documents. `status`: it refused. `shape`: it is no bill. `endless`: no end. */
export class BillFault extends Error {
  override readonly name = 'BillFault';
  readonly why: 'status' | 'shape' | 'endless';
  readonly status: number;

  constructor(why: BillFault['why'], status: number) {
    super(`the bill could not be read: ${why} ${status}`);
    this.why = why;
    this.status = status;
  }
}
