import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { runCli, startServe } from '../../gateway/testing/start-serve.ts';
import { refuseInspector } from './refuse-inspector.ts';

/** Where Node's inspector listens when a signal opens it. */
const INSPECTOR = 9229;

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket
      .once('connect', () => resolve(true))
      .once('error', () => resolve(false))
      .once('connect', () => socket.destroy());
  });

it.runIf(process.platform !== 'win32')(
  'a gateway opens no inspector when it is asked to by a signal, and goes on',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'purser-inspector-'));
    const serve = await startServe(folder);
    try {
      expect(await listens(INSPECTOR)).toBe(false);
      process.kill(serve.pid, 'SIGUSR1');
      await sleep(1_500);
      expect(await listens(INSPECTOR)).toBe(false);
      expect((await fetch(`${serve.url}/openai/v1/models`)).status).toBe(401);
    } finally {
      await serve.end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    }
  },
  60_000,
);

it('serve refuses to start with an inspector, and says how a developer may', async () => {
  const { code, stderr } = await runCli(['serve', '--port', '0', '--secrets', 'memory', '--json'], '', {
    ...process.env,
    NODE_OPTIONS: '--inspect=127.0.0.1:0',
  });
  expect([code, stderr]).toEqual([
    1,
    expect.stringMatching(/"code":"INVALID_INPUT".*NODE_OPTIONS has --inspect.*PURSER_ALLOW_INSPECT=1/),
  ]);
}, 60_000);

it.each<readonly [string, Readonly<Record<string, string>>, readonly string[], boolean]>([
  ['a flag', {}, ['--inspect'], true],
  ['a flag with a port', {}, ['--inspect-brk=0.0.0.0:1'], true],
  ['the environment', { NODE_OPTIONS: '--no-warnings --inspect-wait' }, [], true],
  ['a developer', { NODE_OPTIONS: '--inspect', PURSER_ALLOW_INSPECT: '1' }, ['--inspect'], false],
  [
    'something else',
    { NODE_OPTIONS: '--max-old-space-size=99 --disable-warning=--inspector' },
    ['--enable-source-maps'],
    false,
  ],
])('%s', (_what, env, flags, refused) => {
  const start = (): void => refuseInspector(env, flags);
  if (refused) expect(start).toThrow('every user of this machine');
  else expect(start).not.toThrow();
});
