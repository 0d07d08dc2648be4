import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openConnection } from '../../gateway/platform/connection.ts';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { RAW } from '../../gateway/testing/any-name.ts';
import { runCli, startServe } from '../../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../../gateway/testing/start-serve.ts';
import { PROVIDER_KEY } from '../../gateway/testing/start-test-gateway.ts';
import { parseCap } from '../../shared/cap.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { withGateway } from '../connect.ts';

/** A title, a cleared screen, a hidden rest, a turned direction, a row of its own, a link. */
const EVIL =
  '\u001b]0;PWNED\u0007\u001b[2J\u001b[8m\u009b31m\u202E\u2066\u200B\u2028\nTotal: ' +
  '$0.00\u001b]8;;https://evil.test\u001b\\';
const SHOWN = String.raw`\x1b]0;PWNED\x07\x1b[2J\x1b[8m\x9b31m\u202e\u2066\u200b\u2028\x0aTotal: $0.00`;

let folder: string;
let project: string;
let provider: SimulatedProvider;
let serve: ServeProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-screens-'));
  project = join(folder, `shop${EVIL.replaceAll('/', '')}`);
  await mkdir(project);
  await writeFile(join(project, '.env'), `OPENAI_API_KEY=sk-proj-${'a1B2'.repeat(12)}\n`);
  provider = await startSimulatedProvider({ key: PROVIDER_KEY, script: { inputTokens: 100, outputTokens: 10 } });
  const first = await startServe(folder);
  await withGateway(folder, async (gateway) => {
    const added = await gateway.providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key: PROVIDER_KEY });
    await gateway.agents.add({ name: 'Codex' });
    const { key } = await gateway.keys.issue({
      agent: 'Codex',
      caps: ['5/day'].flatMap((text) => parseCap(text) ?? []),
    });
    const body = JSON.stringify({ model: 'gpt-4o-mini', max_tokens: 20, messages: [{ role: 'user', content: 'Hi' }] });
    await fetch(`${added.gatewayUrl}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body,
    });
    const [input, output] = [nanodollarsOf(1e9), nanodollarsOf(2e9)];
    await gateway.prices.set({ model: 'own-model', provider: null, input, output, cacheRead: null, cacheWrite: null });
  });
  await first.end('SIGTERM');
  // As an older version, or a hand, could have left it: what comes in today is looked at by others.
  const file = await openConnection(join(folder, 'ledger.sqlite'), 'write');
  await file.exec('DROP TRIGGER IF EXISTS rollups_tell_used_models');
  for (const sql of [
    'agents SET name = name',
    'requests SET model = model',
    'rollups SET model = model',
    'prices SET model = model',
  ]) {
    await file.exec(`UPDATE ${sql} || '${EVIL}'`);
  }
  await file.close();
  serve = await startServe(folder);
}, 120_000);
afterAll(async () => {
  await serve.end('SIGTERM');
  await provider.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** One command's output, as a person and as a program sees it. */
async function look(...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await runCli([...args, '--data-dir', folder]);
  const seen = stdout + stderr;
  expect(seen.replaceAll('\n', '')).not.toMatch(RAW);
  return seen;
}

// Processes, one after the other.
it('what got into the ledger, and what a folder is called, reaches no terminal raw', { timeout: 240_000 }, async () => {
  const usage = await look('usage', '--by', 'model');
  expect(usage).toContain(SHOWN);
  expect(usage).not.toMatch(/^Total: \$0\.00$/m);
  expect(JSON.parse(await look('usage', '--by', 'model', '--json'))).toMatchObject({
    rows: [{ group: `gpt-4o-mini${EVIL}` }],
  });
  expect(await look('agent', 'list')).toContain(SHOWN);
  expect(await look('agent', 'revoke', `nobody${EVIL}`)).toContain(SHOWN);
  expect(await look(`what${EVIL}`)).toContain(String.raw`\x1b]0;PWNED`);
  expect(await look('doctor', '--project', project)).toContain(SHOWN);
});

it('an export of what is on record proves the same as before', { timeout: 120_000 }, async () => {
  await withGateway(folder, (gateway) => gateway.prices.remove({ model: `own-model${EVIL}`, provider: null }));
  const exported = await look('audit', 'export');
  expect(exported).toContain(String.raw`\u202e`);
  await writeFile(join(folder, 'export.jsonl'), exported);
  expect(await look('audit', 'verify', join(folder, 'export.jsonl'))).toContain('Audit log verified');
});
