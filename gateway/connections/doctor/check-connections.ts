import type { DoctorAct, Finding } from '../../../shared/contract/connection-views.ts';
import type { ConnectionRecord } from '../connection-record.ts';
import { exposedText, exposedToGit } from '../files/keep-from-git.ts';
import { viewConnection } from '../survey.ts';
import { toolOf } from '../connection-deps.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { finding } from './finding.ts';

/**
 * Looks at every connection: a revoked sub-key, a provider that was removed, a stale port, a file that somebody
 * changed, a choice that leads past Purser, a file that git would take.
 */
export async function checkConnections(
  deps: ConnectionDeps,
  providers: readonly string[],
  records = deps.book.all(),
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const record of records) {
    const { title, state, differences, past } = await viewConnection(deps, record);
    if (state === 'revoked') {
      // Somebody stopped it on purpose: a new sub-key is theirs to ask for.
      findings.push(
        finding({
          id: `revoked:${record.id}`,
          severity: 'error',
          tool: record.tool,
          text: `The sub-key of ${title} was revoked, and ${title} still holds it.`,
          acts: [again(record, title), { kind: 'disconnect', connection: record.id }],
        }),
      );
      continue;
    }
    for (const name of providersIn(record).filter((one) => !providers.includes(one))) {
      findings.push(
        finding({
          id: `no-provider:${record.id}:${name}`,
          severity: 'error',
          tool: record.tool,
          text: `${title} uses the provider "${name}", which does not exist any more.`,
          acts: [{ kind: 'add-provider', provider: name }, again(record, title)],
        }),
      );
    }
    findings.push(
      ...past.map(({ file, text, byHand }) =>
        finding({
          id: `past:${record.id}:${text}`,
          severity: 'warning',
          tool: record.tool,
          file,
          text: `${text}.`,
          byHand,
        }),
      ),
    );
    for (const exposed of await exposedToGit(
      deps,
      record.files.map(({ done }) => done),
    )) {
      findings.push(
        finding({
          id: `not-ignored:${exposed.file}`,
          severity: 'warning',
          tool: record.tool,
          file: exposed.file,
          ...exposedText(exposed, 'holds'),
        }),
      );
    }
    findings.push(...missingMcp(deps, record, title));
    const isStale = record.gatewayUrl !== deps.gatewayUrl;
    for (const { file, text } of differences.slice(0, 1)) {
      const id = `${isStale ? 'stale-port' : 'changed'}:${record.id}`;
      const more = differences.length > 1 ? ` (and ${differences.length - 1} more)` : '';
      findings.push(
        finding({
          id,
          severity: 'error',
          tool: record.tool,
          file,
          text: `${title}: ${text}${more}.`,
          acts: [{ kind: 'put-right', what: isStale ? 'connect-again' : 'repair', connection: record.id }],
        }),
      );
    }
  }
  return findings;
}

/** The MCP servers that came after a tool was connected, which it could have. */
function missingMcp(deps: ConnectionDeps, { id, tool, mcp }: ConnectionRecord, title: string): readonly Finding[] {
  if (mcp !== 'none' || !deps.mcp.hasServers() || toolOf(deps, tool).mcp === undefined) return [];
  return [
    finding({
      id: `no-mcp:${id}`,
      severity: 'note',
      tool,
      text: `Purser has MCP servers, and ${title} has no entry for them yet.`,
      acts: [{ kind: 'put-right', what: 'connect-again', connection: id }],
    }),
  ];
}

function again({ tool, project }: ConnectionRecord, title: string): DoctorAct {
  return { kind: 'connect', tool, title, project };
}

/** The providers that the written addresses name; `/mcp` is the address of MCP servers. */
function providersIn({ files, gatewayUrl }: ConnectionRecord): readonly string[] {
  const rests = JSON.stringify(files.map(({ done }) => done))
    .split(`${gatewayUrl}/`)
    .slice(1);
  return [...new Set(rests.map((rest) => /^[a-z][a-z0-9-]*/.exec(rest)?.[0] ?? ''))].filter((name) => name !== 'mcp');
}
