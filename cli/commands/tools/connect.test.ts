import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCli, startServe } from '../../../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../../../gateway/testing/start-serve.ts';

let home: string;
let dataFolder: string;
let serve: ServeProcess;
const ORIGINAL = '{ "model": "opus" }\n';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'purser-home-'));
  dataFolder = join(home, 'data');
  await mkdir(join(home, '.claude'));
  await writeFile(join(home, '.claude', 'settings.json'), ORIGINAL);
  // The gateway looks for tools in the home folder of whoever started it: never in that of who runs the tests.
  for (const [name, value] of Object.entries({
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: '',
    CLAUDE_CONFIG_DIR: '',
    CLAUDE_CODE_USE_BEDROCK: '',
    CLAUDE_CODE_USE_VERTEX: '',
    ANTHROPIC_BASE_URL: '',
    ANTHROPIC_API_KEY: '',
    OPENAI_BASE_URL: '',
    OPENAI_API_KEY: '',
  }))
    vi.stubEnv(name, value);
  serve = await startServe(dataFolder);
  await cli(['provider', 'add', 'anthropic', '--base-url', 'http://127.0.0.1:9'], 'a-provider-key\n');
});
afterEach(async () => {
  await serve.end('SIGTERM');
  vi.unstubAllEnvs();
  await rm(home, { recursive: true, force: true });
});

const cli = (args: readonly string[], input = '') => runCli([...args, '--data-dir', dataFolder], input);
const settings = () => readFile(join(home, '.claude', 'settings.json'), 'utf8');

describe('purser connect', () => {
  // Ten processes, one after the other, on a machine that may be busy.
  it('shows a change, makes it, proves it, and puts everything back', { timeout: 90_000 }, async () => {
    const dry = await cli(['connect', 'claude-code', '--dry-run']);
    expect(dry.stdout).toMatch(/\+.*ANTHROPIC_AUTH_TOKEN/);
    expect(dry.stdout).toContain('Nothing was changed.');
    expect(await settings()).toBe(ORIGINAL);

    const made = await cli(['connect', 'claude-code', '--cap', '3/day', '--json']);
    expect(JSON.parse(made.stdout)).toMatchObject({ connection: { id: 'claude-code', state: 'connected' } });
    expect(made.stdout).not.toMatch(/sk-purser-\w{38}/);
    expect(await settings()).toMatch(/sk-purser-\w{38}/);
    expect(JSON.parse((await cli(['key', 'list', '--json'])).stdout)).toMatchObject([
      { agent: 'Claude Code', caps: [] },
    ]);
    expect(JSON.parse((await cli(['agent', 'list', '--json'])).stdout)).toMatchObject([
      { name: 'Claude Code', caps: [{ window: 'day', amount: 3_000_000_000 }] },
    ]);

    const verdict = await cli(['connections', 'verify', 'claude-code', '--json']);
    expect([verdict.code, JSON.parse(verdict.stdout)]).toMatchObject([0, { ok: true, how: 'on-its-behalf' }]);
    expect((await cli(['connections'])).stdout).toMatch(/claude-code +connected +everything +on-its-behalf/);

    expect((await cli(['disconnect', 'claude-code'])).stdout).toContain('byte for byte');
    expect(await settings()).toBe(ORIGINAL);
    const gone = await cli(['disconnect', 'claude-code']);
    expect([gone.code, gone.stderr]).toEqual([1, expect.stringContaining('is not connected')]);

    // The person is told what no file shows: shells that are open keep their variables.
    await cli(['connect', 'shell']);
    expect((await cli(['disconnect', 'shell'])).stdout).toMatch(/Its sub-key is revoked\.\nTerminals that are open/);
  });

  it('has a doctor that sees this shell, and says so when no Purser runs', { timeout: 90_000 }, async () => {
    await cli(['connect', 'claude-code']);
    await mkdir(join(home, 'app'));
    const well = await cli(['doctor', '--project', join(home, 'app'), '--json']);
    expect([well.code, JSON.parse(well.stdout)]).toEqual([0, { findings: [], fixed: [] }]);
    vi.stubEnv('CLAUDE_CODE_USE_VERTEX', '1');
    const ill = await cli(['doctor', '--project', join(home, 'app'), '--json']);
    expect([ill.code, JSON.parse(ill.stdout)]).toMatchObject([
      1,
      { findings: [{ id: 'variable:claude-code:CLAUDE_CODE_USE_VERTEX', severity: 'error' }] },
    ]);
    const nobody = await runCli(['doctor', '--json', '--data-dir', join(home, 'nobody')]);
    expect([nobody.code, JSON.parse(nobody.stdout)]).toMatchObject([1, { findings: [{ id: 'gateway-not-running' }] }]);
  });

  it(
    'takes no key out of a repository that somebody else may have made, until its file is named',
    { timeout: 90_000 },
    async () => {
      const theirs = `OPENAI_API_KEY=${['sk', 'proj', 'Tq3wX9nB7mK2vR8sL4dF6hJ1pZ5cY0gA'].join('-')}\n`;
      const file = join(home, 'app', '.env');
      await mkdir(join(home, 'app'));
      await writeFile(file, theirs);
      const fixed = await cli(['doctor', '--project', join(home, 'app'), '--fix']);
      expect(fixed.stdout).toContain(
        `If this key is your own, let Purser store it and put a capped sub-key in its place: purser doctor ` +
          `--import ${file}`,
      );
      expect(await readFile(file, 'utf8')).toBe(theirs);
      expect(JSON.parse((await cli(['provider', 'list', '--json'])).stdout)).toMatchObject([{ name: 'anthropic' }]);

      const unknown = await cli(['doctor', '--import', join(home, 'nothing')]);
      expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('There is no key in')]);
      const named = await cli(['doctor', '--import', file, '--json']);
      expect(JSON.parse(named.stdout)).toMatchObject({ fixed: [{ id: `plain-key:${file}:1` }] });
      expect(await readFile(file, 'utf8')).toMatch(/^OPENAI_API_KEY=sk-purser-\w{38}\n/);
    },
  );
});
