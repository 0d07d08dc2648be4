import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { socketPathOf } from '../../gateway/platform/data-folder.ts';
import { startSimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import type { SimulatedProvider } from '../../gateway/simulation/simulated-provider.ts';
import { capsOf } from '../../gateway/testing/open-money-path.ts';
import { runCli, startServe } from '../../gateway/testing/start-serve.ts';
import type { ServeProcess } from '../../gateway/testing/start-serve.ts';
import { PROVIDER_KEY } from '../../gateway/testing/start-test-gateway.ts';
import type { LineView } from '../../shared/contract/usage-views.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import { withGateway } from '../connect.ts';
import { askLine } from './ask-line.ts';
import { lineText } from './line-text.ts';
import { readLineArguments } from './print-line.ts';

let folder: string;
let provider: SimulatedProvider;
let serve: ServeProcess;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'purser-line-'));
  provider = await startSimulatedProvider({ key: PROVIDER_KEY, script: { inputTokens: 100_000, outputTokens: 10 } });
  serve = await startServe(folder);
  await withGateway(folder, async (gateway) => {
    const added = await gateway.providers.add({ kind: 'openai', baseUrl: provider.openaiBaseUrl, key: PROVIDER_KEY });
    await gateway.agents.add({ name: 'Codex' });
    const { key } = await gateway.keys.issue({ agent: 'Codex', caps: capsOf('5/day') });
    const reply = await fetch(`${added.gatewayUrl}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ model: 'gpt-4o-mini', max_tokens: 20, messages: [{ role: 'user', content: 'Hi' }] }),
    });
    await reply.text();
    while ((await gateway.state()).spentToday === 0) await sleep(10);
  });
}, 120_000);
afterAll(async () => {
  await serve.end('SIGTERM');
  await provider.stop();
  await rm(folder, { recursive: true, force: true });
});

const line = (...args: readonly string[]) => runCli(['status', '--line', ...args, '--data-dir', folder]);

it('one line: today, what is left, the pace; the same by the contract and in JSON', { timeout: 60_000 }, async () => {
  const said = { code: 0, stderr: '', stdout: '$0.02 today, $4.98 left, $0.06/h\n' };
  expect(await line()).toMatchObject(said);
  const asked = await withGateway(folder, (gateway) => gateway.line());
  expect(asked).toMatchObject({ running: 0, waiting: 0, state: 'fine' });
  expect(await askLine(folder)).toEqual(asked);
  expect(JSON.parse((await line('--json')).stdout)).toEqual(asked);
});

it('a template says what is wanted, and refuses what there is not', { timeout: 60_000 }, async () => {
  expect((await line('--format', '#[fg=green]{today}#[default] {state}')).stdout).toBe(
    '#[fg=green]$0.02#[default] ok\n',
  );
  const refused = await line('--format', '{todai}');
  expect([refused.code, refused.stdout, refused.stderr]).toEqual([
    1,
    '',
    'purser: A status line has no {todai}. There are: {today}, {left}, {pace}, {running}, {waiting}, {state}.\n',
  ]);
  const alone = await runCli(['status', '--format', '{today}', '--data-dir', folder]);
  expect([alone.code, alone.stderr]).toEqual([1, expect.stringContaining('purser status --line')]);
});

it('a pause is the first thing to know', { timeout: 60_000 }, async () => {
  await withGateway(folder, (gateway) => gateway.everything.pause());
  expect((await line()).stdout).toBe('$0.02 today, $0.00 left, $0.06/h, PAUSED\n');
  await withGateway(folder, (gateway) => gateway.everything.resume());
});

describe('where no Purser answers', () => {
  it('that is the line, and no failure', { timeout: 60_000 }, async () => {
    const nobody = join(folder, 'nobody');
    expect(await runCli(['status', '--line', '--data-dir', nobody])).toMatchObject({
      code: 0,
      stdout: 'Purser is off\n',
      stderr: '',
    });
  });

  it.each([
    '',
    'HTTP/1.1 404 Not Found\r\n\r\n{}',
    'HTTP/1.1 200 OK\r\n\r\nnonsense',
    'HTTP/1.1 200 OK\r\n\r\n{"json":{}}',
  ])('and another answer is none: %j', async (answer) => {
    const place = await mkdtemp(join(tmpdir(), 'purser-line-'));
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      // An empty one never comes: a prompt is not held up for longer than a second.
      if (answer !== '') socket.end(answer);
    });
    await once(server.listen(socketPathOf(place)), 'listening');
    const began = performance.now();
    expect(await askLine(place)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(3_000);
    server.close();
    await rm(place, { recursive: true, force: true });
  });
});

describe('in words', () => {
  const money = (amount: number) => nanodollarsOf(amount);
  const fine: LineView = { today: money(0), left: money(5e9), pace: money(0), running: 2, waiting: 0, state: 'fine' };
  it.each([
    [fine, '{running} {waiting} {state}', '2 0 ok'],
    [{ ...fine, waiting: 1, state: 'waiting' }, '{state}', '1 waits for you'],
    [{ ...fine, waiting: 3, state: 'waiting' }, undefined, '$0.00 today, $5.00 left, $0.00/h, 3 wait for you'],
    [{ ...fine, left: money(0), state: 'used-up' }, undefined, '$0.00 today, $0.00 left, $0.00/h, used up'],
    [fine, 'no field', 'no field'],
  ] as const)('%j by %j is %s', (view, template, text) => {
    expect(lineText(view, template)).toBe(text);
  });
});

describe('the short way', () => {
  it.each([
    [['status', '--line'], {}],
    [['status', '--format', '{today}', '--line', '--data-dir', '/x'], { format: '{today}', dataDir: '/x' }],
  ])('is taken for %j', (args, expected) => {
    expect(readLineArguments(args)).toEqual(expected);
  });

  it.each([[['status']], [['usage', '--line']], [['status', '--line', '--json']], [['status', '--line', '--format']]])(
    'is not for %j',
    (args) => {
      expect(readLineArguments(args)).toBeUndefined();
    },
  );
});
