import { connect } from 'node:net';
import { join } from 'node:path';
import { userInfo } from 'node:os';

/**
 * Asks the session bus of Linux for its first answer. The keychain library waits for that without any limit, in native
 * code that cannot be interrupted: a process in which that happened cannot even exit. So it is only called on a bus
 * that answers. Source: https://dbus.freedesktop.org/doc/dbus-specification.html#auth-protocol, read 2026-11-30
 * @param env holds the address of the bus, as the library reads it
 * @returns false when a bus takes the connection and says nothing; true also where there is no bus, which the library
 * reports at once
 */
export async function busAnswers(env: Readonly<Record<string, string | undefined>>, limitMs: number): Promise<boolean> {
  const path = process.platform === 'linux' ? busPathOf(env) : undefined;
  if (path === undefined) return true;
  const socket = connect(path);
  const answer = await new Promise<boolean>((resolve) => {
    socket.setTimeout(limitMs, () => resolve(false));
    socket
      .once('data', () => resolve(true))
      .once('error', () => resolve(true))
      .once('end', () => resolve(true));
    socket.once('connect', () =>
      socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(userInfo().uid)).toString('hex')}\r\n`),
    );
  });
  socket.destroy();
  return answer;
}

/** The path in `unix:path=/run/user/1000/bus,guid=...`; an abstract one begins with a zero. */
function busPathOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const address = env['DBUS_SESSION_BUS_ADDRESS'];
  if (address === undefined || address === '')
    return env['XDG_RUNTIME_DIR'] ? join(env['XDG_RUNTIME_DIR'], 'bus') : undefined;
  const [, kind, value = ''] = /(?:^|;)unix:(?:[^;]*,)?(path|abstract)=([^,;]*)/.exec(address) ?? [];
  if (kind === undefined) return undefined;
  const name = decodeURIComponent(value);
  return kind === 'abstract' ? `\0${name}` : name;
}
