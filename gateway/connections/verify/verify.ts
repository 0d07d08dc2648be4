import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Proof, Verdict } from '../../../shared/contract/connection-views.ts';
import type { Emitter } from '../../platform/emitter.ts';
import type { Arrival } from './arrival.ts';
import type { ConnectionRecord } from '../connection-record.ts';
import { assignmentsIn } from '../doctor/assignments.ts';
import { firstRequestsIn } from './first-requests.ts';
import { readBlock } from '../formats/block.ts';
import { LOOPBACK_LIST, pastProxies, proxyInTheWay, withProxies } from './loopback.ts';
import { findCommand } from '../files/machine-paths.ts';
import { findSubKey } from './sub-key-mark.ts';
import { differencesOf } from '../survey.ts';
import { takenInstead } from './taken-instead.ts';
import type { ToolSpec } from '../tool-spec.ts';
import { isSubKeyOf, toolOf } from '../connection-deps.ts';
import type { ConnectionDeps } from '../connection-deps.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** An agent thinks before its first request, and a first start unpacks things. */
const SELF_TEST_MS = 90_000;
const REQUEST_MS = 10_000;
/** How a request of Purser's own is told from the tool's. */
const USER_AGENT = 'purser-verify';

/** True for a request that Purser made in a tool's place. */
export function isOwnProbe({ userAgent }: Arrival): boolean {
  return userAgent.startsWith(USER_AGENT);
}

/** @see VerifyAsk */
interface Ask {
  readonly run: boolean;
  readonly proxies?: Environment | undefined;
}

/**
 * Proves a connection: only a request that reached the gateway with the right sub-key and a path that leads somewhere
 * counts, whatever was answered to it. Not one that a proxy was shown on its way.
 * @param ask `run` lets the tool itself ask one small thing, which costs a little; else what it would ask first is
 * begun in its place
 */
export async function verify(
  deps: ConnectionDeps,
  record: ConnectionRecord,
  { run, proxies }: Ask,
  arrivals: Emitter<Arrival>,
): Promise<Verdict> {
  const no = (text: string): Verdict => ({ id: record.id, ok: false, how: null, text });
  const [difference] = await differencesOf(deps, record);
  if (difference) return no(`${difference.file}: ${difference.text}. Repair the connection first.`);
  const tool = toolOf(deps, record.tool);
  const env = await environmentOf(deps, record, proxies);
  const proxy = record.files.length === 0 ? undefined : proxyInTheWay(env);
  if (proxy !== undefined) {
    const may = `${tool.title} may send its sub-key to that proxy instead of Purser`;
    return no(`${proxy} is set, and NO_PROXY leaves 127.0.0.1 to it: ${may}. The doctor says what to do.`);
  }
  const command = tool.selfTest && findCommand(deps.machine, tool.selfTest.command);
  if (run && tool.selfTest && command !== undefined) {
    const args = tool.selfTest.args(deps.routes());
    const arrived = await during(
      arrivals,
      record,
      (arrival) => !isOwnProbe(arrival) && arrival.leads,
      (signal) => runTool(record, env, command, args, signal),
    );
    return arrived
      ? yes(deps, record, 'self-test', `${tool.title} made a request of its own, and it arrived with its sub-key.`)
      : no(
          `${tool.title} was run (${tool.selfTest.command}), and no request with its sub-key ` +
            `arrived. ${await whyNot(deps, tool)}`,
        );
  }
  if (record.files.length === 0)
    return no(
      `Purser cannot see into ${tool.title}. Use it once: the connection turns green when its first request arrives.`,
    );
  const key = await keyIn(deps, record);
  const urls = await firstRequestsOf(deps, record);
  if (key === undefined || urls.length === 0)
    return no('There is no address or no sub-key in its files. Repair the connection first.');
  for (const url of urls) {
    const arrived = await during(
      arrivals,
      record,
      (arrival) => isOwnProbe(arrival) && arrival.leads,
      (signal) => begin(url, key, signal),
    );
    if (!arrived)
      return no(
        `${tool.title} would ask ${url}, and nothing is served there. Is the provider still in Purser, and does it ` +
          `speak this protocol? Then connect ${tool.title} again.`,
      );
  }
  const [past] = await takenInstead(deps, tool);
  if (past) return no(`The address and the sub-key in its file work. But ${past.text} (${past.file}). ${past.byHand}`);
  const isFirst = record.verified === null || record.verified.how === 'on-its-behalf';
  return yes(
    deps,
    record,
    'on-its-behalf',
    `A request with the address and the sub-key from its file arrived, at the path that ${tool.title} ` +
      `asks.${isFirst ? ` ${tool.title} itself has not made one yet.` : ''}`,
  );
}

