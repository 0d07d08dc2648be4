import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { makeAuthority } from '../../gateway/testing/make-authority.ts';
import type { Authority } from '../../gateway/testing/make-authority.ts';
import { startProxy, startTlsFront } from '../../gateway/testing/start-proxy.ts';
import type { TestProxy } from '../../gateway/testing/start-proxy.ts';
import { runCli, startServe } from '../../gateway/testing/start-serve.ts';

// One `purser serve` in the environment of a company: a proxy with a password, an authority of its own, a client
// certificate.
const FAR = 'api.provider.invalid';
const KEY = 'only-key-of-the-simulated-provider';
const MASK = /_proxy$|^SSL_CERT_|^NODE_EXTRA_CA_CERTS$|^PURSER_CLIENT_/i;
const bare = Object.fromEntries(Object.entries(process.env).filter(([name]) => !MASK.test(name)));

let authority: Authority;
let proxy: TestProxy;
let dataFolder: string;
let env: NodeJS.ProcessEnv;
const stops: (() => Promise<unknown>)[] = [];
beforeAll(async () => {
  authority = await makeAuthority();
  const provider = await startSimulatedProvider({ key: KEY });
  const mutual = { ...(await authority.issue(FAR)), ca: authority.cert, requestCert: true, rejectUnauthorized: true };
  const front = await startTlsFront(Number(new URL(provider.url).port), mutual);
  proxy = await startProxy(front.port);
  proxy.behave({ wants: `Basic ${Buffer.from('me:hunter2').toString('base64')}` });
  dataFolder = await mkdtemp(join(tmpdir(), 'purser-egress-'));
  await authority.issue('client');
  env = {
    ...bare,
    HTTPS_PROXY: `me:hunter2@127.0.0.1:${proxy.port}/`,
    NO_PROXY: '.corp.example',
    SSL_CERT_FILE: authority.certFile,
    PURSER_CLIENT_CERT: join(authority.folder, 'client.pem'),
    PURSER_CLIENT_KEY: join(authority.folder, 'client.key'),
  };
  const serve = await startServe(dataFolder, [], env);
  stops.push(
    authority.remove,
    provider.stop,
    front.stop,
    proxy.stop,
    () => rm(dataFolder, { recursive: true, force: true }),
    () => serve.end('SIGTERM'),
  );
}, 60_000);
afterAll(async () => {
  for (const stop of stops.toReversed()) await stop();
});

const purser = (args: readonly string[], as: NodeJS.ProcessEnv = env, input = '') =>
  runCli([...args, '--data-dir', dataFolder], input, as);

it(
  'reaches a provider as the environment of `purser serve` says, and status says so without the password',
  { timeout: 60_000 },
  async () => {
    const added = await purser(
      ['provider', 'add', 'far', '--kind', 'openai', '--base-url', `https://${FAR}/v1`],
      env,
      `${KEY}\n`,
    );
    expect([added.code, added.stderr]).toEqual([0, '']);
    const checked = await purser(['provider', 'check', 'far', '--json']);
    expect(JSON.parse(checked.stdout)).toMatchObject({ verdict: 'accepted' });
    expect(proxy.asked.map(({ line }) => line)).toContain(`CONNECT ${FAR}:443`);
    const status = await purser(['status']);
    expect(status.stdout).toContain(
      `To providers: https:// through http://127.0.0.1:${proxy.port} (HTTPS_PROXY); not .corp.example.`,
    );
    expect(status.stdout).toContain('Client certificate: shown to every server that asks.');
    expect(JSON.stringify([status, checked, added])).not.toContain('hunter2');
  },
);

it('a price update that the proxy refuses names it', { timeout: 60_000 }, async () => {
  proxy.behave(403);
  const update = await purser(['price', 'update']);
  expect(update.code).toBe(1);
  expect(update.stderr).toMatch(
    /could not be fetched from .*The proxy at http:\/\/127\.0\.0\.1:\d+ \(HTTPS_PROXY\) refused to connect to https:.*: 403/,
  );
});

it('the doctor tells when a shell goes out another way than the gateway', { timeout: 60_000 }, async () => {
  const different = await purser(['doctor', '--project', dataFolder], bare);
  expect(different.stdout).toContain(
    'WARNING  This shell goes out straight to providers, but the running Purser goes out through http://127.0.0.1:',
  );
  const same = await purser(['doctor', '--project', dataFolder]);
  expect(same.stdout).not.toMatch(/goes out/);
  expect(different.stdout + same.stdout).not.toContain('hunter2');
});
