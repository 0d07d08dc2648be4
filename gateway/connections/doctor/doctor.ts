import type { Diagnosis, Finding } from '../../../shared/contract/connection-views.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { checkConnections } from './check-connections.ts';
import { checkLogins } from './check-logins.ts';
import { describeStrayKey, findStrayKeys } from './check-plain-keys.ts';
import { checkPlainServers } from './check-plain-servers.ts';
import { checkProject } from './check-projects.ts';
import { checkStartupFiles, keepProxiesOff } from './check-startup-files.ts';
import { checkVariables } from './check-variables.ts';
import { canPutRight } from './finding.ts';
import { connect, repair } from '../change/connect.ts';
import { isolateCheck } from './isolate-check.ts';
import { moveKey } from './move-key.ts';
import type { KeyKeeper } from './move-key.ts';
import { usualCaps } from '../survey.ts';
import { toolOf } from '../connection-deps.ts';

export interface DoctorServices extends KeyKeeper {
  /** Names of the providers. */
  providers(): readonly string[];
  /** Puts on record that a key was taken out of a file. */
  noteMoved(file: string): Promise<void>;
}

export interface DoctorAsk {
  /** Ids of findings to put right. */
  readonly fix: readonly string[];
  /** Files inside projects whose keys the person said are theirs. */
  readonly importFrom: readonly string[];
  /** Project folders to look into, beside those that are connected. */
  readonly projects: readonly string[];
}

/** Looks for everything that keeps a tool from spending through Purser, and puts right what it is asked to. */
export async function diagnose(deps: ConnectionDeps, services: DoctorServices, ask: DoctorAsk): Promise<Diagnosis> {
  const fixed: Diagnosis['fixed'] = [];
  // The last one comes first: a fix on one line of a file moves the lines below it, and their findings with them.
  for (const id of ask.fix.toReversed()) {
    const text = await putRight(deps, services, ask, id);
    if (text !== undefined) fixed.unshift({ id, text });
  }
  return { findings: [...(await look(deps, services, ask))], fixed };
}

/** The project folders to look into. */
function foldersOf(deps: ConnectionDeps, { projects }: DoctorAsk): readonly string[] {
  return [...new Set([...projects, ...deps.book.all().flatMap(({ project }) => project ?? [])])];
}

async function look(deps: ConnectionDeps, services: DoctorServices, ask: DoctorAsk): Promise<readonly Finding[]> {
  const records = deps.book.all();
  const folders = foldersOf(deps, ask);
  const connected = records.map((record) => ({
    tool: toolOf(deps, record.tool),
    files: record.files.map(({ done }) => done.file),
  }));
  const scene = { connected, gatewayUrl: deps.gatewayUrl, providers: services.providers() };
  const findings: Finding[] = [];
  const look = async (...check: Parameters<typeof isolateCheck>): Promise<void> =>
    void findings.push(...(await isolateCheck(...check)));
  for (const record of records)
    await look(`the connection ${record.id}`, () => checkConnections(deps, scene.providers, [record]));
  await look('the environment Purser was started in', () =>
    checkVariables({ ...scene, env: deps.machine.env, where: 'the environment Purser was started in' }),
  );
  await look('the startup files of shells', () => checkStartupFiles(deps, scene));
  await look('MCP servers of the tools', () => checkPlainServers(deps));
  await look("logins of the tools' own", () => checkLogins(deps, folders));
  for (const folder of folders) await look(`the project ${folder}`, () => checkProject(deps, folder));
  await look('keys in plain text', async () =>
    (await findStrayKeys(deps, folders)).map((key) => describeStrayKey(key, services.canKeep)),
  );
  return [...new Map(findings.map((found) => [found.id, found])).values()];
}

/** @returns what was done; undefined when there is no such finding any more, or none that can be put right here */
async function putRight(
  deps: ConnectionDeps,
  services: DoctorServices,
  ask: DoctorAsk,
  id: string,
): Promise<string | undefined> {
  const found = (await look(deps, services, ask)).find((one) => one.id === id && canPutRight(one));
  if (!found) return undefined;
  if (id.startsWith('plain-key:')) {
    const key = (await findStrayKeys(deps, foldersOf(deps, ask))).find((one) => one.id === id);
    // A repository can bring a key of its author's: only a person can say that it is theirs.
    if (!key || (key.inProject && !ask.importFrom.includes(key.file))) return undefined;
    const text = await moveKey(deps, services, key);
    await services.noteMoved(key.file);
    return text;
  }
  const [act] = found.acts;
  if (act?.kind === 'keep-proxies-off') return keepProxiesOff(deps, act.file);
  const record = deps.book.find(id.slice(id.indexOf(':') + 1));
  if (!record) return undefined;
  const title = toolOf(deps, record.tool).title;
  if (id.startsWith('changed:')) {
    await repair(deps, record);
    return `Wrote the change to ${title}'s files again.`;
  }
  await connect(deps, {
    tool: record.tool,
    project: record.project ?? undefined,
    keyFrom: record.keyFrom,
    limits: { caps: usualCaps(toolOf(deps, record.tool)) },
    capsOn: 'agent',
    isChosen: false,
  });
  return `Connected ${title} again.`;
}
