/** A tool as its server describes it, in the fields that Purser looks at. Everything else is passed on as it came. */
export interface ToolFacts {
  readonly name: string;
  readonly annotations?: {
    readonly readOnlyHint?: boolean | undefined;
    readonly destructiveHint?: boolean | undefined;
  };
}

/** A call as policies name it. */
export interface ToolCallFacts {
  readonly server: string;
  readonly tool: ToolFacts;
  readonly arguments: Readonly<Record<string, unknown>>;
}

/** Every call of a tool stands in the ledger under this endpoint: the method of the protocol. */
export const TOOL_ENDPOINT = 'tools/call';

/** The name of a tool in policies, caps and the ledger: `github/create_issue`. */
export function qualifiedName(server: string, tool: string): string {
  return `${server}/${tool}`;
}

/**
 * True where its server does not say that it only reads, or only adds. The same assumption as that of the protocol:
 * nothing said means that it may destroy something.
 * Source: https://modelcontextprotocol.io/specification/2025-11-25/schema#toolannotations (2026-11-30)
 */
export function mayDestroy({ annotations }: ToolFacts): boolean {
  return annotations?.readOnlyHint !== true && annotations?.destructiveHint !== false;
}
