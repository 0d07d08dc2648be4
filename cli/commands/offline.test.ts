import { lstat, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runCli, startServe } from '../../gateway/testing/start-serve.ts';

let home: string;
let dataFolder: string;
let vault: readonly string[];
// In an odd spelling, with a value of the person's own where ours goes: only the sealed copy has it.
const ORIGINAL = '{ "env": {"ANTHROPIC_BASE_URL":   "https:\\/\\/elsewhere.example"} ,\n"model": "opus"}';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'purser-home-'));
  dataFolder = join(home, 'data');
  await mkdir(join(home, '.claude'));
  await writeFile(join(home, '.claude', 'settings.json'), ORIGINAL);
  await writeFile(join(home, 'passphrase'), 'a passphrase for the test\n', { mode: 0o600 });
  vault = ['--secrets', 'vault', '--passphrase-file', join(home, 'passphrase')];
  for (const [name, value] of Object.entries({
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: '',
    CLAUDE_CONFIG_DIR: '',
    ANTHROPIC_BASE_URL: '',
    DBUS_SESSION_BUS_ADDRESS: '',
  }))
    vi.stubEnv(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

const cli = (args: readonly string[], input = '') => runCli([...args, '--data-dir', dataFolder], input);
const settings = () => readFile(join(home, '.claude', 'settings.json'), 'utf8');

// Processes one after the other, on a machine that may be busy; and a vault that takes its time on purpose.
it(
  'while no Purser runs, connections are listed and undone to the byte, on record, and the sub-key is revoked',
  { timeout: 400_000 },
  async () => {
    const serve = await startServe(dataFolder, vault);
    await cli(['provider', 'add', 'anthropic', '--base-url', 'http://127.0.0.1:9'], 'a-provider-key\n');
    await cli(['connect', 'claude-code']);
    // The newest secret is in the file then, and the one before still counts for a day.
    const [key] = JSON.parse((await cli(['key', 'list', '--json'])).stdout);
    await cli(['key', 'rotate', key.id]);
    expect(await settings()).not.toBe(ORIGINAL);
    await serve.end('SIGTERM');

    const listed = await cli(['connections']);
    expect([listed.code, listed.stdout]).toEqual([
      0,
      expect.stringMatching(
        /Purser is not running[^]*claude-code +connected[^]*Claude Code now: It retries[^]*purser disconnect NAME/,
      ),
    ]);
    const dry = await cli(['disconnect', 'claude-code', '--dry-run', ...vault.slice(2)]);
    expect([dry.code, dry.stdout]).toEqual([0, expect.stringContaining('Nothing was changed.')]);
    expect(await settings()).not.toBe(ORIGINAL);

    const wrong = await cli(['disconnect', 'codex', ...vault.slice(2)]);
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('"codex" is not connected')]);
    const undone = await cli(['disconnect', 'claude-code', ...vault.slice(2)]);
    expect([undone.code, undone.stdout]).toEqual([
      0,
      expect.stringMatching(/Purser is not running[^]*was restored, byte for byte[^]*Its sub-key is revoked/),
    ]);
    expect(await settings()).toBe(ORIGINAL);

    const again = await startServe(dataFolder, vault);
    try {
      expect(JSON.parse((await cli(['key', 'list', '--json'])).stdout)).toMatchObject([
        { id: key.id, state: 'revoked' },
      ]);
      const audit = await cli(['audit', 'export']);
      expect(audit.stdout).toMatch(/tool-disconnected/);
      expect((await cli(['audit', 'verify'])).code).toBe(0);
    } finally {
      await again.end('SIGTERM');
    }
  },
);

it(
  'without the store that sealed the files nothing is changed, and a folder that holds nothing is not made',
  { timeout: 400_000 },
  async () => {
    const nobody = await cli(['disconnect', 'claude-code']);
    expect([nobody.code, nobody.stderr]).toEqual([1, expect.stringContaining('No Purser is running')]);
    expect(await lstat(dataFolder).catch(() => 'not there')).toBe('not there');

    const serve = await startServe(dataFolder);
    await cli(['provider', 'add', 'anthropic', '--base-url', 'http://127.0.0.1:9'], 'a-provider-key\n');
    await cli(['connect', 'claude-code']);
    const connected = await settings();
    await serve.end('SIGTERM');
    const shut = await cli(['disconnect', 'claude-code']);
    expect([shut.code, shut.stderr]).toEqual([
      1,
      expect.stringMatching(/nothing was changed\. Start Purser and disconnect there/),
    ]);
    expect(await settings()).toBe(connected);
    const forced = await cli(['disconnect', 'claude-code', '--secrets', 'memory']);
    expect([forced.code, forced.stdout]).toEqual([
      0,
      expect.stringContaining('Note: what env.ANTHROPIC_BASE_URL was before cannot be read any more'),
    ]);
    expect(await settings()).not.toMatch(/sk-purser-/);
  },
);
