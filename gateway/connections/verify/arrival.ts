import type { SubKeyId } from '../../../shared/ids.ts';

/** A request whose sub-key is known, as it comes in and before anything is decided about it. */
export interface Arrival {
  readonly subKeyId: SubKeyId;
  readonly userAgent: string;
  /** Its path is an endpoint of a provider in Purser: a request to any other proves no connection. */
  readonly leads: boolean;
  /** It is for MCP servers in Purser: that proves no way of a model. */
  readonly mcp: boolean;
}