async function whyNot(deps: ConnectionDeps, tool: ToolSpec): Promise<string> {
  const [past] = await takenInstead(deps, tool);
  return past ? `${past.text} (${past.file}). ${past.byHand}` : 'The doctor may know why.';
}

async function yes(deps: ConnectionDeps, record: ConnectionRecord, how: Proof, text: string): Promise<Verdict> {
  await noteProof(deps, record.id, how);
  return { id: record.id, ok: true, how, text };
}

/** Writes down that a connection works. A tool's own request is the best proof and is not replaced by a lesser one. */
export async function noteProof(deps: ConnectionDeps, id: string, how: Proof): Promise<void> {
  const record = deps.book.find(id);
  if (!record || (how === 'on-its-behalf' && record.verified !== null && record.verified.how !== how)) return;
  await deps.book.save({ ...record, verified: { at: deps.clock.now(), how } }, {});
}

/** @returns true as soon as a request with this sub-key arrives while `work` goes on */
async function during(
  arrivals: Emitter<Arrival>,
  record: ConnectionRecord,
  counts: (arrival: Arrival) => boolean,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<boolean> {
  const stop = new AbortController();
  let arrived = false;
  const off = arrivals.on((arrival) => {
    if (arrival.subKeyId !== record.subKeyId || !counts(arrival)) return;
    arrived = true;
    stop.abort();
  });
  try {
    await work(stop.signal);
  } finally {
    off();
  }
  return arrived;
}

/** What the tool would ask first, by its files as they are. */
async function firstRequestsOf(deps: ConnectionDeps, { tool, files }: ConnectionRecord): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { done } of files)
    found.push(
      ...firstRequestsIn(
        (await deps.files.read(done.file)) ?? '',
        done,
        toolOf(deps, tool).asks ?? [],
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

/**
 * Begins the very request that the tool would make and breaks it off before its body: method, path and key are proved,
 * no provider hears of it and it costs nothing. Whether it arrived is seen at the other end.
 */
function begin(url: string, key: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const headers = {
      authorization: `Bearer ${key}`,
      'user-agent': USER_AGENT,
      'content-type': 'application/json',
      'content-length': 2,
    };
    const begun = request(url, {
      method: 'POST',
      headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]),
    });
    // Answered already: it was refused by its path or its sub-key.
    begun.on('response', () => begun.destroy());
    begun.on('error', () => undefined);
    begun.on('close', () => resolve());
    begun.flushHeaders();
  });
}

/**
 * Runs the tool as a new terminal would, in its project or an empty folder, until it ends or its request has arrived.
 */
async function runTool(
  record: ConnectionRecord,
  env: Environment,
  command: string,
  args: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-verify-'));
  // A tool that is a script is started by a program that often lives beside it.
  const path = [env['PATH'], dirname(command)].filter(Boolean).join(delimiter);
  try {
    await new Promise<void>((resolve) => {
      const child = spawn(command, args, {
        cwd: record.project ?? folder,
        env: { ...env, PATH: path },
        stdio: 'ignore',
        signal: AbortSignal.any([signal, AbortSignal.timeout(SELF_TEST_MS)]),
        windowsHide: true,
      });
      child.on('error', () => resolve());
      child.on('close', () => resolve());
    });
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** What a terminal opened now would have, with the person's own proxies. */
async function environmentOf(
  deps: ConnectionDeps,
  record: ConnectionRecord,
  proxies: Environment | undefined,
): Promise<Environment> {
  const { env } = deps.machine;
  const theirs = { ...(proxies ? withProxies(env, proxies) : env), ...(await variablesIn(deps, record)) };
  // It is in a program's lines, which are not assignments of plain values.
  return JSON.stringify(record.files).includes(LOOPBACK_LIST) ? { ...theirs, ...pastProxies(theirs) } : theirs;
}

/** What a terminal opened now would read from the startup files of this connection. */
async function variablesIn(
  deps: ConnectionDeps,
  { id, files }: ConnectionRecord,
): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const { done } of files) {
    if (done.kind === 'entries') continue;
    const text = (await deps.files.read(done.file)) ?? '';
    const lines = done.kind === 'block' ? (readBlock(text, id) ?? '') : text;
    for (const { name, value } of assignmentsIn(lines)) found[name] = value;
  }
  return found;
}
