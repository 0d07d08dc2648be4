import { readFile } from 'node:fs/promises';
import { createSecureContext } from 'node:tls';
import { explainUnusable } from '../domain/words/unreachable.ts';
import type { ClientCertificate, EgressConfig, ProxySetting } from './egress-config.ts';
import { readProxy } from './find-proxy.ts';
import { readAuthorities } from './read-authorities.ts';

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Reads the network settings from the environment of a host. Unusable settings are listed in `problems`, and never
 * passed over: a proxy that cannot be used is no reason to go without one.
 */
export async function readEgress(env: Env): Promise<EgressConfig> {
  const problems: string[] = [];
  const proxies = proxiesOf(env);
  const named = [proxies.httpsProxy, proxies.httpProxy].flatMap((setting) => setting ?? []);
  const unusable = named.filter((setting) => readProxy(setting).proxy === undefined);
  problems.push(...[...new Set(unusable.map(({ source }) => source))].map(explainUnusable));
  const { authorities, problems: unread } = await readAuthorities(env);
  const clientCertificate = await readClientCertificate(env, problems);
  return {
    ...proxies,
    authorities,
    ...(clientCertificate && { clientCertificate }),
    forPrograms: networkVariables(env),
    problems: [...problems, ...unread],
  };
}

/**
 * The proxies that variables name, as curl reads them: in small letters before capitals, `ALL_PROXY` where the other is
 * not there, and an empty one is none. Source: https://everything.curl.dev/usingcurl/proxies/env.html, 2026-11-30.
 */
export function proxiesOf(env: Env): Pick<EgressConfig, 'httpsProxy' | 'httpProxy' | 'noProxy'> {
  const httpsProxy = firstOf(env, 'https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY');
  const httpProxy = firstOf(env, 'http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY');
  const noProxy = firstOf(env, 'no_proxy', 'NO_PROXY')?.url;
  return {
    ...(httpsProxy && { httpsProxy }),
    ...(httpProxy && { httpProxy }),
    ...(noProxy !== undefined && { noProxy }),
  };
}

function firstOf(env: Env, ...names: readonly string[]): ProxySetting | undefined {
  const source = names.find((name) => (env[name] ?? '').trim() !== '');
  return source === undefined ? undefined : { source, url: env[source] ?? '' };
}

/**
 * Proxies, and authorities of the person's network, by the names that npm, Python, OpenSSL and curl know. Sources:
 * nodejs.org/api/cli.html, docs.openssl.org SSL_CERT_FILE, requests.readthedocs.io, curl.se/docs/manpage.html
 * (2026-12-01).
 */
const NETWORK: readonly string[] = [
  'http_proxy',
  'https_proxy',
  'all_proxy',
  'no_proxy',
  'node_extra_ca_certs',
  'node_use_system_ca',
  'ssl_cert_file',
  'ssl_cert_dir',
  'requests_ca_bundle',
  'curl_ca_bundle',
];

function networkVariables(env: Env): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && NETWORK.includes(name.toLowerCase()) ? [[name, value]] : [],
    ),
  );
}

const NOT_SHOWN = 'No certificate is shown to servers.';

/** `PURSER_CLIENT_CERT` and `PURSER_CLIENT_KEY` are PEM files; one may hold both. */
async function readClientCertificate(env: Env, problems: string[]): Promise<ClientCertificate | undefined> {
  const certFile = env['PURSER_CLIENT_CERT'] ?? '';
  if (certFile === '') {
    if (env['PURSER_CLIENT_KEY']) problems.push(`PURSER_CLIENT_KEY is set without PURSER_CLIENT_CERT. ${NOT_SHOWN}`);
    return undefined;
  }
  const passphrase = env['PURSER_CLIENT_KEY_PASSPHRASE'];
  const hosts = env['PURSER_CLIENT_CERT_HOSTS'] ?? '';
  try {
    const keyFile = env['PURSER_CLIENT_KEY'] || certFile;
    const [cert, key] = await Promise.all([readFile(certFile, 'utf8'), readFile(keyFile, 'utf8')]);
    const pair = { cert, key, ...(passphrase !== undefined && passphrase !== '' && { passphrase }) };
    createSecureContext(pair);
    return { ...pair, ...(hosts !== '' && { hosts }) };
  } catch (error) {
    const code: unknown = Reflect.get(Object(error), 'code');
    const why = typeof code === 'string' ? code : 'no PEM';
    problems.push(
      `PURSER_CLIENT_CERT and PURSER_CLIENT_KEY cannot be used (${why}): they name the PEM files of a certificate ` +
        `and of ` +
        `its key, and PURSER_CLIENT_KEY_PASSPHRASE holds what that is encrypted with. ${NOT_SHOWN}`,
    );
    return undefined;
  }
}
