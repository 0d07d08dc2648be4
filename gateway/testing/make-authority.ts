import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];

/** Both as PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

/** An authority that no machine knows, as a company has one. Its files lie in a folder of their own. */
export interface Authority {
  readonly cert: string;
  /** The file with its certificate. */
  readonly certFile: string;
  readonly folder: string;
  /** A certificate of this authority, for servers and clients. */
  issue(name: string): Promise<Identity>;
  remove(): Promise<void>;
}

/** Makes one with the `openssl` of this machine. @throws where there is none */
export async function makeAuthority(): Promise<Authority> {
  const folder = await mkdtemp(join(tmpdir(), 'purser-ca-'));
  const at = (name: string): string => join(folder, name);
  const files = ['-keyout', at('ca.key'), '-out', at('ca.pem')];
  await run('openssl', ['req', '-x509', ...KEY, ...files, '-subj', '/CN=Test authority']);
  return {
    cert: await readFile(at('ca.pem'), 'utf8'),
    certFile: at('ca.pem'),
    folder,
    async issue(name) {
      const request = at(`${name}.csr`);
      await run('openssl', ['req', ...KEY, '-keyout', at(`${name}.key`), '-out', request, '-subj', `/CN=${name}`]);
      await writeFile(at(`${name}.ext`), `subjectAltName=DNS:${name}\n`);
      const signer = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-days', '2'];
      const files = ['-in', request, '-out', at(`${name}.pem`), '-extfile', at(`${name}.ext`)];
      await run('openssl', ['x509', '-req', ...files, ...signer]);
      return { cert: await readFile(at(`${name}.pem`), 'utf8'), key: await readFile(at(`${name}.key`), 'utf8') };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
