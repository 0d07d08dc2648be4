import type { Finding } from '../../../shared/contract/connection-views.ts';
import { ConfigFault } from '../formats/format.ts';
import { FORMATS } from '../formats/formats.ts';
import { valueAt } from '../formats/json-value.ts';
import { plainText } from '../formats/keep-bytes.ts';
import type { ToolSpec } from '../tool-spec.ts';
import { toolOf } from '../connection-deps.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { assignmentsIn } from './assignments.ts';
import { finding } from './finding.ts';
import { unseen } from './isolate-check.ts';

/**
 * Looks in a project folder, and above it, for files that win over the machine's config there: a `.env`, or the tool's
 * own project config. Those that Purser wrote are right.
 */
export async function checkProject(deps: ConnectionDeps, project: string): Promise<readonly Finding[]> {
  const records = deps.book.all();
  const ours = new Set(records.flatMap(({ files }) => files.map(({ done }) => done.file)));
  const connected = deps.tools.filter((tool) =>
    records.some((record) => record.tool === tool.id && record.project === null),
  );
  const findings: Finding[] = [];
  for (const folder of upwards(deps, project)) {
    for (const tool of connected)
      findings.push(...(await checkDotenv(deps, tool, deps.paths.join(folder, '.env'), ours)));
  }
  for (const tool of connected) findings.push(...(await checkConfig(deps, tool, project, ours)));
  return findings;
}

/** The folder and those above it, up to the home folder or the root. */
function upwards(deps: ConnectionDeps, folder: string): readonly string[] {
  const folders: string[] = [];
  for (let here = folder; ;) {
    folders.push(here);
    const above = deps.paths.join(here, '..');
    if (above === here || here === deps.paths.home) return folders;
    here = above;
  }
}

async function checkDotenv(
  deps: ConnectionDeps,
  tool: ToolSpec,
  file: string,
  ours: ReadonlySet<string>,
): Promise<readonly Finding[]> {
  if (!tool.dotenv || ours.has(file)) return [];
  const text = await deps.files.read(file).catch(() => undefined);
  return assignmentsIn(text ?? '')
    .filter(({ name }) => tool.dotenv?.includes(name))
    .map(({ name, line }) =>
      finding({
        id: `dotenv:${tool.id}:${file}:${name}`,
        severity: 'warning',
        tool: tool.id,
        file,
        line,
        text: `${name} in this .env overrides what Purser wrote for ${tool.title}.`,
        byHand: 'Remove the line, or connect the project itself.',
        acts: [
          {
            kind: 'connect',
            tool: 'project',
            title: toolOf(deps, 'project').title,
            project: deps.paths.join(file, '..'),
          },
        ],
      }),
    );
}

async function checkConfig(
  deps: ConnectionDeps,
  tool: ToolSpec,
  project: string,
  ours: ReadonlySet<string>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { file: names, format, at } of tool.projectConfig ?? []) {
    const file = deps.paths.join(project, ...names);
    const text = ours.has(file)
      ? undefined
      : await deps.files
          .read(file)
          .catch((error: unknown) => void findings.push(unseen(`${tool.title}'s config in this project`, file, error)));
    if (text === undefined) continue;
    try {
      const root = FORMATS[format].parse(plainText(text));
      const hits = at.filter((path) => valueAt(root, path) !== undefined);
      findings.push(
        ...hits.map((path) =>
          finding({
            id: `project:${tool.id}:${file}:${path.join('.')}`,
            severity: 'warning',
            tool: tool.id,
            file,
            text: `${path.join('.')} in this project overrides what Purser wrote for ${tool.title}.`,
            ...(tool.scope === 'both'
              ? { acts: [{ kind: 'connect', tool: tool.id, title: tool.title, project }] }
              : { byHand: "Remove it from the project's file." }),
          }),
        ),
      );
    } catch (error) {
      if (!(error instanceof ConfigFault)) findings.push(unseen(`${tool.title}'s config in this project`, file, error));
      else
        findings.push(
          finding({
            id: `broken:${file}`,
            severity: 'warning',
            tool: tool.id,
            file,
            line: error.line ?? null,
            text: `${tool.title} cannot read this file: ${error.message}.`,
            byHand: error.line === undefined ? 'Fix the file.' : 'Fix that line.',
          }),
        );
    }
  }
  return findings;
}
