import { createHash } from 'node:crypto';
import { PurserError } from '../../../shared/errors.ts';
import type { ProviderName } from '../../../shared/ids.ts';
import { visibleText } from '../../../shared/visible-text.ts';
import { canonicalText, compareDefinitions } from '../../domain/mcp/compare-definitions.ts';
import type { Difference } from '../../domain/mcp/compare-definitions.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { statements } from '../../ledger/statements.ts';
import type { Clock } from '../../platform/ports.ts';
import type { OfferedTool } from '../upstream/offered-tool.ts';

/** A tool as it was trusted, and what its server says of it now. */
export interface KnownTool {
  readonly trusted: OfferedTool;
  /** Undefined while the server has not been reached, or has it no more. */
  readonly offered: OfferedTool | undefined;
  readonly state: 'trusted' | 'changed' | 'gone';
}

/** A change that waits for a person. */
export interface ToolChange {
  readonly tool: string;
  readonly version: string;
  readonly differences: readonly Difference[];
}

/**
 * The tools of every server as they were when they were first seen, or last accepted. A server that describes a tool
 * otherwise later may have been taken over, or plays fair only at first: that tool is stopped until a person has seen
 * the difference.
 */
export interface TrustBook {
  /** What is known of a server's tools, by name. */
  tools(server: string): readonly KnownTool[];
  /** Only a tool that is described as it was trusted may be called. */
  find(server: string, tool: string): KnownTool | undefined;
  /** Takes what a server says now: what is new is trusted, what is described otherwise waits for a person. */
  offer(server: ProviderName, tools: readonly OfferedTool[]): Promise<void>;
  changes(server: string): readonly ToolChange[];
  /** @throws PurserError `NOT_FOUND`; `CONFLICT` when it has changed again since */
  accept(server: ProviderName, tool: string, version: string): Promise<void>;
  forget(server: string): void;
}

/** More tools than any server has, with those that it had before. */
const MOST_KNOWN = 4_000;

interface TrustDeps {
  readonly ledger: Pick<Ledger, 'contents' | 'write'>;
  readonly clock: Clock;
  readonly parse: (text: string) => OfferedTool | undefined;
  /** Called when a tool was stopped because it changed. */
  readonly onChange: (server: ProviderName, tool: string) => void;
}

/** @see TrustBook */
export function openTrustBook({ ledger, clock, parse, onChange }: TrustDeps): TrustBook {
  const trusted = new Map<string, Map<string, OfferedTool>>();
  const offered = new Map<string, Map<string, OfferedTool>>();
  for (const { server, name, trusted: text } of ledger.contents.mcpTools) {
    const tool = parse(text);
    if (tool) mapIn(trusted, server).set(name, tool);
  }
  const known = (server: string, name: string): KnownTool | undefined => {
    const before = trusted.get(server)?.get(name);
    if (!before) return undefined;
    const now = offered.get(server)?.get(name);
    // Until it is reached again, a server is taken to be as it was.
    if (!offered.has(server)) return { trusted: before, offered: undefined, state: 'trusted' };
    if (!now) return { trusted: before, offered: undefined, state: 'gone' };
    return { trusted: before, offered: now, state: isSame(before, now) ? 'trusted' : 'changed' };
  };
  const tools = (server: string): readonly KnownTool[] =>
    [...(trusted.get(server)?.keys() ?? [])].map((name) => known(server, name)).filter((one) => one !== undefined);
  return {
    tools,
    find: known,
    async offer(server, list) {
      const before = mapIn(trusted, server);
      // A server with other names each time would fill memory and ledger.
      const fresh = list.filter(({ name }) => !before.has(name)).slice(0, Math.max(0, MOST_KNOWN - before.size));
      const changed = list.filter((tool) => {
        const last = offered.get(server)?.get(tool.name) ?? before.get(tool.name);
        const was = before.get(tool.name);
        return was !== undefined && !isSame(was, tool) && last !== undefined && !isSame(last, tool);
      });
      offered.set(server, new Map(list.map((tool) => [tool.name, tool])));
      for (const tool of fresh) before.set(tool.name, tool);
      for (const { name } of changed) onChange(server, name);
      if (fresh.length === 0 && changed.length === 0) return;
      await ledger.write(
        fresh.map((tool) => statements.trustMcpTool({ server, name: tool.name, trusted: canonicalText(tool) })),
        changed.map(({ name }) => ({ at: clock.now(), kind: 'mcp-tool-changed', detail: { server, tool: name } })),
      );
    },
    changes: (server) =>
      tools(server).flatMap(({ trusted: before, offered: now, state }) =>
        state === 'changed' && now
          ? [{ tool: before.name, version: versionOf(now), differences: compareDefinitions(before, now) }]
          : [],
      ),
    async accept(server, shown, version) {
      // A person has seen the name with what is hidden in it written out.
      const name = [...(trusted.get(server)?.keys() ?? [])].find((one) => visibleText(one) === shown) ?? shown;
      const now = known(server, name)?.offered;
      if (!now) throw new PurserError('NOT_FOUND', `${server} has no tool "${name}" that waits to be accepted.`);
      if (versionOf(now) !== version)
        throw new PurserError(
          'CONFLICT',
          `"${name}" of ${server} has changed again since it was shown. Look at it anew.`,
        );
      await ledger.write(
        [statements.trustMcpTool({ server, name, trusted: canonicalText(now) })],
        [{ at: clock.now(), kind: 'mcp-tool-accepted', detail: { server, tool: name, version } }],
      );
      mapIn(trusted, server).set(name, now);
    },
    forget(server) {
      trusted.delete(server);
      offered.delete(server);
    },
  };
}

function mapIn(maps: Map<string, Map<string, OfferedTool>>, server: string): Map<string, OfferedTool> {
  const found = maps.get(server) ?? new Map<string, OfferedTool>();
  maps.set(server, found);
  return found;
}

function isSame(one: OfferedTool, other: OfferedTool): boolean {
  return one === other || canonicalText(one) === canonicalText(other);
}

const VERSION_LETTERS = 16;

function versionOf(tool: OfferedTool): string {
  return createHash('sha256').update(canonicalText(tool)).digest('hex').slice(0, VERSION_LETTERS);
}
