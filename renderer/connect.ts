import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { PurserClient } from '../shared/contract/contract.ts';
import { createBrowserLogin } from './browser-login.ts';
import type { BrowserLogin } from './browser-login.ts';

/** A client of the contract, and how to let go of it. */
export interface Connection {
  readonly client: PurserClient;
  /** Only in a browser. The desktop's window is the person's own. */
  readonly login?: BrowserLogin;
  close(): void;
}

/**
 * Ways to the gateway, one a call: a message port in the desktop window, HTTP with the bearer of a login in a browser.
 */
export function createConnector(): () => Connection {
  if ('purser' in window) return connectThroughPort;
  const login = createBrowserLogin(window);
  return () => connectOverHttp(login);
}

function connectThroughPort(): Connection {
  const channel = new MessageChannel();
  // The preload script forwards the port to the gateway. Origin '*' because a packed app's origin is opaque;
  // the message never leaves this window.
  window.postMessage('purser:connect', '*', [channel.port2]);
  channel.port1.start();
  return {
    client: createORPCClient(new PortLink({ port: channel.port1 })),
    close: () => channel.port1.close(),
  };
}

function connectOverHttp(login: BrowserLogin): Connection {
  return {
    client: createORPCClient(new FetchLink({ url: `${window.location.origin}/rpc`, headers: () => login.headers() })),
    login,
    close: () => undefined,
  };
}
