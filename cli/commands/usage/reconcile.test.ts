import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providerNameSchema } from '../../../shared/ids.ts';
import type { ReconcileView } from '../../../shared/reconcile/reconcile-views.ts';
import { nanodollarsOf, subtractMoney } from '../../../shared/money.ts';
import { startBillServer } from '../../../gateway/testing/start-bill-server.ts';
import type { BillServer } from '../../../gateway/testing/start-bill-server.ts';
import { runCli, startServe } from '../../../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../../../gateway/testing/start-serve.ts';
import { textWidth } from '../../screen/text-width.ts';
import { billText } from './reconcile-text.ts';

const ADMIN_KEY = 'sk-admin-0123456789abcdef';
const OWN_KEY = 'sk-own-0123456789abcdef';

let folder: string;
let server: BillServer;
let serve: ServeProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-reconcile-'));
  server = await startBillServer({ adminKey: ADMIN_KEY, ownKey: OWN_KEY, now: Date.now });
  serve = await startServe(folder);
}, 60_000);
afterAll(async () => {
  await serve.end('SIGTERM');
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const cli = (args: readonly string[], input = '') =>
  runCli([...args, '--data-dir', folder], input, { ...process.env, COLUMNS: '80', NO_COLOR: '1' });

it('from the key to the comparison, and back', { timeout: 240_000 }, async () => {
  expect((await cli(['reconcile'])).stdout).toContain('No bill can be read yet.');
  await cli(['provider', 'add', 'work', '--kind', 'openai', '--base-url', server.openaiUrl, '--unchecked'], OWN_KEY);
  expect((await cli(['reconcile', 'work'])).stderr).toContain('purser provider admin-key work');
  const refused = await cli(['provider', 'admin-key', 'work'], 'sk-wrong-0123456789');
  expect([refused.code, refused.stderr]).toEqual([
    1,
    'purser: OpenAI lets this key read no bill (401). It takes an admin key, from ' +
      'https://platform.openai.com/settings/organization/admin-keys.\n',
  ]);
  expect((await cli(['provider', 'admin-key', 'work'], ADMIN_KEY)).stdout).toContain('Kept the admin key of work');

  const old = Date.now() - 5 * 86_400_000;
  server.charges.push({ at: old, model: 'gpt-5', item: 'input', key: 'key_elsewhere', dollars: 12.5 });
  const since = new Date(old).toISOString().slice(0, 10);
  const { code, stdout } = await cli(['reconcile', 'work', '--since', since]);
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`${since} +\\$12\\.50 +\\$0\\.00 +\\+\\$12\\.50 +100\\.00%`));
  expect(stdout).toMatch(/^\+\$12\.50 +used without Purser: gpt-5$/m);
  expect(stdout).toMatch(/^key_elsewhere +\$12\.50$/m);
  expect(stdout).toMatch(/days are not final, and in no total\./);
  for (const line of stdout.split('\n')) expect(textWidth(line), line).toBeLessThanOrEqual(80);

  const json: unknown = JSON.parse((await cli(['reconcile', '--since', since, '--json'])).stdout);
  expect(json).toMatchObject({ bills: [{ provider: 'work', coverage: 0 }], failures: [] });
  expect((await cli(['reconcile', 'settle', 'work', since, '--yes'])).stderr).toContain('nothing to settle');
  expect((await cli(['reconcile', '--since', 'monday'])).stderr).toContain('"monday" is not a day');
  server.manners.failsWith = 503;
  const failed = await cli(['reconcile']);
  expect([failed.code, failed.stdout]).toEqual([1, 'OpenAI cannot send its bill at present (503). Try again later.\n']);
  expect((await cli(['provider', 'admin-key', 'work', '--remove'])).stdout).toContain('Removed the admin key of work.');
});

describe('on a terminal of 80 columns', () => {
  const figure = (billed: number, own: number) => ({
    billed: nanodollarsOf(billed),
    own: nanodollarsOf(own),
    difference: subtractMoney(nanodollarsOf(billed), nanodollarsOf(own)),
    percent: billed === 0 ? null : (100 * Math.abs(billed - own)) / billed,
  });
  const view: ReconcileView = {
    provider: providerNameSchema.parse('openai'),
    providers: [providerNameSchema.parse('openai'), providerNameSchema.parse('openai-of-the-whole-company')],
    title: 'OpenAI',
    at: 0,
    from: '2026-11-01',
    to: '2026-12-01',
    total: figure(1_234_567_890_000_000, 1_234_567_880_000_000),
    coverage: 99.999,
    days: [
      { day: '2026-11-01', final: true, ...figure(1_234_567_890_000_000, 1_234_567_880_000_000) },
      { day: '2026-11-02', final: false, ...figure(0, 700_000) },
    ],
    sums: [],
    models: Array.from({ length: 25 }, (_, index) => ({
      model: `a-model-with-quite-a-long-name-as-they-have-them-${index}`,
      ...figure(1_000_000_000, 0),
    })),
    keys: [{ key: `key_${'x'.repeat(100)}`, billed: nanodollarsOf(5) }],
    candidates: [
      {
        cause: 'past-purser',
        amount: nanodollarsOf(10_000_000),
        names: ['a-model-with-quite-a-long-name', 'another-model-with-quite-a-long-name', '\u001b[2Jhidden'],
      },
    ],
    unexplained: nanodollarsOf(700_000),
    unreadable: 2,
    note: 'OpenAI bills by UTC day.',
    source: '',
  };

  it('figures stand below each other, nothing is wider, and hidden characters are written out', () => {
    const text = billText(view).toString();
    for (const line of text.split('\n')) expect(textWidth(line), line).toBeLessThanOrEqual(80);
    expect(text).toContain('2026-11-01  $1,234,567.8900  $1,234,567.8800    +$0.0100  <0.01%');
    expect(text).toContain('2026-11-02          $0.0000          $0.0007   not final');
    expect(text).toContain('The tables show 20 rows; --json has all.');
    expect(text).toContain('2 rows of the bill could not be read');
    expect(text).toContain('not explained by any of these');
    expect(text).not.toContain('\u001b');
  });
});
