import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCli, startServe } from '../../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../../gateway/testing/start-serve.ts';
import { parseCap } from '../../shared/cap.ts';
import type { GatewayClient } from '../../shared/contract/contract.ts';
import { EVERYTHING, scopeOf } from '../../shared/policy.ts';
import type { Policy, PolicyScope } from '../../shared/policy.ts';
import { withGateway } from '../connect.ts';
import { readGatewayState } from '../policy-file/gateway-state.ts';
import { planChanges } from '../policy-file/plan.ts';
import { readPolicyFile } from '../policy-file/read-policy-file.ts';

const reportSchema = z.object({
  ok: z.boolean(),
  problems: z.array(z.object({ line: z.int(), column: z.int(), path: z.string(), message: z.string() })),
  notes: z.array(z.object({ message: z.string() })),
  namesChecked: z.boolean(),
});
const cap = (text: string): NonNullable<Policy['caps']> => [parseCap(text)].filter((one) => one !== undefined);

let dataFolder: string;
let file: string;
let serve: ServeProcess;
let agents = 0;
beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'purser-policy-'));
  file = join(dataFolder, 'policy.yaml');
  serve = await startServe(dataFolder);
  await ask((gateway) =>
    gateway.providers.add({ kind: 'openai', baseUrl: 'http://127.0.0.1:9/v1', key: 'never-asked' }),
  );
});
afterAll(async () => {
  await serve.end('SIGTERM');
  await rm(dataFolder, { recursive: true, force: true });
});

let agent: string;
let id: string;
beforeEach(async () => {
  agent = `Agent ${(agents += 1)}`;
  await ask((gateway) => gateway.agents.add({ name: agent }));
  ({ id } = await ask((gateway) => gateway.keys.issue({ agent, caps: cap('5/day') })));
});

const ask = <T>(use: (gateway: GatewayClient) => Promise<T>): Promise<T> => withGateway(dataFolder, use);
const purser = (...args: readonly string[]) => runCli([...args, '--data-dir', dataFolder]);
const policyOf = async (scope: PolicyScope): Promise<Policy | undefined> =>
  (await ask((gateway) => gateway.policies.list())).find((one) => one.scope === scope)?.policy;
const write = (...lines: readonly string[]): Promise<void> => writeFile(file, ['version: 1', ...lines].join('\n'));

it('of an agent that has done nothing cannot be suggested, and the sentence says so', async () => {
  const { code, stderr } = await purser('policy', 'suggest', agent);
  expect([code, stderr]).toEqual([1, expect.stringContaining(`${agent} has made no request in that time`)]);
  expect((await purser('policy', 'suggest', agent, '--since', 'soon')).stderr).toContain('such as 24h');
});

describe('purser policy export', () => {
  it('prints a file that changes nothing when it is applied, and does not write over one', async () => {
    await ask((gateway) =>
      gateway.policies.set({ scope: EVERYTHING, policy: { caps: cap('50/month'), models: { deny: ['*-mini'] } } }),
    );
    const other = join(dataFolder, 'other.yaml');
    expect((await purser('policy', 'export', '--output', other)).code).toBe(0);
    const text = await readFile(other, 'utf8');
    expect(text).toMatch(/# What each tool may spend[\s\S]*\nagents:[\s\S]*# ends with \w{4}, active/);
    const [applied, printed, refused] = await Promise.all([
      purser('policy', 'apply', other),
      purser('policy', 'export'),
      purser('policy', 'export', '--output', other),
    ]);
    expect(applied).toMatchObject({ code: 0, stdout: 'Nothing to change: the gateway has what the file says.\n' });
    expect(printed.stdout).toBe(text);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('--force')]);
    await ask((gateway) => gateway.policies.set({ scope: EVERYTHING, policy: {} }));
  });
});

describe('purser policy check', () => {
  it('names what the gateway does not know, with line and column, and exits 1', async () => {
    await write(
      'providers: { opnai: {} }',
      'agents:',
      `  ${agent}x: {}`,
      '  Nobody:',
      `    keys: { ${id}: { caps: [5/day] }, key_zzzzzzzzzzzz: { caps: [5/day] } }`,
      '    colour: red',
    );
    const [checked, text, applied] = await Promise.all([
      purser('policy', 'check', file, '--json'),
      purser('policy', 'check', file),
      purser('policy', 'apply', file),
    ]);
    expect([checked.code, applied.code]).toEqual([1, 1]);
    const { ok, problems, namesChecked } = reportSchema.parse(JSON.parse(checked.stdout));
    expect([ok, namesChecked]).toEqual([false, true]);
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      expect.stringMatching(/^2 There is no provider "opnai"\. Did you mean "openai"\?/),
      expect.stringMatching(/^4 There is no agent "Agent \d+x"\. Did you mean "Agent \d+"\?/),
      expect.stringMatching(/^5 There is no agent "Nobody"/),
      expect.stringMatching(/^6 Sub-key \w+ belongs to the agent "Agent \d+"/),
      expect.stringMatching(/^6 There is no sub-key key_zzzzzzzzzzzz/),
      expect.stringMatching(/^7 There is no field "colour"/),
    ]);
    expect(text.stdout).toContain(`${file}:7:5: agents.Nobody.colour: There is no field "colour".`);
  });

  it('needs no gateway for the form', async () => {
    await write('agents: { Nobody: { caps: [5/day] } }');
    const [offline, nowhere, stdin, missing] = await Promise.all([
      purser('policy', 'check', file, '--json', '--offline'),
      runCli(['policy', 'check', file, '--json', '--data-dir', join(dataFolder, 'nowhere')]),
      runCli(['policy', 'check', '-', '--offline'], 'version: 2'),
      purser('policy', 'check', join(dataFolder, 'missing.yaml')),
    ]);
    for (const { code, stdout } of [offline, nowhere])
      expect([code, JSON.parse(stdout)]).toEqual([0, { ok: true, problems: [], notes: [], namesChecked: false }]);
    expect(stdin).toMatchObject({ code: 1, stdout: expect.stringContaining('stdin:1:10: version: This Purser') });
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('missing.yaml cannot be read') });
  });
});

