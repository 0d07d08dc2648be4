import type { IncomingMessage } from 'node:http';
import type { McpServerRecord, SubKeyRecord } from '../../ledger/records.ts';
import type { TeeResponse } from '../../proxy/relay/tee-response.ts';

/** How far a tool is. */
export interface Progress {
  readonly progress: number;
  readonly total?: number | undefined;
  readonly message?: string | undefined;
}

/** A call of a tool by a sub-key that is known. */
export interface ToolCall {
  readonly key: SubKeyRecord;
  readonly record: McpServerRecord;
  /** As its server names it. */
  readonly tool: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  /** Aborted when the client cancels the call, or goes away. */
  readonly signal: AbortSignal;
  /** Passes on how far the tool is; undefined where the client does not want to know. */
  readonly onProgress: ((progress: Progress) => void) | undefined;
  readonly request: IncomingMessage;
  /** Where the client's reply goes, for the bodies that are kept. */
  readonly response: TeeResponse;
  readonly body: Buffer;
}
