import { createHash } from 'node:crypto';
import { isAbsolute, resolve } from 'node:path';
import { PurserError } from '../../../shared/errors.ts';
import type { Policy } from '../../../shared/policy.ts';
import { connectionId } from '../connection-record.ts';
import type { ConnectionRecord } from '../connection-record.ts';
import { excludeWants } from '../files/keep-from-git.ts';
import { lineDiff } from './line-diff.ts';
import { maskSecrets } from '../files/mask-secrets.ts';
import { planFile } from './plan-file.ts';
import type { PlannedFile } from './plan-file.ts';
import { findSubKey, SUB_KEY_MARK } from '../verify/sub-key-mark.ts';
import { isMcpOnly } from '../tool-spec.ts';
import type { McpRoute, PlanInput, ToolRoutes, ToolSpec } from '../tool-spec.ts';
import type { FileWant } from './want.ts';
import { wantsOf } from '../mcp/mcp-wants.ts';
import { faultIn, isSubKeyOf, toolOf } from '../connection-deps.ts';
import type { ConnectionDeps } from '../connection-deps.ts';

/** A person's wish to connect a tool. */
export interface ConnectionAsk {
  readonly tool: string;
  /** A project folder, for tools that can be connected in one only. */
  readonly project?: string | undefined;
  /** One of the person's providers, instead of the vendors' own. */
  readonly provider?: string | undefined;
  readonly models?: readonly string[] | undefined;
  /** `command`: the tool's file holds no sub-key, but the command that prints a short-lived one. */
  readonly keyFrom?: 'file' | 'command' | undefined;
  /** Whether its entry for MCP servers is wanted; left out: when there are any, or as it was. */
  readonly mcp?: boolean | undefined;
  /** False: no line goes into a project's `.git/info/exclude`, even where git would take a file with a sub-key. */
  readonly gitExclude?: boolean | undefined;
}

/** A connection as it would be, before anything is touched. */
export interface Draft {
  readonly tool: ToolSpec;
  readonly project: string | null;
  /** The name of the agent that gets its sub-key. */
  readonly agent: string;
  readonly routes: ToolRoutes;
  readonly input: PlanInput;
  readonly wants: readonly FileWant[];
  readonly mcp: ConnectionRecord['mcp'];
}

/** @throws PurserError when this tool cannot be connected like that; the sentence says what to do */
export async function draftConnection(deps: ConnectionDeps, ask: ConnectionAsk): Promise<Draft> {
  const tool = toolOf(deps, ask.tool);
  if (tool.coverage.level === 'not-possible')
    throw new PurserError('INVALID_INPUT', `${tool.title} cannot be connected: ${tool.coverage.words}`);
  const project = await projectOf(deps, tool, ask.project);
  const routes = routesFor(tool, deps.routes(ask));
  const agent = agentOf(tool, project);
  if (ask.keyFrom === 'command' && tool.takesCommand !== true)
    throw new PurserError('INVALID_INPUT', `${tool.title} cannot fetch its key from a command.`);
  const input: PlanInput = {
    paths: deps.paths,
    routes,
    key: SUB_KEY_MARK,
    project,
    command: ask.keyFrom === 'command' ? deps.keyCommand(agent) : null,
    mcp: mcpRoute(deps, tool, { ...ask, project, agent }),
  };
  const own = wantsOf(tool, input);
  const excludes = project === null || ask.gitExclude === false ? [] : await excludesOf(deps, tool, project, own);
  const wants = [...excludes, ...own];
  if (wants.length === 0 && tool.instructions === undefined)
    throw new PurserError('INVALID_INPUT', `There is nothing Purser could set up for ${tool.title} on this machine.`);
  const isLeftOut = ask.mcp === false || (ask.mcp === undefined && mcpBefore(deps, tool, project) === 'left-out');
  const mcp = input.mcp ? 'written' : isLeftOut ? 'left-out' : 'none';
  return { tool, project, agent, routes, input, wants, mcp };
}

/** The way to the MCP servers in Purser, where an entry for them is wanted. @throws PurserError where there is no form */
function mcpRoute(
  deps: ConnectionDeps,
  tool: ToolSpec,
  { mcp, keyFrom, project, agent }: Pick<ConnectionAsk, 'mcp' | 'keyFrom'> & Pick<Draft, 'project' | 'agent'>,
): McpRoute | null {
  if (!tool.mcp) {
    if (mcp !== true) return null;
    throw new PurserError('INVALID_INPUT', `Purser knows no way to give ${tool.title} its MCP servers.`);
  }
  const before = mcpBefore(deps, tool, project);
  const usual = isMcpOnly(tool) || before === 'written' || (before !== 'left-out' && deps.mcp.hasServers());
  if (!(mcp ?? usual)) return null;
  return { url: `${deps.gatewayUrl}/mcp`, command: keyFrom === 'command' ? deps.mcp.command(agent) : null };
}

