import { expect, it } from 'vitest';
import { viewWayOut } from '../../egress/view-way-out.ts';
import { checkWayOut } from './check-way-out.ts';

const gateway = (proxy?: string, problems: readonly string[] = []) =>
  viewWayOut({ ...(proxy !== undefined && { httpsProxy: { url: proxy, source: 'HTTPS_PROXY' } }), problems });
const check = (env: Record<string, string>, wayOut: ReturnType<typeof gateway>) =>
  checkWayOut({ env, where: 'this shell', wayOut });

it.each([
  [{}, gateway()],
  [{ HTTPS_PROXY: 'http://proxy:3128' }, gateway('http://proxy:3128')],
  // The same proxy with another password, or written otherwise, is the same way.
  [{ https_proxy: 'me:new@proxy:3128/' }, gateway('http://me:old@proxy:3128')],
  // Plain HTTP leads to hardly any provider.
  [{ HTTP_PROXY: 'http://cache:3142' }, gateway()],
])('a shell that goes the same way as the gateway: %j', (env, wayOut) => expect(check(env, wayOut)).toEqual([]));

it.each([
  [
    { HTTPS_PROXY: 'http://me:hunter2@proxy:3128' },
    gateway(),
    'This shell goes out through http://proxy:3128 (HTTPS_PROXY), but the running Purser goes out straight to ' +
      'providers: ',
  ],
  [
    {},
    gateway('http://me:hunter2@proxy:3128'),
    'This shell goes out straight to providers, but the running Purser goes out through ' +
      'http://proxy:3128 (HTTPS_PROXY): ',
  ],
  [
    { ALL_PROXY: 'socks5://me:hunter2@proxy' },
    gateway(),
    'This shell goes out through a proxy that cannot be used (ALL_PROXY), but the running Purser goes out ' +
      'straight to providers: ',
  ],
])('one that goes another way: %j', (env, wayOut, said) => {
  const [found, ...more] = check(env, wayOut);
  expect(more).toEqual([]);
  expect(found).toMatchObject({ id: 'way-out-differs', severity: 'warning', text: expect.stringContaining(said) });
  expect(JSON.stringify(found)).not.toContain('hunter2');
});

it('what the gateway could not make use of is found', () => {
  expect(check({}, gateway(undefined, ['SSL_CERT_FILE names a file that cannot be read.']))).toMatchObject([
    { severity: 'warning', text: 'SSL_CERT_FILE names a file that cannot be read.' },
  ]);
});
