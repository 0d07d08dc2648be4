import type { ConnectionDeps } from '../connection-deps.ts';
import type { ConnectionRecord } from '../connection-record.ts';
import { reconnect, wantOf } from './connect.ts';
import { draftConnection } from './plan-connection.ts';
import type { FileWant } from './want.ts';

/**
 * Points a connected tool at the address that the gateway has now. Everything else that was written stays as it was:
 * its sub-key, its provider, its models.
 * @throws PurserError when a file cannot be changed; then the connection is as it was
 */
export async function moveConnection(deps: ConnectionDeps, record: ConnectionRecord): Promise<void> {
  const draft = await draftConnection(deps, {
    tool: record.tool,
    ...(record.project !== null && { project: record.project }),
    keyFrom: record.keyFrom,
  });
  const wants = record.files.map(({ done }) => at(wantOf(done), record.gatewayUrl, deps.gatewayUrl));
  // No routes: they would widen what the sub-key may reach.
  await reconnect(deps, record, { ...draft, routes: {}, wants, mcp: record.mcp }, undefined);
}

/** The same change with another address in it. What a record holds is plain data. */
function at(want: FileWant, before: string, now: string): FileWant {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only texts in it are others
  return moved(want, before, now) as FileWant;
}

function moved(value: unknown, before: string, now: string): unknown {
  if (typeof value === 'string') return value.replaceAll(before, now);
  if (Array.isArray(value)) return value.map((item: unknown): unknown => moved(item, before, now));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, moved(item, before, now)]));
}
