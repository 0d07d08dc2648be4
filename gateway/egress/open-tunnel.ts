import { request } from 'node:http';
import type { Socket } from 'node:net';
import type { buildConnector } from 'undici';
import type { Proxy } from './find-proxy.ts';

/** A proxy that says nothing for so long is broken. It may itself wait for the provider, which has as long. */
const CONNECT_MS = 15_000;

/**
 * It ended at the proxy: nothing of the request has left. `code` begins with `PROXY_`; `explainUnreachable` knows all.
 */
export class ProxyError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`No way through the proxy: ${code}`);
    this.code = `PROXY_${code}`;
  }
}

/**
 * Has a proxy connect to `target` (`host:port`), by the CONNECT of RFC 9110, 9.3.6. The proxy learns host and port; for
 * https:// addresses nothing else ever.
 * @param signal ends the wait
 * @returns a socket whose other end is the target. @throws ProxyError
 */
export async function openTunnel(
  connect: buildConnector.connector,
  proxy: Proxy,
  target: string,
  signal: AbortSignal,
): Promise<Socket> {
  if (proxy.address === undefined) throw new ProxyError('UNUSABLE');
  const who = proxy.authorization !== undefined && { 'proxy-authorization': proxy.authorization };
  const socket = await reachProxy(connect, proxy.address);
  return new Promise<Socket>((resolve, reject) => {
    const fail = (code: string): void => {
      clearTimeout(timer);
      reject(new ProxyError(code));
      socket.on('error', () => undefined).destroy();
    };
    const timer = setTimeout(() => fail('TIMEOUT'), CONNECT_MS);
    const asking = request({
      method: 'CONNECT',
      path: target,
      headers: { host: target, ...who },
      createConnection: () => socket,
      signal,
    });
    asking.once('connect', ({ statusCode = 0 }, _socket, head) => {
      if (statusCode < 200 || statusCode > 299) return fail(String(statusCode));
      clearTimeout(timer);
      if (head.length > 0) socket.unshift(head);
      resolve(socket);
    });
    asking.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'ECONNRESET'));
    asking.end();
  });
}

function reachProxy(connect: buildConnector.connector, { hostname, host, protocol, port }: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const bare = hostname.replace(/^\[|\]$/g, '');
    connect(
      { hostname: bare, host, protocol, port: port || (protocol === 'https:' ? '443' : '80') },
      (error, socket) => {
        if (error) reject(new ProxyError(codeOf(error)));
        else resolve(socket);
      },
    );
  });
}

function codeOf(error: Error): string {
  const code: unknown = Reflect.get(error, 'code');
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return 'TIMEOUT';
  return typeof code === 'string' ? code : 'ECONNRESET';
}
