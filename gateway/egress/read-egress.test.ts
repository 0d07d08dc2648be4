import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEgress } from './egress.ts';
import { readProxy } from './find-proxy.ts';
import { proxiesOf, readEgress } from './read-egress.ts';
import { makeAuthority } from '../testing/make-authority.ts';
import type { Authority } from '../testing/make-authority.ts';

describe('the way out that variables name', () => {
  const hop = (env: Readonly<Record<string, string>>, url: string): string | undefined => {
    const found = createEgress(proxiesOf(env)).hopTo(new URL(url));
    return found && `${found.source} ${found.proxy}`;
  };

  it.each([
    [{ HTTPS_PROXY: 'http://p:1' }, 'https://a.example', 'HTTPS_PROXY http://p:1'],
    [{ HTTPS_PROXY: 'http://p:1' }, 'wss://a.example', 'HTTPS_PROXY http://p:1'],
    [{ HTTPS_PROXY: 'http://p:1' }, 'http://a.example', undefined],
    [{ HTTP_PROXY: 'http://p:1' }, 'https://a.example', undefined],
    [{ http_proxy: 'http://p:1' }, 'http://a.example', 'http_proxy http://p:1'],
    [
      { https_proxy: 'http://small:1', HTTPS_PROXY: 'http://large:1' },
      'https://a.example',
      'https_proxy http://small:1',
    ],
    [{ https_proxy: '', HTTPS_PROXY: 'http://large:1' }, 'https://a.example', 'HTTPS_PROXY http://large:1'],
    [{ HTTPS_PROXY: ' ' }, 'https://a.example', undefined],
    [{ ALL_PROXY: 'http://all:1', HTTPS_PROXY: 'http://p:1' }, 'https://a.example', 'HTTPS_PROXY http://p:1'],
    [{ ALL_PROXY: 'http://all:1', HTTPS_PROXY: 'http://p:1' }, 'http://a.example', 'ALL_PROXY http://all:1'],
    [{ all_proxy: 'http://all:1' }, 'https://a.example', 'all_proxy http://all:1'],
    [{ ALL_PROXY: 'http://all:1', NO_PROXY: '.example' }, 'https://a.example', undefined],
    [
      { ALL_PROXY: 'http://all:1', no_proxy: 'b.example', NO_PROXY: '.example' },
      'https://a.example',
      'ALL_PROXY http://all:1',
    ],
    [{ ALL_PROXY: 'http://all:1' }, 'http://127.0.0.1:11434', undefined],
    [{ ALL_PROXY: 'http://all:1' }, 'http://localhost:11434', undefined],
    [{ ALL_PROXY: 'http://all:1', NO_PROXY: '' }, 'http://[::1]:11434', undefined],
  ] as const)('%j to %s: %s', (env, url, said) => expect(hop(env, url)).toBe(said));
});

it.each([
  ['proxy:3128', 'http://proxy:3128', undefined],
  ['http://proxy:3128/', 'http://proxy:3128', undefined],
  [' http://proxy:3128/some/path ', 'http://proxy:3128', undefined],
  ['HTTPS://proxy', 'https://proxy', undefined],
  ['10.0.0.1:80', 'http://10.0.0.1', undefined],
  ['http://me:secret@proxy:3128', 'http://proxy:3128', 'me:secret'],
  ['me:secret@proxy:3128', 'http://proxy:3128', 'me:secret'],
  ['http://corp%5Cme:p%40ss%2Fw%3A%25@proxy', 'http://proxy', 'corp\\me:p@ss/w:%'],
  ['http://me:50%@proxy', 'http://proxy', 'me:50%'],
  ['http://me@proxy', 'http://proxy', 'me:'],
  ['socks5://proxy:1080', undefined, undefined],
  ['http://', undefined, undefined],
  ['http://me:p/ss@proxy:3128', undefined, undefined],
])('%s is understood as %s', (url, proxy, who) => {
  const read = readProxy({ url, source: 'HTTPS_PROXY' });
  expect(read.proxy).toBe(proxy);
  expect(read.authorization).toBe(who === undefined ? undefined : `Basic ${Buffer.from(who).toString('base64')}`);
});

