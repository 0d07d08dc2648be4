import type { TrustBook } from './book/trust-book.ts';
import type { McpServerBook } from './book/server-book.ts';
import type { McpDoor } from './serve/serve-mcp.ts';
import type { LoginStep } from './upstream/login/log-in.ts';
import type { Hub } from './upstream/hub.ts';

/** MCP servers: which there are, what is trusted of them, how they do, and the door that tools come through. */
export interface Mcp {
  readonly servers: McpServerBook;
  readonly trust: TrustBook;
  readonly hub: Hub;
  readonly door: McpDoor;
  /** An OpenAPI description from its address. @throws Error in words where there is none */
  readonly fetchDescription: (url: string) => Promise<string>;
  /** Logs in at a server elsewhere, with the person's browser. */
  readonly logIn: (
    server: { readonly name: string; readonly url: string },
    signal: AbortSignal | undefined,
  ) => AsyncGenerator<LoginStep, void, void>;
}
