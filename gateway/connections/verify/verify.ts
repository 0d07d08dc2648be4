import type { Proof, Verdict } from '../../../shared/contract/connection-views.ts';
import type { Emitter } from '../../platform/emitter.ts';
import { isSubKeyOf, toolOf } from '../connection-deps.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import type { ConnectionRecord } from '../connection-record.ts';
import { findCommand } from '../files/machine-paths.ts';
import { differencesOf } from '../survey.ts';
import type { ToolSpec } from '../tool-spec.ts';
import type { Arrival } from './arrival.ts';
import { firstRequestsIn } from './first-requests.ts';
import { interceptingProxy } from './loopback.ts';
import { arrivesDuring, beginRequest, isOwnProbe, leadsFor } from './probe.ts';
import { runTool } from './run-tool.ts';
import { findSubKey } from './sub-key-mark.ts';
import { findOverrides } from './find-overrides.ts';
import { terminalEnvironment } from './terminal-environment.ts';
import type { Environment } from './terminal-environment.ts';

/** @see VerifyAsk */
interface Ask {
  readonly run: boolean;
  readonly proxies?: Environment | undefined;
}

/** A connection to be proved, and what every step of that needs. */
interface Candidate {
  readonly deps: ConnectionDeps;
  readonly record: ConnectionRecord;
  readonly tool: ToolSpec;
  readonly arrivals: Emitter<Arrival>;
}

/**
 * Proves a connection: only a request that reached the gateway with the right sub-key and a path that leads somewhere
 * counts, whatever the answer. A request that passed a proxy does not count.
 * @param ask `run` lets the tool itself ask one small thing, which costs a little; else its first request is begun in
 * its place
 */
export async function verify(
  deps: ConnectionDeps,
  record: ConnectionRecord,
  { run, proxies }: Ask,
  arrivals: Emitter<Arrival>,
): Promise<Verdict> {
  const [difference] = await differencesOf(deps, record);
  if (difference) return failed(record, `${difference.file}: ${difference.text}. Repair the connection first.`);
  const tool = toolOf(deps, record.tool);
  const env = await terminalEnvironment(deps, record, proxies);
  const proxy = record.files.length === 0 ? undefined : interceptingProxy(env);
  if (proxy !== undefined) {
    const may = `${tool.title} may send its sub-key to that proxy instead of Purser`;
    return failed(
      record,
      `${proxy} is set, and NO_PROXY does not exclude 127.0.0.1: ${may}. The doctor says what to do.`,
    );
  }
  const candidate: Candidate = { deps, record, tool, arrivals };
  const tested = run ? await runSelfTest(candidate, env) : undefined;
  return tested ?? probeInItsPlace(candidate);
}

/** Lets the tool make a request of its own. @returns undefined where it has no command for that on this machine */
async function runSelfTest(
  { deps, record, tool, arrivals }: Candidate,
  env: Environment,
): Promise<Verdict | undefined> {
  const command = tool.selfTest && findCommand(deps.machine, tool.selfTest.command);
  if (!tool.selfTest || command === undefined) return undefined;
  const args = tool.selfTest.args(deps.routes());
  const arrived = await arrivesDuring(
    arrivals,
    record.subKeyId,
    (arrival) => !isOwnProbe(arrival) && leadsFor(tool, arrival),
    (signal) => runTool({ command, args, env, project: record.project }, signal),
  );
  if (arrived)
    return proved(
      deps,
      record,
      'self-test',
      `${tool.title} made a request of its own, and it arrived with its sub-key.`,
    );
  return failed(
    record,
    `${tool.title} was run (${tool.selfTest.command}), and no request with its sub-key ` +
      `arrived. ${await whyNot(deps, tool)}`,
  );
}

/** Begins each request that the tool would make first, with the address and the sub-key as they stand in its files. */
async function probeInItsPlace({ deps, record, tool, arrivals }: Candidate): Promise<Verdict> {
  if (record.files.length === 0)
    return failed(
      record,
      `Purser cannot see into ${tool.title}. Use it once: the connection turns green when its first request arrives.`,
    );
  const key = await keyIn(deps, record);
  const urls = await firstRequestsOf(deps, record);
  if (key === undefined || urls.length === 0)
    return failed(record, 'There is no address or no sub-key in its files. Repair the connection first.');
  for (const url of urls) {
    const arrived = await arrivesDuring(
      arrivals,
      record.subKeyId,
      (arrival) => isOwnProbe(arrival) && (arrival.leads || arrival.mcp),
      (signal) => beginRequest(url, key, signal),
    );
    if (!arrived)
      return failed(
        record,
        `${tool.title} would ask ${url}, and nothing is served there. Is the provider still in Purser, and does it ` +
          `speak this protocol? Then connect ${tool.title} again.`,
      );
  }
  const [override] = await findOverrides(deps, tool);
  if (override)
    return failed(
      record,
      `The address and the sub-key in its file work. But ${override.text} (${override.file}). ${override.byHand}`,
    );
  const isFirst = record.verified === null || record.verified.how === 'on-its-behalf';
  return proved(
    deps,
    record,
    'on-its-behalf',
    `A request with the address and the sub-key from its file arrived, at the path that ${tool.title} ` +
      `asks.${isFirst ? ` ${tool.title} itself has not made one yet.` : ''}`,
  );
}

async function whyNot(deps: ConnectionDeps, tool: ToolSpec): Promise<string> {
  const [override] = await findOverrides(deps, tool);
  return override ? `${override.text} (${override.file}). ${override.byHand}` : 'The doctor may know why.';
}

function failed({ id }: ConnectionRecord, text: string): Verdict {
  return { id, ok: false, how: null, text };
}

async function proved(deps: ConnectionDeps, { id }: ConnectionRecord, how: Proof, text: string): Promise<Verdict> {
  await noteProof(deps, id, how);
  return { id, ok: true, how, text };
}

/** Writes down that a connection works. A tool's own request is the best proof and is not replaced by a lesser one. */
export async function noteProof(deps: ConnectionDeps, id: string, how: Proof): Promise<void> {
  const record = deps.book.find(id);
  if (!record || (how === 'on-its-behalf' && record.verified !== null && record.verified.how !== how)) return;
  await deps.book.save({ ...record, verified: { at: deps.clock.now(), how } }, {});
}

/** The requests that the tool would make first, by its files as they are. */
async function firstRequestsOf(deps: ConnectionDeps, { tool, files }: ConnectionRecord): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { done } of files)
    found.push(
      ...firstRequestsIn(
        (await deps.files.read(done.file)) ?? '',
        done,
        toolOf(deps, tool).sdkPaths ?? [],
        deps.gatewayUrl,
      ),
    );
  return [...new Set(found)];
}

/** The key as the tool would read it: from any of its files, or from the command they name. */
async function keyIn(
  deps: ConnectionDeps,
  { keyFrom, subKeyId, files }: ConnectionRecord,
): Promise<string | undefined> {
  if (keyFrom === 'command') {
    const agent = deps.keys.agentOf(subKeyId);
    return agent && (await deps.keys.takeToken(agent.name)).secret;
  }
  for (const { done } of files) {
    const found = findSubKey((await deps.files.read(done.file)) ?? '', isSubKeyOf(deps, subKeyId));
    if (found !== undefined) return found;
  }
  return undefined;
}