describe('files that variables name', () => {
  let authority: Authority;
  beforeAll(async () => void (authority = await makeAuthority()));
  afterAll(() => authority.remove());

  it.each(['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'])('%s: its authorities are believed', async (name) => {
    const { authorities = [], problems } = await readEgress({ [name]: authority.certFile });
    expect(authorities.find(({ source }) => source === name)?.certificates).toEqual([authority.cert.trim()]);
    expect(problems).toEqual([]);
  });

  it('SSL_CERT_DIR: those of a folder, whatever else lies there', async () => {
    const folder = join(authority.folder, 'store');
    await mkdir(join(folder, 'below'), { recursive: true });
    await writeFile(join(folder, '1a2b3c4d.0'), authority.cert);
    await writeFile(join(folder, 'README'), 'no certificate');
    await writeFile(join(folder, 'broken.pem'), '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----');
    const { authorities = [], problems } = await readEgress({
      SSL_CERT_DIR: `${join(authority.folder, 'nowhere')}:${folder}`,
    });
    expect(authorities.find(({ source }) => source === 'SSL_CERT_DIR')?.certificates).toEqual([authority.cert.trim()]);
    expect(problems).toEqual([]);
  });

  it('a client certificate with its key, in two files or in one, encrypted or not', async () => {
    const { cert, key } = await authority.issue('client');
    const both = join(authority.folder, 'both.pem');
    await writeFile(both, cert + key);
    const two = {
      PURSER_CLIENT_CERT: join(authority.folder, 'client.pem'),
      PURSER_CLIENT_KEY: join(authority.folder, 'client.key'),
    };
    expect((await readEgress(two)).clientCertificate).toEqual({ cert, key });
    const one = await readEgress({ PURSER_CLIENT_CERT: both, PURSER_CLIENT_CERT_HOSTS: 'llm.corp.example' });
    expect(one.clientCertificate).toEqual({ cert: cert + key, key: cert + key, hosts: 'llm.corp.example' });
  });

  it.each([
    [
      { NODE_EXTRA_CA_CERTS: '/nowhere/ca.pem' },
      /^NODE_EXTRA_CA_CERTS names a file that cannot be read \(ENOENT\): \/nowhere\/ca\.pem/,
    ],
    [{ SSL_CERT_FILE: import.meta.filename }, /^SSL_CERT_FILE names a file without a certificate/],
    [
      { PURSER_CLIENT_CERT: '/nowhere/client.pem' },
      /^PURSER_CLIENT_CERT and PURSER_CLIENT_KEY cannot be used \(ENOENT\)/,
    ],
    [{ PURSER_CLIENT_CERT: import.meta.filename }, /^PURSER_CLIENT_CERT and PURSER_CLIENT_KEY cannot be used/],
    [{ PURSER_CLIENT_KEY: '/nowhere/client.key' }, /^PURSER_CLIENT_KEY is set without PURSER_CLIENT_CERT/],
    [{ HTTPS_PROXY: 'socks5://me:hunter2@proxy' }, /^HTTPS_PROXY names no proxy that Purser can use(?!.*hunter2)/],
  ])('what cannot be used is told: %j', async (env, said) => {
    const { problems = [], clientCertificate } = await readEgress(env);
    expect(problems).toEqual([expect.stringMatching(said)]);
    expect(clientCertificate).toBeUndefined();
  });

  it('one proxy of two variables is told of once', async () => {
    expect((await readEgress({ ALL_PROXY: 'socks5://proxy' })).problems).toHaveLength(1);
  });
});

it('hands programs that the gateway starts the way out, and nothing else', async () => {
  const env = { HTTPS_PROXY: 'http://proxy:3128', no_proxy: '10.0.0.0/8', SSL_CERT_FILE: '/etc/ca.pem' };
  const { forPrograms } = await readEgress({ ...env, OPENAI_API_KEY: 'sk-secret', HOME: '/home/me' });
  expect(forPrograms).toEqual(env);
});
