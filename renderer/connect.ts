import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { PurserClient } from '../shared/contract/contract.ts';

/** A client of the contract, and how to let go of it. */
export interface Connection {
  readonly client: PurserClient;
  close(): void;
}

/** Opens a way to the gateway: a message port in the desktop window, HTTP with the session cookie in a browser. */
export function connect(): Connection {
  return 'purser' in window ? connectThroughPort() : connectOverHttp();
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

function connectOverHttp(): Connection {
  return {
    client: createORPCClient(new FetchLink({ url: `${window.location.origin}/rpc` })),
    close: () => undefined,
  };
}
