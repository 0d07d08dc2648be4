import type { EgressConfig, Hop, ProxySetting } from './egress-config.ts';
import { isThisMachine, matchHost } from './match-host.ts';

/** A proxy to go through. */
export interface Proxy extends Hop {
  /** Undefined where the setting cannot be understood, or names a kind that Purser does not speak to. */
  readonly address: URL | undefined;
  /** The header that says who goes through. */
  readonly authorization: string | undefined;
}

/** @returns the proxy on the way to an address; undefined where there is none */
export type FindProxy = (url: URL) => Proxy | undefined;

/** Servers on this machine are always reached without a proxy, whatever the settings say. */
export function createFindProxy({ httpsProxy, httpProxy, noProxy = '' }: EgressConfig): FindProxy {
  const https = httpsProxy && readProxy(httpsProxy);
  const http = httpProxy && readProxy(httpProxy);
  const spared = matchHost(noProxy);
  return ({ protocol, hostname, port }) => {
    const secure = protocol === 'https:' || protocol === 'wss:';
    const proxy = secure ? https : http;
    const there = port === '' ? (secure ? 443 : 80) : Number(port);
    return proxy === undefined || isThisMachine(hostname) || spared(hostname, there) ? undefined : proxy;
  };
}

/** Understands a proxy as people write it: a scheme may be missing, a slash too many, a password percent-encoded. */
export function readProxy({ url, source }: ProxySetting): Proxy {
  const text = url.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const address = URL.canParse(full) ? new URL(full) : undefined;
  if (!address || !/^https?:$/.test(address.protocol)) {
    return { source, proxy: undefined, address: undefined, authorization: undefined };
  }
  const { username, password, origin } = address;
  const who = Buffer.from(`${decode(username)}:${decode(password)}`).toString('base64');
  const authorization = username === '' && password === '' ? undefined : `Basic ${who}`;
  return { source, proxy: origin, address, authorization };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
