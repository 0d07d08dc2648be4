import type { ConnectionDeps } from '../connection-deps.ts';
import type { ConnectionRecord } from '../connection-record.ts';
import { assignmentsIn } from '../doctor/assignments.ts';
import { readBlock } from '../formats/block.ts';
import { LOOPBACK_LIST, proxyBypass, withProxies } from './loopback.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables that a terminal opened now would have, by the files of this connection.
 * @param proxies of the shell that the tool is used in; undefined: those of this process
 */
export async function terminalEnvironment(
  deps: ConnectionDeps,
  record: ConnectionRecord,
  proxies: Environment | undefined,
): Promise<Environment> {
  const { env } = deps.machine;
  const theirs = { ...(proxies ? withProxies(env, proxies) : env), ...(await variablesIn(deps, record)) };
  // The lines for it are a program's, not assignments of plain values.
  return JSON.stringify(record.files).includes(LOOPBACK_LIST) ? { ...theirs, ...proxyBypass(theirs) } : theirs;
}

/** The variables that a terminal opened now would read from the startup files of this connection. */
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
