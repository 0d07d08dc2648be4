import type { HttpOptions } from '../../shared/contract/http-views.ts';
import type { McpPrice, McpWay } from '../../shared/mcp/mcp-views.ts';
import type { Certainty, CostBasis, EndCause, Outcome } from '../../shared/contract/views.ts';
import type { KeyFrom } from '../../shared/key-source/key-source-views.ts';
import type { Deployments, DeploymentType } from '../../shared/providers/deployments.ts';
import type { ProviderKind } from '../../shared/providers/provider-records.ts';
import type { RefusalView } from '../../shared/contract/refusal-views.ts';
import type { AgentId, ProviderName, RequestId, SubKeyId } from '../../shared/ids.ts';
import type { Nanodollars } from '../../shared/money.ts';
import type { TokenUsage } from '../domain/usage.ts';

/** The records of the ledger, in the shapes that the rest of the gateway uses. Times are epoch milliseconds. */

export interface AgentRecord {
  readonly id: AgentId;
  readonly name: string;
  readonly createdAt: number;
  readonly paused: boolean;
  /** While it is archived, it is out of the way and its requests are refused; null while it is not. */
  readonly archivedAt: number | null;
  /** Its history stays; its sub-keys are revoked. */
  readonly deletedAt: number | null;
  /** The agent that it is part of; null while it is one of its own. */
  readonly mergedInto: AgentId | null;
}

/** Why a sub-key was revoked. One whose time is over is not. */
export type EndReason = Exclude<EndCause, 'expired'>;

export interface ProviderRecord {
  readonly name: ProviderName;
  readonly kind: ProviderKind;
  readonly baseUrl: string;
  readonly createdAt: number;
  /** The settings of an HTTP API that is no AI provider; left out for AI providers. */
  readonly http?: HttpOptions | null;
  /**
   * The person's statement whether it stops, and stops billing, when its stream is left. Left out: the known behaviour
   * of its kind.
   */
  readonly stopsWhenLeft?: 'yes' | 'no' | null;
  /** The models behind names that only this provider knows. */
  readonly deployments?: Deployments | null;
  /** The person's statement where its deployments run, which decides their price. Left out: nobody knows. */
  readonly deploymentType?: DeploymentType | null;
  /** Where its key comes from. Left out: the secret store. */
  readonly keyFrom?: KeyFrom | null;
  /** Since when there is a key in the secret store that reads its bill. Left out: there is none. */
  readonly adminKeyAt?: number | null;
}

/** An MCP server. What is secret of it stands in the secret store. */
export interface McpServerRecord {
  readonly name: ProviderName;
  readonly way: McpWay;
  readonly prices: readonly McpPrice[];
  readonly createdAt: number;
}

/** A tool of an MCP server, as it was when a person trusted it. */
export interface McpToolRecord {
  readonly server: ProviderName;
  readonly name: string;
  /** Its whole description as canonical JSON. */
  readonly trusted: string;
}

/** A thing that a provider keeps, and the sub-key that made it. */
export interface OwnerRecord {
  /** The provider and its id for the thing, with a space between them. */
  readonly thing: string;
  readonly subKeyId: SubKeyId;
}

export interface SubKeyRecord {
  readonly id: SubKeyId;
  readonly agentId: AgentId;
  /** SHA-256 of the sub-key, hex. */
  readonly hash: string;
  readonly hint: string;
  readonly createdAt: number;
  readonly paused: boolean;
  readonly revokedAt: number | null;
  /** Null while it is not revoked, and where that was not kept yet. */
  readonly endReason: EndReason | null;
  /** The person's own name for it; null where it has none. */
  readonly name: string | null;
  /** When its secret was last replaced; null when it never was. */
  readonly rotatedAt: number | null;
  /** Absolute path of the folder it was issued for; null for one that is used anywhere. */
  readonly project: string | null;
}

/** A secret that rotation replaced. */
export interface OldSecretRecord {
  readonly hash: string;
  readonly subKeyId: SubKeyId;
  /** Until then it works beside the new one. */
  readonly validUntil: number;
}

/** A request that holds money. */
export interface ReservationRecord {
  readonly id: RequestId;
  readonly subKeyId: SubKeyId;
  readonly agentId: AgentId;
  readonly provider: ProviderName;
  readonly model: string;
  /** The endpoint as the provider names it: `chat/completions`. */
  readonly endpoint: string;
  readonly stream: boolean;
  readonly startedAt: number;
  /** The money that is held; for a running request, as it was last written. */
  readonly reserved: Nanodollars;
  /** The rates at that moment, as JSON. */
  readonly price: string;
  readonly loweredOutput: boolean;
  /** The limit on the output that Purser set, in tokens for each answer; nothing when it set none. */
  readonly outputLimit?: number | null;
  /** The tool's own id of the conversation; null where it sends none. */
  readonly session: string | null;
  /** The repository that its tool works in, where that is known before; else it is written later. */
  readonly project?: string | null;
}

/** The end of a reservation. */
export interface SettlementRecord {
  readonly settledAt: number;
  readonly cost: Nanodollars;
  readonly usage: TokenUsage;
  readonly certainty: Certainty;
  /** The way in which the cost was found. */
  readonly basis: CostBasis;
  readonly outcome: Outcome;
  readonly status: number | null;
  /** What the provider said when it failed; left out where it said nothing. */
  readonly answered?: string | undefined;
}

/** A refused request with its repeats. */
export interface RefusalRecord extends Omit<RefusalView, 'outcome' | 'agent'> {
  /** The repository that its tool works in, where that is known. */
  readonly project: string | null;
}
