import { X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tls from 'node:tls';
import type { Authorities } from './egress-config.ts';

export interface FoundAuthorities {
  readonly authorities: readonly Authorities[];
  /** The files that could not be read, in sentences. */
  readonly problems: readonly string[];
}

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Where a Linux keeps the authorities that it believes, as one file: Debian and Arch, Fedora, openSUSE, Alpine.
 * Source: https://go.dev/src/crypto/x509/root_linux.go, 2026-11-30.
 */
const BUNDLES: readonly string[] = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];
const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

const NODES_OWN: ReadonlySet<string> = new Set(tls.rootCertificates);

/**
 * The authorities that this machine believes beside Node's own: the system's store, where a company puts its own, and
 * the files that the person names, by the names that OpenSSL and Node have for them.
 */
export async function readAuthorities(env: Env): Promise<FoundAuthorities> {
  const problems: string[] = [];
  const files = async (source: string, path: string | undefined): Promise<Authorities | undefined> => {
    if (path === undefined || path === '') return undefined;
    try {
      const certificates = readPem(await readFile(path, 'utf8'));
      if (certificates.length > 0) return { source, certificates };
      problems.push(`${source} names a file without a certificate in PEM form: ${path}. It is not used.`);
    } catch (error) {
      problems.push(`${source} names a file that cannot be read (${codeOf(error)}): ${path}. It is not used.`);
    }
    return undefined;
  };
  const found = await Promise.all([
    readSystemStore(),
    files('SSL_CERT_FILE', env['SSL_CERT_FILE']),
    readFolders(env['SSL_CERT_DIR']),
    files('NODE_EXTRA_CA_CERTS', env['NODE_EXTRA_CA_CERTS']),
  ]);
  return { authorities: found.flatMap((one) => one ?? []), problems };
}

/** Nothing where neither Node nor a file tells: Windows and macOS before Node 22.15. */
async function readSystemStore(): Promise<Authorities | undefined> {
  const source = "the system's store";
  const certificates = askNode() ?? (await readFirst(BUNDLES));
  return certificates && certificates.length > 0 ? { source, certificates } : undefined;
}

/** Node has it since 22.15: https://nodejs.org/api/tls.html#tlsgetcacertificatestype */
function askNode(): readonly string[] | undefined {
  if (!('getCACertificates' in tls)) return undefined;
  try {
    return readPem(tls.getCACertificates('system').join('\n'));
  } catch {
    return undefined;
  }
}

async function readFirst(paths: readonly string[]): Promise<readonly string[] | undefined> {
  for (const path of paths) {
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text !== undefined) return readPem(text);
  }
  return undefined;
}

/** One folder or several, parted as on this platform's PATH. Files without certificates are passed over. */
async function readFolders(folders: string | undefined): Promise<Authorities | undefined> {
  const paths = (folders ?? '').split(process.platform === 'win32' ? ';' : ':').filter((path) => path !== '');
  const texts = await Promise.all(
    paths.map(async (folder) => {
      const names = await readdir(folder).catch(() => []);
      return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8').catch(() => '')));
    }),
  );
  const certificates = readPem(texts.flat().join('\n'));
  return certificates.length > 0 ? { source: 'SSL_CERT_DIR', certificates } : undefined;
}

/** The certificates in a text, each once. One that cannot be understood would spoil all the others. */
function readPem(text: string): readonly string[] {
  return [...new Set(text.match(BLOCK) ?? [])].filter((pem) => NODES_OWN.has(pem) || isCertificate(pem));
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

function codeOf(error: unknown): string {
  const code: unknown = Reflect.get(Object(error), 'code');
  return typeof code === 'string' ? code : 'unreadable';
}
