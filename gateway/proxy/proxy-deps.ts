import type { IncomingMessage } from 'node:http';
import type { Dispatcher } from 'undici';
import type { Approvals } from '../accounts/approvals.ts';
import type { Limits } from '../accounts/limits.ts';
import type { Emitter } from '../platform/emitter.ts';
import type { Directory } from '../accounts/directory.ts';
import type { OwnedThings } from '../accounts/owned/owned-things.ts';
import type { ProviderBook } from '../accounts/provider-book.ts';
import type { RefusedRequests } from '../accounts/refused/refused-requests.ts';
import type { SpendBook } from '../accounts/spend/spend-book.ts';
import type { Watch } from '../accounts/watch/watch.ts';
import type { RefusalRecord } from '../audit/refusal-record.ts';
import type { Bodies } from '../bodies/bodies.ts';
import type { Arrival } from '../connections/verify/arrival.ts';
import type { ByteBudget } from '../domain/caps/byte-budget.ts';
import type { CloudAuth } from '../cloud-auth/cloud-auth.ts';
import type { SubKeyRecord } from '../ledger/records.ts';
import type { CountTokens } from '../dialects/dialect.ts';
import type { Egress } from '../egress/egress.ts';
import type { Clock, Logger } from '../platform/ports.ts';
import type { RequestId } from '../../shared/ids.ts';
import type { Attribution } from './caller/attribution.ts';
import type { Background } from './settle/background.ts';
import type { CallerFinder } from './caller/caller-folder.ts';
import type { TeeResponse } from './relay/tee-response.ts';
import type { RunningRequests } from './running/running-requests.ts';

/** A request to an MCP server, by a sub-key that is known. Its body has been read. */
export interface McpRequest {
  readonly key: SubKeyRecord;
  /** The server that its path names; undefined for all of them. */
  readonly name: string | undefined;
  readonly request: IncomingMessage;
  readonly response: TeeResponse;
  readonly body: Buffer;
}

/** The parts of the gateway that the way of a request needs. */
export interface ProxyDeps {
  readonly directory: Directory;
  readonly limits: Limits;
  readonly providers: ProviderBook;
  readonly spend: SpendBook;
  readonly owned: OwnedThings;
  readonly approvals: Pick<Approvals, 'ask' | 'mayAsk'>;
  readonly running: RunningRequests;
  readonly refusals: RefusalRecord;
  readonly refused: Pick<RefusedRequests, 'note'>;
  readonly watch: Pick<Watch, 'sent' | 'refused' | 'told' | 'learned'>;
  readonly callers: CallerFinder;
  readonly attribution: Attribution;
  /** Records the repository in which a request was made. */
  readonly madeIn: (request: RequestId, repository: string) => void;
  readonly bodies: Pick<Bodies, 'watch' | 'follow'>;
  /** Emits every request whose sub-key is known, before anything is decided: it proves that a connection works. */
  readonly arrived: Pick<Emitter<Arrival>, 'emit'>;
  readonly background: Background;
  readonly dispatcher: Dispatcher;
  /** The same way out for protocols other than HTTP, and the hops on it. */
  readonly connect: Egress['connect'];
  readonly hopTo: Egress['hopTo'];
  readonly countTokens: CountTokens;
  /** How requests to clouds prove who pays. */
  readonly authorizeFor: CloudAuth['authorizeFor'];
  /** Answers requests to MCP servers. */
  readonly mcp: { readonly serve: (request: McpRequest) => Promise<void> };
  readonly clock: Clock;
  readonly log: Logger;
  readonly timeZone: string;
  readonly maxBodyBytes: number;
  /** The memory for requests. */
  readonly memory: Pick<ByteBudget, 'open'>;
}
