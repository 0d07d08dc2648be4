import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { Proof, Verdict } from '../../shared/contract/connection-views.ts';
import type { Emitter } from '../accounts/emitter.ts';
import type { Arrival } from './arrival.ts';
import type { ConnectionRecord } from './connection-record.ts';
import { assignmentsIn } from './doctor/assignments.ts';
import { readBlock } from './formats/block.ts';
import { findCommand } from './place.ts';
import { findSubKey } from './sub-key-mark.ts';
import { differencesOf } from './survey.ts';
import { isSubKeyOf, toolOf } from './workshop.ts';
import type { Workshop } from './workshop.ts';

/** An agent thinks before its first request, and a first start unpacks things. */
const SELF_TEST_MS = 90_000;
const REQUEST_MS = 10_000;
/** How a request of Purser's own is told from the tool's. */
const USER_AGENT = 'purser-verify';

/** True for a request that Purser made in a tool's place. */
export function isOwnProbe({ userAgent }: Arrival): boolean {
  return userAgent.startsWith(USER_AGENT);
}

/**
 * Proves a connection: only a request that reached the gateway with the right sub-key counts, whatever was answered to it.
 * @param run lets the tool itself ask one small thing, which costs a little; else the same address and key are tried from the file
 */
export async function verify(shop: Workshop, record: ConnectionRecord, run: boolean, arrivals: Emitter<Arrival>): Promise<Verdict> {
  const no = (text: string): Verdict => ({ id: record.id, ok: false, how: null, text });
  const [difference] = await differencesOf(shop, record);
  if (difference) return no(`${difference.file}: ${difference.text}. Repair the connection first.`);
  const tool = toolOf(shop, record.tool);
  const command = tool.selfTest && findCommand(shop.machine, tool.selfTest.command);
  if (run && tool.selfTest && command !== undefined) {
    const args = tool.selfTest.args(shop.routes());
    const arrived = await during(arrivals, record, (arrival) => !isOwnProbe(arrival), (signal) => runTool(shop, record, command, args, signal));
    return arrived ? yes(shop, record, 'self-test', `${tool.title} made a request of its own, and it arrived with its sub-key.`) : no(`${tool.title} was run (${tool.selfTest.command}), and no request with its sub-key arrived. The doctor may know why.`);
  }
  if (record.files.length === 0) return no(`Purser cannot see into ${tool.title}. Use it once: the connection turns green when its first request arrives.`);
  const probe = await probeOf(shop, record);
  if (!probe) return no('There is no address and sub-key together in its files. Repair the connection first.');
  const arrived = await during(arrivals, record, isOwnProbe, (signal) => request(probe, signal));
  const isFirst = record.verified === null || record.verified.how === 'on-its-behalf';
  return arrived
    ? yes(shop, record, 'on-its-behalf', `A request with the address and the sub-key from its file arrived.${isFirst ? ` ${tool.title} itself has not made one yet.` : ''}`)
    : no(`A request to ${probe.url} with the sub-key from its file did not arrive.`);
}

async function yes(shop: Workshop, record: ConnectionRecord, how: Proof, text: string): Promise<Verdict> {
  await noteProof(shop, record.id, how);
  return { id: record.id, ok: true, how, text };
}

/** Writes down that a connection works. A tool's own request is the best proof and is not replaced by a lesser one. */
export async function noteProof(shop: Workshop, id: string, how: Proof): Promise<void> {
  const record = shop.book.find(id);
  if (!record || (how === 'on-its-behalf' && record.verified !== null && record.verified.how !== how)) return;
  await shop.book.save({ ...record, verified: { at: shop.clock.now(), how } }, {});
}

/** @returns true as soon as a request with this sub-key arrives while `work` goes on */
async function during(arrivals: Emitter<Arrival>, record: ConnectionRecord, counts: (arrival: Arrival) => boolean, work: (signal: AbortSignal) => Promise<void>): Promise<boolean> {
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

interface Probe {
  readonly url: string;
  readonly key: string;
}

/** The address and the key as the tool would read them. */
async function probeOf(shop: Workshop, record: ConnectionRecord): Promise<Probe | undefined> {
  for (const { done } of record.files) {
    const text = (await shop.files.read(done.file)) ?? '';
    const key = await keyIn(shop, record, text);
    const provider = providerIn(text, shop.gatewayUrl);
    if (key !== undefined && provider !== undefined) return { key, url: `${shop.gatewayUrl}/${provider}/v1/models` };
  }
  return undefined;
}

async function keyIn(shop: Workshop, record: ConnectionRecord, text: string): Promise<string | undefined> {
  if (record.keyFrom === 'file') return findSubKey(text, isSubKeyOf(shop, record.subKeyId));
  const agent = shop.keys.agentOf(record.subKeyId);
  return agent && (await shop.keys.takeToken(agent.name)).secret;
}

async function request({ url, key }: Probe, signal: AbortSignal): Promise<void> {
  const headers = { authorization: `Bearer ${key}`, 'user-agent': USER_AGENT };
  await fetch(url, { headers, signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_MS)]) }).then(
    (response) => response.body?.cancel(),
    // Whether it arrived is seen at the other end.
    () => undefined,
  );
}

/** Runs the tool as a new terminal would, in its project or an empty folder, until it ends or its request has arrived. */
async function runTool(shop: Workshop, record: ConnectionRecord, command: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-verify-'));
  const env = { ...shop.machine.env, ...(await variablesIn(shop, record)) };
  // A tool that is a script is started by a program that often lives beside it.
  const path = [env['PATH'], dirname(command)].filter(Boolean).join(delimiter);
  try {
    await new Promise<void>((resolve) => {
      const child = spawn(command, args, { cwd: record.project ?? folder, env: { ...env, PATH: path }, stdio: 'ignore', signal: AbortSignal.any([signal, AbortSignal.timeout(SELF_TEST_MS)]), windowsHide: true });
      child.on('error', () => resolve());
      child.on('close', () => resolve());
    });
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** What a terminal opened now would read from the startup files of this connection. */
async function variablesIn(shop: Workshop, { id, files }: ConnectionRecord): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const { done } of files) {
    if (done.kind === 'entries') continue;
    const text = (await shop.files.read(done.file)) ?? '';
    const lines = done.kind === 'block' ? (readBlock(text, id) ?? '') : text;
    for (const { name, value } of assignmentsIn(lines)) found[name] = value;
  }
  return found;
}

function providerIn(text: string, gatewayUrl: string): string | undefined {
  const at = text.indexOf(`${gatewayUrl}/`);
  return at === -1 ? undefined : /^[a-z][a-z0-9-]*/.exec(text.slice(at + gatewayUrl.length + 1))?.[0];
}
