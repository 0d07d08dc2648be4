import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInShell, startRecordingProxy } from '../../testing/recording-proxy.ts';
import type { RecordingProxy } from '../../testing/recording-proxy.ts';
import { startConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../testing/start-connected-machine.ts';
import { FISH_PROXY_BYPASS, POSIX_PROXY_BYPASS } from './proxy-bypass.ts';

const LOOPBACK = '127.0.0.1,localhost,::1';
const SHELLS = [
  ['sh', POSIX_PROXY_BYPASS],
  ['bash', POSIX_PROXY_BYPASS],
  ['zsh', POSIX_PROXY_BYPASS],
  ['fish', FISH_PROXY_BYPASS],
] as const;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-past-proxies-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

// Windows has none of them.
describe.skipIf(process.platform === 'win32').each(SHELLS)('in %s', (shell, lines) => {
  /** Both variables, after the lines ran twice, in a shell that was started from there. */
  const after = async (env: Record<string, string>): Promise<string> => {
    const strict = shell === 'fish' ? '' : 'set -u\n';
    const look = `${shell} -c 'echo "$NO_PROXY $no_proxy"'`;
    return (
      await runInShell(`${strict}${lines}${lines}${look}`, { PATH: process.env['PATH'], HOME: folder, ...env }, [
        shell,
        '-c',
      ])
    ).trim();
  };

  it.each([
    [{}, LOOPBACK, LOOPBACK],
    [{ NO_PROXY: 'corp.example' }, `corp.example,${LOOPBACK}`, `corp.example,${LOOPBACK}`],
    [{ no_proxy: 'a.example,b.example' }, `a.example,b.example,${LOOPBACK}`, `a.example,b.example,${LOOPBACK}`],
    [{ NO_PROXY: 'a.example', no_proxy: 'b.example' }, `a.example,${LOOPBACK}`, `b.example,${LOOPBACK}`],
    [{ NO_PROXY: '*' }, '*', '*'],
    [{ NO_PROXY: '127.0.0.1', no_proxy: '10.0.0.1' }, '127.0.0.1', `10.0.0.1,${LOOPBACK}`],
  ])('%j becomes %s and %s', async (env, upper, lower) => expect(await after(env)).toBe(`${upper} ${lower}`));
});

describe.skipIf(process.platform === 'win32')('a connected shell', () => {
  let [machine, proxy]: readonly [ConnectedMachine?, RecordingProxy?] = [];
  beforeAll(async () => {
    [machine, proxy] = [await startConnectedMachine(), await startRecordingProxy()];
    await machine.write('.bashrc', '# mine\n');
  });
  afterAll(async () => {
    await proxy?.stop();
    await machine?.stop();
  });

  it('sends no proxy a sub-key, also one that is set later, and its file comes back to the byte', async () => {
    if (!machine || !proxy) throw new Error('It did not start.');
    const { connections } = machine.client;
    await connections.connect({ tool: 'shell' });
    const env = { PATH: process.env['PATH'], HOME: machine.home };
    const ask =
      `export http_proxy=${proxy.url} HTTP_PROXY=${proxy.url}; curl -s -o /dev/null -w '%{http_code}' ` +
      `"$OPENAI_BASE_URL/models" -H "authorization: Bearer $OPENAI_API_KEY"`;
    expect(await runInShell(`. "$HOME/.bashrc"; ${ask}`, env, ['bash', '-c'])).toBe('200');
    expect(proxy.seen).toEqual([]);
    const key = /sk-purser-\w{38}/.exec((await machine.read('.bashrc')) ?? '')?.[0] ?? '';
    await runInShell(`OPENAI_BASE_URL=${machine.host.openaiUrl} OPENAI_API_KEY=${key}; ${ask}`, env, ['bash', '-c']);
    expect(proxy.seen.join('\n')).toContain(key);
    await connections.disconnect({ id: 'shell' });
    expect(await machine.read('.bashrc')).toBe('# mine\n');
  });
});