describe('purser policy apply', () => {
  it('shows the difference, changes only that, and what the file does not mention stays', async () => {
    const scope = scopeOf('key', id);
    await ask((gateway) =>
      gateway.policies.set({ scope, policy: { caps: cap('5/day'), maxOutput: 100, requestsPerMinute: 60 } }),
    );
    await write(
      'agents:',
      `  ${agent}:`,
      '    keys:',
      `      ${id}: { caps: [10/day], maxOutput: unset, models: { allow: [claude-*] } }`,
    );
    const entries = (await ask((gateway) => gateway.audit.export({ limit: 10_000 }))).length;
    const lines = [
      `agents."${agent}".keys.${id}.caps: 5/day -> 10/day`,
      `agents."${agent}".keys.${id}.models: no limit -> allow claude-*`,
      `agents."${agent}".keys.${id}.maxOutput: 100 -> no limit`,
      `agents."${agent}".keys.${id}.requestsPerMinute is not changed: the file does not mention it (write \`unset\` ` +
        `or use --exact to lift it).`,
    ];
    expect((await purser('policy', 'apply', file, '--dry-run')).stdout).toBe(
      [...lines, '3 changes to make. Nothing was changed.', ''].join('\n'),
    );
    expect((await policyOf(scope))?.maxOutput).toBe(100);
    expect((await purser('policy', 'apply', file)).stdout).toBe([...lines, '3 changes made.', ''].join('\n'));
    const after = { caps: cap('10/day'), models: { allow: ['claude-*'] }, requestsPerMinute: 60 };
    expect(await policyOf(scope)).toEqual(after);
    expect(await ask((gateway) => gateway.audit.export({ limit: 10_000 }))).toHaveLength(entries + 1);
    const again = await purser('policy', 'apply', file, '--exact', '--json');
    expect(JSON.parse(again.stdout)).toMatchObject({
      ok: true,
      dryRun: false,
      changes: [{ path: `agents."${agent}".keys.${id}.requestsPerMinute`, from: '60', to: 'no limit' }],
      kept: [],
    });
  });

  it('never lifts the last cap of a sub-key, and passes over a revoked one', async () => {
    await write('agents:', `  ${agent}:`, `    keys: { ${id}: { maxOutput: 10 } }`);
    expect((await purser('policy', 'apply', file, '--exact')).code).toBe(0);
    expect(await policyOf(scopeOf('key', id))).toEqual({ caps: cap('5/day'), maxOutput: 10 });
    await ask(async (gateway) =>
      gateway.agents.revoke({ id: (await gateway.agents.list()).find(({ name }) => name === agent)?.id ?? never() }),
    );
    expect(await purser('policy', 'apply', file)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/is revoked, so this entry does nothing[\s\S]*Nothing to change/),
    });
  });

  it('changes everything or nothing', async () => {
    const text = [
      'version: 1',
      'agents:',
      `  ${agent}:`,
      '    maxOutput: 10',
      `    keys: { ${id}: { maxOutput: 10 } }`,
    ].join('\n');
    await ask(async (gateway) => {
      const { steps } = planChanges(readPolicyFile(text, 'UTC').entries, await readGatewayState(gateway), {
        exact: false,
      });
      expect(steps).toHaveLength(2);
      const entries = steps.map(({ scope, policy }) => ({ scope, policy }));
      await gateway.policies.setAll(entries);
      const changed = async (): Promise<number> =>
        (await gateway.policies.list()).filter(({ policy }) => policy.maxOutput === 20).length;
      // Somebody revokes the sub-key between the look and the change.
      await gateway.agents.revoke({
        id: (await gateway.agents.list()).find(({ name }) => name === agent)?.id ?? never(),
      });
      const again = entries.map(({ scope, policy }) => ({ scope, policy: { ...policy, maxOutput: 20 } }));
      await expect(gateway.policies.setAll(again)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        message: expect.stringContaining(id),
      });
      expect(await changed()).toBe(0);
      await gateway.policies.setAll(again.slice(0, 1));
      expect(await changed()).toBe(1);
    });
  });
});

function never(): never {
  throw new Error('the agent is there');
}
