import type { ProviderName } from '../../shared/ids.ts';
import type { RefusalView } from '../../shared/contract/refusal-views.ts';
import type { GatewayView, RequestView } from '../../shared/contract/views.ts';
import type { Approvals } from '../accounts/approvals.ts';
import type { Directory } from '../accounts/directory.ts';
import type { Emitter } from '../platform/emitter.ts';
import type { Limits } from '../accounts/limits.ts';
import type { Notices } from '../accounts/notices.ts';
import type { SettingsBook } from '../ledger/settings-book.ts';
import type { ProviderBook } from '../accounts/provider-book.ts';
import type { SpendBook } from '../accounts/spend/spend-book.ts';
import type { RevokedLately } from '../accounts/life/revoked-lately.ts';
import type { StopBook } from '../accounts/stop-book.ts';
import type { TokenIssuer } from '../accounts/token-issuer.ts';
import type { RefusalRecord } from '../audit/refusal-record.ts';
import type { Bodies } from '../bodies/bodies.ts';
import type { Connections } from '../connections/connections.ts';
import type { Bill } from '../domain/reconcile/bill.ts';
import type { WindowCalendar } from '../domain/time/windows.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Exclusive } from '../platform/exclusive.ts';
import type { Sealing } from './seal-record.ts';
import type { TaskQueue } from '../platform/task-queue.ts';
import type { Clock } from '../platform/ports.ts';
import type { Asked, ProviderAnswer } from '../providers/ask-provider.ts';
import type { KeyLeases } from '../key-sources/leases/key-leases.ts';
import type { SourceBook } from '../key-sources/settings/source-book.ts';
import type { ReadKey } from '../key-sources/read-key.ts';
import type { Mcp } from '../mcp/mcp.ts';
import type { PriceCheck } from '../prices/daily-check.ts';
import type { PriceBook } from '../prices/price-book.ts';
import type { BillQuestion } from '../reconcile/ask-bill.ts';
import type { RunningRequests } from '../proxy/running/running-requests.ts';

/** A running gateway from the inside. */
export interface Inside {
  readonly directory: Directory;
  readonly limits: Limits;
  readonly providers: ProviderBook;
  /** Asks a provider whether it takes a key: `askProvider` over the same connections that requests use. */
  readonly askProvider: (asked: Asked, cancelled?: AbortSignal) => Promise<ProviderAnswer>;
  /** Reads a key by its reference. */
  readonly readKey: ReadKey;
  /** The keys that secret managers keep. */
  readonly leases: KeyLeases;
  /** Secret managers that are set up. */
  readonly keySources: SourceBook;
  /** Reads the bill of a provider: `askBill` over the same connections that requests use. */
  readonly askBill: (question: BillQuestion) => Promise<Bill>;
  /** Why the bill of a provider could not be read last, in a sentence; nothing where it could. */
  readonly billFailures: Map<ProviderName, string>;
  readonly priceBook: PriceBook;
  /** Undefined in a gateway that never checks published prices by itself. */
  readonly priceCheck: PriceCheck | undefined;
  readonly spend: SpendBook;
  readonly stops: StopBook;
  readonly revokedLately: RevokedLately;
  readonly tokens: TokenIssuer;
  readonly notices: Notices;
  readonly settings: SettingsBook;
  readonly approvals: Approvals;
  readonly refusals: Pick<RefusalRecord, 'lastOf'>;
  readonly bodies: Bodies;
  /** Undefined in a gateway that leaves the tools of this machine alone. */
  readonly connections: Connections | undefined;
  readonly mcp: Mcp;
  readonly running: RunningRequests;
  readonly ledger: Ledger;
  /** The seal of the record. */
  readonly seal: Pick<Sealing, 'key'>;
  /**
   * Runs the changes of settled costs one after the other: each adds to the caps the difference from the cost that it
   * read.
   */
  readonly corrections: TaskQueue;
  /** Guards repricing, which takes minutes. */
  readonly repricing: Exclusive;
  readonly calendar: WindowCalendar;
  readonly clock: Clock;
  readonly gateway: GatewayView;
  /** Emits every settled request. */
  readonly settled: Emitter<RequestView>;
  /** Emits every refused request, and its repeats, as they are listed. */
  readonly refusal: Emitter<RefusalView>;
  /** Emits every settled request whose cost a person has set. */
  readonly corrected: Emitter<RequestView>;
  /** Emits when something other than a settlement changed what a client shows. */
  readonly changed: Emitter<void>;
}
