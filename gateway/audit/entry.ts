/** The kinds of events that must be on record. Their names are stable: `purser audit export` prints them. */
export type AuditKind =
  | 'gateway-started'
  | 'gateway-stopped'
  | 'provider-added'
  | 'provider-removed'
  | 'secrets-moved'
  | 'key-source-added'
  | 'key-source-removed'
  | 'mcp-server-added'
  | 'mcp-server-removed'
  | 'mcp-server-changed'
  | 'mcp-servers-moved'
  | 'mcp-servers-put-back'
  | 'mcp-tool-changed'
  | 'mcp-tool-accepted'
  | 'mcp-call'
  | 'agent-added'
  | 'agent-paused'
  | 'agent-resumed'
  | 'agent-renamed'
  | 'agent-archived'
  | 'agent-unarchived'
  | 'agent-deleted'
  | 'agent-merged'
  | 'sub-key-issued'
  | 'sub-key-paused'
  | 'sub-key-resumed'
  | 'sub-key-revoked'
  | 'sub-key-restored'
  | 'sub-key-renamed'
  | 'sub-key-rotated'
  | 'old-secret-used'
  | 'everything-paused'
  | 'everything-resumed'
  | 'bodies-on'
  | 'bodies-off'
  | 'bodies-deleted'
  | 'cap-warning'
  | 'brake-warning'
  | 'brake-paused'
  | 'bill-fault'
  | 'provider-question'
  | 'provider-changed'
  | 'admin-key-added'
  | 'admin-key-removed'
  | 'bill-settled'
  | 'cost-corrected'
  | 'approval-asked'
  | 'approval-answered'
  | 'cap-raised'
  | 'policy-set'
  | 'price-set'
  | 'price-removed'
  | 'prices-updated'
  | 'prices-reset'
  | 'price-check-on'
  | 'price-check-off'
  | 'price-news'
  | 'history-repriced'
  | 'history-deleted'
  | 'settings-changed'
  | 'tool-connected'
  | 'tool-repaired'
  | 'tool-disconnected'
  | 'key-moved'
  | 'browser-logged-in'
  | 'browser-logged-out'
  | 'record-sealed'
  | 'record-broken'
  | 'requests-cut'
  | 'request-cut'
  | 'request-refused'
  | 'crash-settled'
  | 'clock-went-back';

/**
 * One entry before it is linked. `detail` holds plain facts and never a secret, a body or an upstream error text.
 */
export interface AuditEntry {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly kind: AuditKind;
  /** The subject of the entry, where there is one, by the ids of the ledger. */
  readonly agentId?: string;
  readonly subKeyId?: string;
  /** Joins the entry to its row in the ledger. */
  readonly requestId?: string;
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}
