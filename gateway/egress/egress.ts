import { createSecureContext, rootCertificates } from 'node:tls';
import type { SecureContext } from 'node:tls';
import { Agent, buildConnector } from 'undici';
import type { Dispatcher } from 'undici';
import type { WayOutView } from '../../shared/contract/way-out-view.ts';
import type { EgressConfig, Hop } from './egress-config.ts';
import { createFindProxy } from './find-proxy.ts';
import type { FindProxy } from './find-proxy.ts';
import { matchHost } from './match-host.ts';
import { openTunnel } from './open-tunnel.ts';
import { viewWayOut } from './view-way-out.ts';

/** A model may think for minutes before its first byte. */
const PROVIDER_SILENCE_MS = 15 * 60_000;
const CONNECT_MS = 15_000;

/** The way that a request takes, and the proxy on it. */
export interface WayOut {
  readonly dispatcher: Dispatcher;
  /** The proxy between the gateway and this address; undefined where there is none. */
  readonly hopTo: (url: URL) => Hop | undefined;
}

/** The one way out to providers: all of Purser's requests to them take it. */
export interface Egress extends WayOut {
  /** Opens one connection, TLS included, for protocols other than HTTP. */
  readonly connect: buildConnector.connector;
  readonly view: WayOutView;
  close(): Promise<void>;
}

/**
 * Makes it from settings. The proxy is chosen where a connection is opened, below undici's pools: so time-outs,
 * keep-alive and the moment a request is handed over are the same with and without one (undici's own ProxyAgent waits
 * for minutes for a proxy that hangs, and hides the proxy's status).
 * @param override opens all connections instead, with no proxy: for tests
 * @throws of `node:tls`, where a certificate is none
 */
export function createEgress(config: EgressConfig = {}, override?: buildConnector.connector): Egress {
  const findProxy = createFindProxy(config);
  const closing = new AbortController();
  const connect = override ?? createConnect(config, findProxy, closing.signal);
  const dispatcher = new Agent({ headersTimeout: PROVIDER_SILENCE_MS, bodyTimeout: PROVIDER_SILENCE_MS, connect });
  return {
    dispatcher,
    connect,
    hopTo: (url) => (override ? undefined : shown(findProxy(url))),
    view: viewWayOut(override ? {} : config),
    close() {
      closing.abort();
      return dispatcher.destroy();
    },
  };
}

function createConnect(config: EgressConfig, findProxy: FindProxy, closing: AbortSignal): buildConnector.connector {
  const straight = createStraightConnect(config);
  return (options, tell) => {
    const proxy = findProxy(new URL(`${options.protocol}//${options.host ?? options.hostname}`));
    if (!proxy) return straight(options, tell);
    const { protocol, host = options.hostname } = options;
    const target = /:\d+$/.test(host) ? host : `${host}:${protocol === 'https:' ? 443 : 80}`;
    openTunnel(straight, proxy, target, closing).then(
      (socket) => (protocol === 'https:' ? straight({ ...options, httpSocket: socket }, tell) : tell(null, socket)),
      (error: Error) => tell(error, null),
    );
  };
}

/** Opens connections to servers and proxies, with the authorities and the certificate of the settings. */
function createStraightConnect({ authorities = [], clientCertificate }: EgressConfig): buildConnector.connector {
  // Made once: it reads some hundred certificates.
  const all = [...rootCertificates, ...authorities.flatMap(({ certificates }) => certificates)];
  const ca = authorities.length === 0 ? undefined : [...new Set(all.map((pem) => pem.trim()))];
  const plain = connectWith(ca && createSecureContext({ ca }));
  if (!clientCertificate) return plain;
  const { cert, key, passphrase, hosts = '*' } = clientCertificate;
  const known = connectWith(createSecureContext({ ca, cert, key, passphrase }));
  const mayKnow = matchHost(hosts);
  return (options, callback) => {
    const connect = mayKnow(options.hostname, Number(options.port || 443)) ? known : plain;
    connect(options, callback);
  };
}

function connectWith(secureContext: SecureContext | undefined): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_MS, ...(secureContext && { secureContext }) });
  return (options, callback) =>
    connect(options, (...result) => {
      // A server's alert comes before the end of its connection, and undici 7 keeps the last event: "other side
      // closed".
      result[1]?.once('error', (error: Error) => result[1]?.destroy(error));
      callback(...result);
    });
}

function shown(hop: Hop | undefined): Hop | undefined {
  return hop && { proxy: hop.proxy, source: hop.source };
}
