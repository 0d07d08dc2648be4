import { parseCap } from '../../shared/cap.ts';
import type { Cap } from '../../shared/cap.ts';
import { KNOWN_BY } from '../../shared/contract/connection-views.ts';
import type { ConnectionView, ToolView } from '../../shared/contract/connection-views.ts';
import { checkFile } from './files/check-file.ts';
import type { ConnectionRecord } from './connection-record.ts';
import { findCommand } from './files/place.ts';
import { presetsOf } from './presets.ts';
import { takenInstead } from './verify/taken-instead.ts';
import type { ToolSpec } from './tool-spec.ts';
import { isSubKeyOf, toolOf } from './workshop.ts';
import type { Workshop } from './workshop.ts';

/** How every tool stands on this machine. */
export async function surveyTools(shop: Workshop): Promise<ToolView[]> {
  const routes = shop.routes();
  return Promise.all(
    shop.tools.map(async (tool): Promise<ToolView> => {
      const connections = await Promise.all(
        shop.book
          .all()
          .filter((record) => record.tool === tool.id)
          .map((record) => viewConnection(shop, record)),
      );
      return {
        id: tool.id,
        title: tool.title,
        group: tool.group,
        state: stateOf(shop, tool, connections),
        coverage: coverageOf(tool),
        scope: tool.scope,
        way: wayOf(tool),
        speaks: [...tool.speaks],
        ready: tool.speaks.some((family) => routes[family] !== undefined),
        reload: tool.reload,
        whileDown: tool.whileDown ?? null,
        canTest: tool.selfTest !== undefined,
        takesCommand: tool.takesCommand === true,
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

/** What its sub-key gets unless the person says otherwise. */
export function usualCaps(tool: ToolSpec): Cap[] {
  const cap = parseCap(tool.cap);
  return cap ? [cap] : [];
}

function wayOf(tool: ToolSpec): ToolView['way'] {
  if (tool.coverage.level === 'not-possible') return 'none';
  return tool.files ? 'files' : 'by-hand';
}

function stateOf(shop: Workshop, tool: ToolSpec, connections: readonly ConnectionView[]): ToolView['state'] {
  if (connections.some(({ state }) => state !== 'connected')) return 'changed-outside';
  if (connections.length > 0) return 'connected';
  if (wayOf(tool) === 'none') return 'not-possible';
  return isHere(shop, tool) ? 'found' : 'not-found';
}

function isHere(shop: Workshop, tool: ToolSpec): boolean {
  // A folder of any project, or the person's session, is always there.
  if (tool.group === 'environment') return true;
  return (
    tool.detect.commands.some((command) => findCommand(shop.machine, command) !== undefined) ||
    tool.detect.paths(shop.place).some(shop.place.isThere)
  );
}

/** A connection, compared with its files as they are now. */
export async function viewConnection(shop: Workshop, record: ConnectionRecord): Promise<ConnectionView> {
  const differences = await differencesOf(shop, record);
  return {
    id: record.id,
    tool: record.tool,
    title: toolOf(shop, record.tool).title,
    project: record.project,
    agent: shop.keys.agentOf(record.subKeyId)?.name ?? '',
    subKeyId: record.subKeyId,
    createdAt: record.createdAt,
    keyFrom: record.keyFrom,
    files: record.files.map(({ done }) => done.file),
    state: shop.keys.isRevoked(record.subKeyId) ? 'revoked' : differences.length > 0 ? 'changed-outside' : 'connected',
    differences,
    past: [...(await takenInstead(shop, toolOf(shop, record.tool)))],
    verified: record.verified,
  };
}

/** What is no longer as it was made, and a port that is no longer ours. */
export async function differencesOf(shop: Workshop, record: ConnectionRecord): Promise<ConnectionView['differences']> {
  const isSubKey = isSubKeyOf(shop, record.subKeyId);
  const differences: ConnectionView['differences'] = [];
  for (const { done } of record.files) {
    const found = await shop.files
      .read(done.file)
      .then((text) => checkFile(text, done, isSubKey))
      .catch((error: unknown) => [error instanceof Error ? error.message : 'the file cannot be read']);
    differences.push(...found.map((text) => ({ file: done.file, text })));
    if (found.length === 0 && record.gatewayUrl !== shop.gatewayUrl && JSON.stringify(done).includes(record.gatewayUrl))
      differences.push({
        file: done.file,
        text: `it still points at ${record.gatewayUrl}, and Purser now serves ${shop.gatewayUrl}`,
      });
  }
  return differences;
}
