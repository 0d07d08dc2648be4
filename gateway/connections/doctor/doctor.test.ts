// Long because each case has its own sample.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../../shared/contract/connection-views.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { systemClock, systemRandom } from '../../defaults.ts';
import { createGateway } from '../../index.ts';
import { createMemoryStore } from '../../secrets/memory-store.ts';
import { connectInProcess } from '../../testing/start-test-gateway.ts';
import { startConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../testing/start-connected-machine.ts';
import { aider } from '../tools/aider/aider.ts';
import { claudeCode } from '../tools/claude-code/claude-code.ts';
import { geminiCli } from '../tools/gemini-cli/gemini-cli.ts';
import { formatSubKey } from '../../domain/sub-key.ts';
import { checkVariables } from './check-variables.ts';
import { plainKeysIn } from './plain-keys.ts';

const GATEWAY = 'http://127.0.0.1:4141';
const SUB_KEY = 'sk-purser-0123456789ABCDEFGHIJKLMNOPQRSTUV';

describe('variables', () => {
  const ids = (
    env: Record<string, string>,
    connected: Parameters<typeof checkVariables>[0]['connected'] = [],
  ): readonly string[] =>
    checkVariables({
      env,
      where: 'this shell',
      connected,
      gatewayUrl: GATEWAY,
      providers: ['openai', 'anthropic', 'gemini'],
    }).map(({ id }) => id);

  it("that win over a tool's file, move it, or lead past Purser", () => {
    const files = ['/home/me/.claude/settings.json'];
    expect(ids({ CLAUDE_CODE_USE_BEDROCK: '1' }, [{ tool: claudeCode, files }])).toEqual([
      'variable:claude-code:CLAUDE_CODE_USE_BEDROCK',
    ]);
    expect(ids({ CLAUDE_CONFIG_DIR: '/elsewhere' }, [{ tool: claudeCode, files }])).toEqual([
      'variable:claude-code:CLAUDE_CONFIG_DIR',
    ]);
    expect(ids({ CLAUDE_CONFIG_DIR: '/home/me/.claude' }, [{ tool: claudeCode, files }])).toEqual([]);
    expect(ids({ AIDER_MODEL: 'x' }, [{ tool: aider, files: [] }])).toEqual(['variable:aider:AIDER_MODEL']);
    expect(ids({ GOOGLE_API_KEY: 'theirs' }, [{ tool: geminiCli, files: [] }])).toEqual([
      'variable:gemini-cli:GOOGLE_API_KEY',
    ]);
    expect(ids({ CLAUDE_CODE_USE_BEDROCK: '1' })).toEqual([]);
  });

  it('with a wrong address: port, provider, /v1', () => {
    expect(ids({ OPENAI_BASE_URL: 'http://127.0.0.1:9999/openai/v1' })).toEqual(['address:OPENAI_BASE_URL']);
    expect(ids({ OPENAI_BASE_URL: `${GATEWAY}/v1` })).toEqual(['address:OPENAI_BASE_URL']);
    expect(ids({ ANTHROPIC_BASE_URL: `${GATEWAY}/anthropic/v1` })).toEqual(['address:ANTHROPIC_BASE_URL']);
    expect(ids({ OPENAI_BASE_URL: `${GATEWAY}/openai/v1`, ANTHROPIC_BASE_URL: `${GATEWAY}/anthropic` })).toEqual([]);
    // Somebody's own server is no mistake.
    expect(ids({ OPENAI_BASE_URL: 'http://localhost:11434/v1', OPENAI_API_KEY: 'ollama' })).toEqual([]);
  });

  it('that would send what is meant for this machine to a proxy', () => {
    const proxy = 'http://proxy.example:3128';
    for (const name of ['http_proxy', 'HTTP_PROXY', 'HTTPS_PROXY', 'all_proxy']) {
      expect(ids({ [name]: proxy })).toEqual([`proxy:${name}`]);
      expect(ids({ [name]: proxy, NO_PROXY: 'corp.example' })).toEqual([`proxy:${name}`]);
      // Programs read the one first or the other.
      expect(ids({ [name]: proxy, NO_PROXY: '127.0.0.1', no_proxy: 'corp.example' })).toEqual([`proxy:${name}`]);
      expect(ids({ [name]: proxy, no_proxy: 'corp.example, 127.0.0.1' })).toEqual([]);
      expect(ids({ [name]: proxy, NO_PROXY: '*' })).toEqual([]);
    }
    expect(ids({ NO_PROXY: 'corp.example' })).toEqual([]);
  });

  it('with a key that does not fit the address beside it', () => {
    expect(ids({ OPENAI_BASE_URL: `${GATEWAY}/openai/v1`, OPENAI_API_KEY: 'sk-theirs' })).toEqual([
      'key-to-gateway:OPENAI_API_KEY',
    ]);
    const subKey = shaped();
    expect(ids({ OPENAI_API_KEY: subKey })).toEqual(['sub-key-alone:OPENAI_API_KEY']);
    expect(ids({ GOOGLE_API_KEY: subKey })).toEqual(['leak:GOOGLE_API_KEY']);
  });
});

it("tells provider keys from sub-keys and other companies' keys", () => {
  const text = [
    'A=sk-ant-api03-abcdefghijklmnopqrstuvwx',
    'B=sk-proj-abcdefghijklmnopqrstuvwx',
    `C=AIza${'x'.repeat(35)}`,
    `D=${SUB_KEY}AAAAAA`,
    'E=sk-or-v1-abcdefghijklmnopqrstuvwx',
    'F=sk-short',
  ].join('\n');
  expect(plainKeysIn(text).map(({ family, line }) => [family, line])).toEqual([
    ['anthropic', 1],
    ['openai', 2],
    ['gemini', 3],
  ]);
});

describe('the doctor', () => {
  const REAL = 'sk-proj-the-persons-real-key-0123456789abcdef';
  let machine: ConnectedMachine;
  let client: GatewayClient;
  const examine = (fix: string[] = [], importFrom: string[] = []): Promise<Diagnosis> =>
    client.connections.doctor({ fix, importFrom, projects: [join(machine.home, 'work/app')] });
  const idsOf = ({ findings }: Diagnosis): readonly string[] => findings.map(({ id }) => id);

  beforeEach(async () => {
    machine = await startConnectedMachine();
    await machine.write('work/app/README.md', '');
    ({ client } = machine);
  });
  afterEach(() => machine.stop());

  it('finds nothing on a machine where nothing is wrong', async () => {
    await client.connections.connect({ tool: 'claude-code' });
    expect((await examine()).findings).toEqual([]);
  });

  it('finds a proxy that a startup file sets, and adds lines that keep it off this machine', async () => {
    await client.connections.connect({ tool: 'claude-code' });
    const file = await machine.write('.zshrc', '# mine\nexport http_proxy=http://proxy.example:3128\n');
    const found = await examine();
    expect(found.findings).toMatchObject([
      { id: `proxy:http_proxy:${file}`, severity: 'error', file, line: 2, acts: [{ kind: 'keep-proxies-off', file }] },
    ]);
    const fixed = await examine(idsOf(found).slice());
    expect(fixed).toMatchObject({ findings: [], fixed: [{ text: expect.stringContaining('keep proxies off') }] });
    expect(await machine.read('.zshrc')).toMatch(
      /^# mine\nexport http_proxy=\S+\n\n# >>> purser \(proxies\) >>>\n[^]*NO_PROXY[^]*# <<< purser \(proxies\) <<<\n$/,
    );
    // Somebody who had thought of it is told nothing, whatever else is in their list, and in another file.
    await machine.write('.zshrc', 'export https_proxy=http://proxy.example:3128\n');
    await machine.write('.profile', 'export no_proxy="corp.example,127.0.0.1"\n');
    expect((await examine()).findings).toEqual([]);
  });

  it('finds a changed file, which it puts right, and a revoked sub-key, which it does not', async () => {
    const { connection } = await client.connections.connect({ tool: 'claude-code' });
    await machine.write('.claude/settings.json', '{}');
    expect(idsOf(await examine())).toEqual(['changed:claude-code']);
    const fixed = await examine(['changed:claude-code']);
    expect(fixed).toMatchObject({ findings: [], fixed: [{ id: 'changed:claude-code' }] });
    const [key] = await client.keys.list();
    await client.keys.revoke({ id: key?.id ?? connection.subKeyId });
    expect(idsOf(await examine())).toEqual(['revoked:claude-code']);
    // What somebody stopped is not started again by a doctor.
    expect(idsOf(await examine(['revoked:claude-code']))).toEqual(['revoked:claude-code']);
    expect((await client.keys.list()).filter(({ state }) => state === 'active')).toEqual([]);
    await client.connections.connect({ tool: 'claude-code' });
    expect((await examine()).findings).toEqual([]);
  });

  it('finds a stale port after a restart on another, and connects again', async () => {
    const secrets = createMemoryStore();
    const dataFolder = join(machine.home, 'purser-data');
    const start = () =>
      createGateway(
        { clock: systemClock, random: systemRandom, log: { log: () => undefined }, secrets, machine: machine.machine },
        {
          dataFolder,
          port: 0,
          timeZone: 'Europe/Berlin',
          version: '0',
          simulated: false,
          maxBodyBytes: 2 ** 20,
          approvalMs: 1_000,
        },
      );
    const first = await start();
    const before = connectInProcess(first);
    await before.client.gateway.providers.add({ kind: 'openai', key: 'a-provider-key', unchecked: true });
    await before.client.gateway.connections.connect({ tool: 'codex' });
    expect(await machine.read('.codex/config.toml')).toContain(`${first.url}/openai/v1`);
    before.close();
    await first.stop(0);

    const second = await start();
    const { client: after, close } = connectInProcess(second);
    const diagnose = (fix: string[]): Promise<Diagnosis> => after.gateway.connections.doctor({ fix, projects: [] });
    expect(idsOf(await diagnose([]))).toEqual(['stale-port:codex']);
    expect((await diagnose(['stale-port:codex'])).findings).toEqual([]);
    expect(await machine.read('.codex/config.toml')).toContain(`${second.url}/openai/v1`);
    expect((await after.gateway.keys.list()).filter(({ state }) => state === 'active')).toHaveLength(1);
    await after.gateway.connections.disconnect({ id: 'codex' });
    expect(await machine.read('.codex/config.toml')).toBeUndefined();
    close();
    await second.stop(0);
  });

  it('finds what wins in a project: its own config, and a .env above it', async () => {
    await client.connections.connect({ tool: 'claude-code' });
    await client.connections.connect({ tool: 'aider' });
    await machine.write(
      'work/app/.claude/settings.json',
      '{ "env": { "ANTHROPIC_BASE_URL": "https://elsewhere.example" } }',
    );
    await machine.write('work/.env', 'X=1\nOPENAI_API_BASE=https://elsewhere.example/v1\n');
    expect(await examine()).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({ tool: 'claude-code', file: join(machine.home, 'work/app/.claude/settings.json') }),
        expect.objectContaining({ tool: 'aider', file: join(machine.home, 'work/.env'), line: 2 }),
      ]),
    });
  });

  it('finds a tool whose provider was removed', async () => {
    await client.connections.connect({ tool: 'codex' });
    await client.providers.remove({ name: providerNameSchema.parse('openai') });
    expect(idsOf(await examine())).toEqual(['no-provider:codex:openai']);
  });

  it('looks into startup files, because an app does not see what terminals get', async () => {
    await machine.write(
      '.bashrc',
      '# mine\nexport CLAUDE_CODE_USE_BEDROCK=1\nexport OPENAI_BASE_URL=http://127.0.0.1:1/openai/v1\n',
    );
    await client.connections.connect({ tool: 'claude-code' });
    await client.connections.connect({ tool: 'shell' });
    const file = join(machine.home, '.bashrc');
    expect((await examine()).findings).toMatchObject([
      { severity: 'error', tool: 'claude-code', file, line: 2 },
      { id: `address:OPENAI_BASE_URL:${file}:3`, line: 3 },
    ]);
  });

  it('warns before a sub-key goes into a file that git would take', async () => {
    const project = join(machine.home, 'work/app');
    expect((await client.connections.plan({ tool: 'project', project })).notes).toEqual([]);
    await machine.write('work/app/.git/HEAD', 'ref: refs/heads/main\n');
    expect((await client.connections.plan({ tool: 'project', project })).notes).toEqual([
      expect.stringMatching(/git would take it.*\.git\/info\/exclude/),
    ]);
    await machine.write('work/app/.gitignore', 'node_modules\n.env\n');
    expect((await client.connections.plan({ tool: 'project', project })).notes).toEqual([]);
  });

  it('moves a key that lies about into the secret store, and a capped sub-key takes its place', async () => {
    await client.providers.remove({ name: providerNameSchema.parse('openai') });
    const file = await machine.write('work/app/.env', `# keys\nexport OPENAI_API_KEY="${REAL}"  # mine\nOTHER=1\n`);
    const found = await examine();
    expect(found.findings).toMatchObject([
      { id: `plain-key:${file}:2`, file, line: 2, acts: [{ kind: 'move-key', file, asks: true }] },
    ]);
    expect(JSON.stringify(found)).not.toContain(REAL);
    const { fixed, findings } = await examine([`plain-key:${file}:2`], [file]);
    expect(findings).toEqual([]);
    expect(fixed[0]?.text).toContain('provider "openai"');
    const text = (await machine.read('work/app/.env')) ?? '';
    expect(text).not.toContain(REAL);
    expect(text).toMatch(
      /^# keys\nexport OPENAI_API_KEY="sk-purser-\w{38}" {2}# mine\nexport OPENAI_BASE_URL="http:\/\/127\.0\.0\.1:\d+\/openai\/v1" {2}# mine\nOTHER=1\n$/,
    );
    expect((await client.providers.list()).map(({ name }) => name)).toContain('openai');
    expect((await client.audit.export({ after: 0 })).map((link) => link.text).join('\n')).toContain('key-moved');
  });

  it("takes no key out of a project unless the person names the file: it may be the author's", async () => {
    await client.providers.remove({ name: providerNameSchema.parse('openai') });
    const theirs = await machine.write('work/app/.env', `OPENAI_API_KEY=${REAL}\n`);
    const own = await machine.write('.env', `A=1\nOPENAI_API_KEY=${REAL}\nGEMINI_API_KEY=AIza${'x'.repeat(35)}\n`);
    const all = (await examine()).findings;
    expect(all.flatMap(({ acts }) => acts)).toEqual([
      { kind: 'move-key', file: own, asks: false },
      { kind: 'move-key', file: own, asks: false },
      { kind: 'move-key', file: theirs, asks: true },
    ]);
    const { fixed, findings } = await examine(
      all.map(({ id }) => id),
      [own],
    );
    // Both of the person's own file, though the first one moves the line of the second.
    expect(fixed.map(({ id }) => id)).toEqual([`plain-key:${own}:2`, `plain-key:${own}:3`]);
    expect(findings.map(({ id }) => id)).toEqual([`plain-key:${theirs}:1`]);
    expect(await machine.read('work/app/.env')).toBe(`OPENAI_API_KEY=${REAL}\n`);
  });

  it("takes the address of a connected project for its own, not for another company's", async () => {
    const project = join(machine.home, 'work/app');
    const file = await machine.write('work/app/.env', `OPENAI_API_KEY=${REAL}\n`);
    await machine.write('work/app/.gitignore', '.env\n');
    await client.connections.connect({ tool: 'project', project });
    const { findings } = await examine();
    expect(findings).toMatchObject([{ id: `plain-key:${file}:1`, acts: [{ kind: 'move-key', file, asks: true }] }]);
    expect((await examine([`plain-key:${file}:1`], [file])).findings).toEqual([]);
    expect(await machine.read('work/app/.env')).not.toContain(REAL);
    // It is another key than the one Purser holds for this company, so it is kept beside that one.
    await client.connections.disconnect({ id: `project:${project}` });
    expect(await machine.read('work/app/.env')).toMatch(
      /^OPENAI_API_KEY=sk-purser-\w{38}\nOPENAI_BASE_URL=http:\/\/127\.0\.0\.1:\d+\/openai-2\/v1\n$/,
    );
  });

  it('does not guess whose key it is when a base URL of somebody else stands beside it', async () => {
    const file = await machine.write(
      'work/app/.env',
      `OPENAI_BASE_URL=https://other.example/v1\nOPENAI_API_KEY=${REAL}\n`,
    );
    expect((await examine([`plain-key:${file}:2`], [file])).findings).toMatchObject([
      { acts: [{ kind: 'add-provider', provider: 'openai' }] },
    ]);
    expect(await machine.read('work/app/.env')).toContain(REAL);
  });
});

/** A text with the form and checksum of a sub-key. */
function shaped(): string {
  return formatSubKey(new Uint8Array(64).map((_, index) => index * 3));
}
