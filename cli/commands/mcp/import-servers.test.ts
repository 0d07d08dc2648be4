import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ownServer } from '../../../gateway/mcp/whole-way/testing.ts';
import { runCli, startServe } from '../../../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../../../gateway/testing/start-serve.ts';

let home: string;
let serve: ServeProcess;
let vault: readonly string[];
let original: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'purser-cli-import-'));
  vault = ['--secrets', 'vault', '--passphrase-file', join(home, 'passphrase')];
  await writeFile(join(home, 'passphrase'), 'a long passphrase of a test\n', { mode: 0o600 });
  const { command, args } = ownServer('misbehaving-runner.ts');
  original = `${JSON.stringify(
    {
      mcpServers: {
        Tools: { command, args, env: { API_KEY: 'a-secret-CANARY' } },
        old: { type: 'sse', url: 'https://old.example/sse' },
        lost: { command: 'no-such-command' },
      },
    },
    undefined,
    2,
  )}\n`;
  await writeFile(join(home, '.claude.json'), original);
  for (const [name, value] of Object.entries({
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: '',
    CLAUDE_CONFIG_DIR: '',
    ANTHROPIC_BASE_URL: '',
    ANTHROPIC_API_KEY: '',
  }))
    vi.stubEnv(name, value);
  serve = await startServe(join(home, 'data'), vault);
});
afterEach(async () => {
  await serve.end('SIGTERM');
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

const cli = (args: readonly string[], input = '') => runCli([...args, '--data-dir', join(home, 'data')], input);
const config = () => readFile(join(home, '.claude.json'), 'utf8');
/** A dozen processes, each of which starts from its sources. */
const SLOW = { timeout: 90_000 };

test('servers of a tool are shown, moved and put back, and their secrets are shown nowhere', SLOW, async () => {
  const lonely = await cli(['mcp', 'import', 'claude-code']);
  expect([lonely.code, lonely.stderr]).toEqual([
    1,
    expect.stringContaining('Connect it first: purser connect claude-code'),
  ]);
  await cli(['provider', 'add', 'anthropic', '--base-url', 'http://127.0.0.1:9', '--unchecked'], 'a-provider-key\n');
  await cli(['connect', 'claude-code']);
  expect(await config()).toBe(original);

  const dry = await cli(['mcp', 'import', 'claude-code', '--dry-run']);
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toMatch(/Tools, as tools: .*misbehaving-runner\.ts \(to the secret store: API_KEY\)/);
  expect(dry.stdout).toContain('old: it speaks only the older transport');
  expect(dry.stdout).toMatch(/^- +"API_KEY": "\*{8}"/m);
  expect(dry.stdout).toMatch(/^\+ +"purser": \{/m);
  expect(dry.stdout).toContain('Nothing was changed.');
  expect(await config()).toBe(original);

  const moved = await cli(['mcp', 'import', 'claude-code', 'Tools', 'lost', '--as', 'Tools=work']);
  expect(moved.stdout).toContain('Moved Tools. Claude Code reaches them through Purser');
  expect(moved.stdout).toMatch(/lost: .*no-such-command.* --unchecked/);
  expect(await config()).not.toContain('CANARY');
  expect(Object.keys(JSON.parse(await config()).mcpServers)).toEqual(['old', 'lost', 'purser']);
  expect((await cli(['mcp', 'list'])).stdout).toMatch(/work\s+running\s+9/);
  const kept = await cli(['connect', 'claude-code', '--no-mcp']);
  expect(kept.stderr).toContain('purser mcp import claude-code --undo');

  const wrong = await cli(['mcp', 'import', 'claude-code', 'lost', '--undo']);
  expect(wrong.stderr).toContain('--undo puts back all that was moved');
  const undone = await cli(['mcp', 'import', 'claude-code', '--undo', '--json']);
  expect(JSON.parse(undone.stdout)).toMatchObject({ done: true, files: [{ how: 'restored' }], back: ['Tools'] });
  expect(await config()).toBe(original);
  for (const { stdout, stderr } of [dry, moved, undone]) expect(stdout + stderr).not.toContain('CANARY');
  expect((await cli(['mcp', 'import', 'claude-code', '--undo'])).stderr).toContain('No MCP server of Claude Code');
});

test('disconnecting while Purser is not running puts them back, too', SLOW, async () => {
  await cli(['provider', 'add', 'anthropic', '--base-url', 'http://127.0.0.1:9', '--unchecked'], 'a-provider-key\n');
  await cli(['connect', 'claude-code', '--mcp']);
  expect((await cli(['mcp', 'import', 'claude-code', 'Tools', '--yes'])).code).toBe(0);
  await serve.end('SIGTERM');
  const undone = await runCli(['disconnect', 'claude-code', ...vault, '--data-dir', join(home, 'data')]);
  expect(undone.stdout).toContain('the MCP server tools stays in Purser, too');
  expect(await config()).toBe(original);
  serve = await startServe(join(home, 'data'), vault);
  expect(JSON.parse((await cli(['mcp', 'list', '--json'])).stdout)).toMatchObject([{ name: 'tools' }]);
});
