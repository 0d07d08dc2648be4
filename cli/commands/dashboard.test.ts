import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rawRequest } from '../../gateway/testing/raw-request.ts';
import { runCli, startServe } from '../../gateway/testing/start-serve.ts';
import { withGateway } from '../connect.ts';
import { dashboardAccess } from '../screen/dashboard-text.ts';

const CLI = join(import.meta.dirname, '..', 'index.ts');

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'purser-dashboard-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

async function cli(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(['dashboard', ...args, '--data-dir', dataFolder]);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

const linkIn = (text: string): string => /http:\S+\/#login=[\w-]{43}/.exec(text)?.[0] ?? '';

/** Hands in the code of a link, as the page does. @returns the HTTP status */
async function enter(link: string): Promise<number> {
  const headers = { 'content-type': 'application/json', 'user-agent': '\u009b2J Firefox/142.0 (X11; Linux x86_64)' };
  const body = JSON.stringify({ code: new URL(link).hash.replace('#login=', '') });
  return (await rawRequest(`${new URL(link).origin}/login`, { headers, body })).status;
}

describe('purser serve --ui, whose output is no terminal', { timeout: 120_000 }, () => {
  let serve: ChildProcess;
  let said = '';
  beforeEach(async () => {
    said = '';
    serve = spawn(
      process.execPath,
      [CLI, 'serve', '--ui', '--port', '0', '--secrets', 'memory', '--data-dir', dataFolder],
      { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, PURSER_COMMAND: 'purser' } },
    );
    serve.stdout?.setEncoding('utf8').on('data', (text: string) => (said += text));
    await expect.poll(() => said, { timeout: 25_000 }).toContain('Stop with Ctrl+C');
  });
  afterEach(async () => {
    serve.kill('SIGTERM');
    await once(serve, 'exit');
  });

  it('prints no link that works, not when it starts and not after a login, but the command for one', async () => {
    expect(linkIn(said)).toBe('');
    expect(said).toContain(`A link to log in with: purser open --print --data-dir ${dataFolder}`);
    const printed = await cli();
    expect(printed).toContain('works once, until');
    expect(await enter(linkIn(printed))).toBe(200);
    await expect
      .poll(() => said)
      .toContain(
        `Firefox on Linux logged in to the dashboard. If that was not you: purser dashboard logout --all ` +
          `--data-dir ${dataFolder}`,
      );
    expect(linkIn(said)).toBe('');
  });
});

// Processes one after the other, each of which takes seconds to start on a busy machine.
it('lists who is logged in and ends one, or all', { timeout: 180_000 }, async () => {
  const serve = await startServe(dataFolder, ['--ui']);
  const link = (): Promise<string> => withGateway(dataFolder, async (_, host) => (await host.dashboard.link()).link);
  expect(await enter(serve.ui ?? '')).toBe(200);
  expect(await enter(await link())).toBe(200);
  const listed = await cli('sessions');
  expect(listed.split('\n')[0]).toMatch(/^ID +BROWSER +LOGGED IN +LAST USED +ENDS$/);
  // Only words of Purser's own reach the terminal.
  expect(listed.match(/^brw_\w{8} +Firefox on Linux +/gm)).toHaveLength(2);
  expect(listed).not.toContain('2J');
  const id = /^brw_\w{8}/m.exec(listed)?.[0] ?? '';
  const unclear = await runCli(['dashboard', 'logout', '--data-dir', dataFolder]);
  expect([unclear.code, unclear.stderr]).toEqual([1, expect.stringContaining('Name the browser')]);
  expect(await cli('logout', id)).toBe(`Logged out ${id}.\n`);
  const unused = await link();
  expect(await cli('logout', '--all')).toBe('Logged out 1 browser. Unused login links no longer work.\n');
  expect(await enter(unused)).toBe(403);
  expect(await withGateway(dataFolder, (_, host) => host.dashboard.sessions())).toEqual([]);
  await serve.end('SIGTERM');
});

it('a link is made where the person looks, or asks for it; nowhere else', () => {
  let made = 0;
  const gateway = { loginLink: () => ({ link: `http://127.0.0.1:1/#login=${(made += 1)}`, endsAt: 0 }) };
  expect(dashboardAccess({ json: false, dataFolder }, gateway, 'http://127.0.0.1:1', false)).toMatchObject({
    link: null,
  });
  expect(made).toBe(0);
  expect(dashboardAccess({ json: false, dataFolder }, gateway, 'http://127.0.0.1:1', true).text.join(' ')).toContain(
    'works once',
  );
  expect(dashboardAccess({ json: true, dataFolder }, gateway, 'http://127.0.0.1:1', false).link).toContain('#login=2');
});
