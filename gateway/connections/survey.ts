import { parseCap } from '../../shared/cap.ts';
import type { Cap } from '../../shared/cap.ts';
import { KNOWN_BY } from '../../shared/contract/connection-views.ts';
import type { ConnectionView, ToolView } from '../../shared/contract/connection-views.ts';
import { checkFile } from './files/check-file.ts';
import type { ConnectionRecord } from './connection-record.ts';
import { findCommand } from './files/machine-paths.ts';
import { presetsOf } from '../../shared/preset.ts';
import { findOverrides } from './verify/find-overrides.ts';
import { isMcpOnly } from './tool-spec.ts';
import type { ToolSpec } from './tool-spec.ts';
import { isSubKeyOf, toolOf } from './connection-deps.ts';
import type { ConnectionDeps } from './connection-deps.ts';

/** The state of every tool on this machine. */
export async function surveyTools(deps: ConnectionDeps): Promise<ToolView[]> {
  const routes = deps.routes();
  return Promise.all(
    deps.tools.map(async (tool): Promise<ToolView> => {
      const connections = await Promise.all(
        deps.book
          .all()
          .filter((record) => record.tool === tool.id)
          .map((record) => viewConnection(deps, record)),
      );
      return {
        id: tool.id,
        title: tool.title,
        group: tool.group,
        state: stateOf(deps, tool, connections),
        coverage: coverageOf(tool),
        scope: tool.scope,
        way: wayOf(tool),
        speaks: [...tool.speaks],
        ready: isMcpOnly(tool) || tool.speaks.some((family) => routes[family] !== undefined),
        reload: tool.reload,
        whileDown: tool.whileDown ?? null,
        canTest: tool.selfTest !== undefined,
        takesCommand: tool.takesCommand === true,
        takesMcp: tool.mcp !== undefined,
        caps: usualCaps(tool),
        presets: presetsOf(tool),
        connections,
      };
    }),
  );
}

function coverageOf({ coverage: { level, words, evidence } }: ToolSpec): ToolView['coverage'] {
  const known = KNOWN_BY.find((by) => evidence.startsWith(by)) ?? 'told';
  return { level, words, known, evidence: evidence.slice(known.length).replace(/^: /, '') };
}

/** The caps that its sub-key gets unless the person says otherwise. */
export function usualCaps(tool: ToolSpec): Cap[] {
  const cap = parseCap(tool.cap);
  return cap ? [cap] : [];
}

function wayOf(tool: ToolSpec): ToolView['way'] {
  if (tool.coverage.level === 'not-possible') return 'none';
  return tool.files || tool.mcp ? 'files' : 'by-hand';
}

function stateOf(deps: ConnectionDeps, tool: ToolSpec, connections: readonly ConnectionView[]): ToolView['state'] {
  if (connections.some(({ state }) => state !== 'connected')) return 'changed-outside';
  if (connections.length > 0) return 'connected';
  if (wayOf(tool) === 'none') return 'not-possible';
  return isHere(deps, tool) ? 'found' : 'not-found';
}

function isHere(deps: ConnectionDeps, tool: ToolSpec): boolean {
  // A folder of any project, or the person's session, is always there.
  if (tool.group === 'environment') return true;
  return (
    tool.detect.commands.some((command) => findCommand(deps.machine, command) !== undefined) ||
    tool.detect.paths(deps.paths).some(deps.paths.isThere)
  );
}

/** A connection, compared with its files as they are now. */
export async function viewConnection(deps: ConnectionDeps, record: ConnectionRecord): Promise<ConnectionView> {
  const differences = await differencesOf(deps, record);
  return {
    id: record.id,
    tool: record.tool,
    title: toolOf(deps, record.tool).title,
    project: record.project,
    agent: deps.keys.agentOf(record.subKeyId)?.name ?? '',
    subKeyId: record.subKeyId,
    createdAt: record.createdAt,
    keyFrom: record.keyFrom,
    mcp: record.mcp,
    files: record.files.map(({ done }) => done.file),
    state: deps.keys.isRevoked(record.subKeyId) ? 'revoked' : differences.length > 0 ? 'changed-outside' : 'connected',
    differences,
    past: [...(await findOverrides(deps, toolOf(deps, record.tool)))],
    verified: record.verified,
  };
}

/** Everything that is no longer as Purser made it, and a port that is no longer ours. */
export async function differencesOf(
  deps: ConnectionDeps,
  record: ConnectionRecord,
): Promise<ConnectionView['differences']> {
  const isSubKey = isSubKeyOf(deps, record.subKeyId);
  const differences: ConnectionView['differences'] = [];
  for (const { done } of record.files) {
    const found = await deps.files
      .read(done.file)
      .then((text) => checkFile(text, done, isSubKey))
      .catch((error: unknown) => [error instanceof Error ? error.message : 'the file cannot be read']);
    differences.push(...found.map((text) => ({ file: done.file, text })));
    if (found.length === 0 && record.gatewayUrl !== deps.gatewayUrl && JSON.stringify(done).includes(record.gatewayUrl))
      differences.push({
        file: done.file,
        text: `it still points at ${record.gatewayUrl}, and Purser now serves ${deps.gatewayUrl}`,
      });
  }
  return differences;
}