/** What became of its entry when it was connected last. */
function mcpBefore(
  deps: ConnectionDeps,
  { id }: ToolSpec,
  project: string | null,
): ConnectionRecord['mcp'] | undefined {
  return deps.book.find(connectionId(id, project))?.mcp;
}

/** The routes that this tool can use. @throws PurserError `INVALID_INPUT` where there are none */
function routesFor(tool: ToolSpec, all: ToolRoutes): ToolRoutes {
  if (isMcpOnly(tool)) return {};
  const fitting = tool.speaks.flatMap((family) => (all[family] ? [[family, all[family]] as const] : []));
  const usable = fitting.filter(([, { models }]) => models.length > 0 || tool.offersModels !== true);
  if (usable.length > 0) return Object.fromEntries(usable);
  throw new PurserError(
    'INVALID_INPUT',
    fitting.length > 0
      ? `${tool.title} needs to know which models there are: name them with --model NAME.`
      : `${tool.title} needs a provider it can work with. Add a provider key first: ${tool.speaks.join(' or ')}.`,
  );
}

/** The lines that keep these files of a project out of its repository. */
function excludesOf(
  deps: ConnectionDeps,
  tool: ToolSpec,
  project: string,
  own: readonly FileWant[],
): Promise<readonly FileWant[]> {
  const before = deps.book.find(connectionId(tool.id, project))?.files.map(({ done }) => done) ?? [];
  return excludeWants(deps, own, before);
}

function agentOf(tool: ToolSpec, project: string | null): string {
  const name =
    project === null ? tool.title : `${tool.title} (${project.split(/[\\/]/).findLast(Boolean) ?? 'project'})`;
  return name.slice(0, 60);
}

async function projectOf(deps: ConnectionDeps, tool: ToolSpec, folder: string | undefined): Promise<string | null> {
  if (folder === undefined) {
    if (tool.scope === 'project')
      throw new PurserError(
        'INVALID_INPUT',
        `${tool.title} is connected for one project folder at a time: say which one.`,
      );
    return null;
  }
  if (tool.scope === 'machine')
    throw new PurserError(
      'INVALID_INPUT',
      `${tool.title} can only be connected for the whole machine, not for one project folder.`,
    );
  if (!isAbsolute(folder)) throw new PurserError('INVALID_INPUT', 'A project folder is an absolute path.');
  // It goes into comments of files that shells run.
  if (/\p{Cc}/u.test(folder))
    throw new PurserError(
      'INVALID_INPUT',
      'The path of this project folder holds a line break or another control character. Rename the folder first.',
    );
  if (!(await deps.files.exists(folder))) throw new PurserError('NOT_FOUND', `There is no folder ${folder}.`);
  return resolve(folder);
}

/** What its sub-key may reach: its providers, and with an entry for them the MCP servers that no wider policy forbids. */
export function reachOf({ routes, input }: Draft): Policy {
  return { providers: [...providersOf(routes)], ...(input.mcp && { mcp: { servers: ['*'] } }) };
}

export function providersOf(routes: ToolRoutes): readonly string[] {
  return Object.values(routes).map(({ provider }) => provider);
}

/** One file as it is and as it would be. */
export interface FileChange extends PlannedFile {
  readonly file: string;
  readonly text: string | undefined;
}

/**
 * Reads each file and plans its change. @throws PurserError `CONFLICT` that points at the line, or says that it cannot
 * be written
 */
export async function planChanges(
  deps: ConnectionDeps,
  id: string,
  wants: readonly FileWant[],
): Promise<readonly FileChange[]> {
  const changes: FileChange[] = [];
  for (const want of wants) {
    await deps.files.assertWritable(want.file);
    const text = await deps.files.read(want.file);
    try {
      changes.push({ file: want.file, text, ...planFile(text, want, id) });
    } catch (error) {
      throw faultIn(want.file, error);
    }
  }
  return changes;
}

/** Identifies exactly this change to exactly these files, so that the change that was shown is the one that is made. */
export function fingerprintOf(changes: readonly FileChange[]): string {
  const hash = createHash('sha256');
  for (const { file, text, after } of changes) hash.update(JSON.stringify([file, text ?? null, after]));
  return hash.digest('hex').slice(0, 32);
}

/** A difference as it may be shown: without the person's own keys in the lines around. */
export function diffOf(before: string | undefined, after: string | undefined): string {
  return maskSecrets(lineDiff(before ?? '', after ?? ''));
}

/** A text with the mark where the sub-key of a connection stands: that it is there already is no difference. */
export function textWithMark(
  deps: ConnectionDeps,
  text: string | undefined,
  known: ConnectionRecord | undefined,
): string | undefined {
  const secret = text !== undefined && known ? findSubKey(text, isSubKeyOf(deps, known.subKeyId)) : undefined;
  return secret === undefined ? text : text?.replaceAll(secret, SUB_KEY_MARK);
}
