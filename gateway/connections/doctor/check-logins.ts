import type { Finding } from '../../../shared/contract/connection-views.ts';
import { ConfigFault } from '../formats/format.ts';
import { FORMATS } from '../formats/formats.ts';
import { valueAt } from '../formats/json-value.ts';
import { plainText } from '../formats/keep-bytes.ts';
import { pathText } from '../files/path-text.ts';
import type { LoginRule, ToolSpec } from '../tool-spec.ts';
import { toolOf } from '../connection-deps.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { finding } from './finding.ts';
import { isolateCheck } from './isolate-check.ts';

/**
 * Looks for logins of the tools' own that win over what Purser wrote, or that are sent beside it: the tool's rule says
 * which can. No login is ever shown, and none is touched.
 * @param projects folders whose settings may choose a login
 */
export async function checkLogins(deps: ConnectionDeps, projects: readonly string[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const tool of connectedTools(deps))
    findings.push(...(await isolateCheck(`the login of ${tool.title}`, () => checkLoginOf(deps, tool, projects))));
  for (const tool of deps.tools)
    findings.push(...(await isolateCheck(`the login of ${tool.title} beside the shell`, () => checkShell(deps, tool))));
  return findings;
}

/** The same for one tool, connected or about to be. */
export async function checkLoginOf(
  deps: ConnectionDeps,
  tool: ToolSpec,
  projects: readonly string[],
): Promise<readonly Finding[]> {
  if (!tool.login) return [];
  const findings = [...(await checkWinner(deps, tool, tool.login))];
  for (const folder of [null, ...projects]) findings.push(...(await checkChoice(deps, tool, tool.login, folder)));
  return findings;
}

function connectedTools(deps: ConnectionDeps): readonly ToolSpec[] {
  return [...new Set(deps.book.all().map(({ tool }) => toolOf(deps, tool)))];
}

/** A login that is there and is used instead of ours. */
async function checkWinner(
  deps: ConnectionDeps,
  tool: ToolSpec,
  { effect, file: fileOf, wins, words, byHand }: LoginRule,
): Promise<readonly Finding[]> {
  const file = effect === 'wins' ? fileOf?.(deps.paths) : undefined;
  const text = file === undefined ? undefined : await deps.files.read(file).catch(() => undefined);
  if (file === undefined || text === undefined || wins?.(text, deps.paths) === false) return [];
  return [
    finding({
      id: `login:${tool.id}`,
      severity: 'error',
      tool: tool.id,
      file,
      text: `${tool.title} has its own login, which overrides what Purser wrote. ${words}`,
      byHand: byHand ?? null,
    }),
  ];
}

/** Settings above ours that choose the login, whether or not there is one yet: without one, the tool asks for it. */
async function checkChoice(
  deps: ConnectionDeps,
  tool: ToolSpec,
  { chosenBy }: LoginRule,
  project: string | null,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const file of chosenBy?.files(deps.paths, project) ?? []) {
    const text = await deps.files.read(file).catch(() => undefined);
    if (!chosenBy || text === undefined) continue;
    const root = parsed(chosenBy.format, text);
    for (const path of chosenBy.at) {
      const value = valueAt(root, path);
      if (value === undefined || chosenBy.ours.some((one) => one === value)) continue;
      findings.push(
        finding({
          id: `login-chosen:${tool.id}:${file}:${pathText(path)}`,
          severity: 'error',
          tool: tool.id,
          file,
          text: `${pathText(path)} makes ${tool.title} use another login here instead of the key that Purser gave it.`,
          byHand: `Remove it, or set it to "${chosenBy.ours[0] ?? ''}".`,
        }),
      );
    }
  }
  return findings;
}

/** A file that its tool cannot read chooses nothing. */
function parsed(
  format: NonNullable<LoginRule['chosenBy']>['format'],
  text: string,
): ReturnType<(typeof FORMATS)[typeof format]['parse']> {
  try {
    return FORMATS[format].parse(plainText(text));
  } catch (error) {
    if (error instanceof ConfigFault) return undefined;
    throw error;
  }
}

/** A tool that is not connected itself, in an environment that is: it prefers its own login to the variables. */
async function checkShell(deps: ConnectionDeps, { id, title, login }: ToolSpec): Promise<readonly Finding[]> {
  const records = deps.book.all();
  const { inShell, file: fileOf } = login ?? {};
  if (!inShell || !fileOf || records.some(({ tool, project }) => tool === id && project === null)) return [];
  // None of these tools reads a project's .env.
  const setting = records.filter(
    (record) =>
      record.tool !== 'project' &&
      setsVariable(
        record.files.map(({ done }) => JSON.stringify(done)),
        inShell.variable,
      ),
  );
  const file = fileOf(deps.paths);
  if (setting.length === 0 || !(await deps.files.exists(file))) return [];
  return [
    finding({
      id: `login-in-shell:${id}`,
      severity: 'warning',
      tool: id,
      file,
      text: inShell.words,
      acts: [{ kind: 'connect', tool: id, title, project: null }],
    }),
  ];
}

function setsVariable(templates: readonly string[], variable: string): boolean {
  return templates.some((template) => new RegExp(String.raw`\b${variable}\b`).test(template));
}
