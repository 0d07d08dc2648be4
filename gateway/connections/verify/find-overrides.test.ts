import { afterEach, beforeEach, expect, it } from 'vitest';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { startConnectedMachine } from '../../testing/start-connected-machine.ts';
import type { ConnectedMachine } from '../../testing/start-connected-machine.ts';
import { FORMATS } from '../formats/formats.ts';

let machine: ConnectedMachine;
let client: GatewayClient;

beforeEach(async () => {
  machine = await startConnectedMachine();
  ({ client } = machine);
});
afterEach(() => machine.stop());

it.each([
  [
    'a model of its own',
    'models:\n# mine, and paid by me\n- name: Mine # the big one\n  provider: openai\n  model: gpt-5.4\n\n- name: ' +
      'Other\n  provider: ollama\n  model: q\n# the end\n',
  ],
  [
    'a list on one line',
    '{ name: A, version: 1.0.0, schema: v1, models: [ { name: Mine, provider: openai, model: gpt-5.4 } ] }',
  ],
])(
  "Continue with %s takes Purser's models first; disconnecting puts the order back to the byte",
  { timeout: 60_000 },
  async (_, original) => {
    const file = '.continue/config.yaml';
    await machine.write(file, original);
    const { connection } = await client.connections.connect({ tool: 'continue' });
    expect(connection.past).toEqual([]);
    expect(namesIn(await machine.read(file))[0]).toMatch(/\(Purser\)$/);
    expect(namesIn(await machine.read(file))).toContain('Mine');
    await client.connections.disconnect({ id: 'continue' });
    expect(await machine.read(file)).toBe(original);

    // Edited by somebody meanwhile: value by value, and their comments stay.
    await client.connections.connect({ tool: 'continue' });
    await machine.write(file, ((await machine.read(file)) ?? '').replace('Mine', 'Mein'));
    await client.connections.disconnect({ id: 'continue' });
    const left = ((await machine.read(file)) ?? '')
      .split('\n')
      .filter((line) => !/^(?:name|version|schema):/.test(line))
      .join('\n');
    expect(left).toBe(original.replace('Mine', 'Mein'));
  },
);

it.each([
  [
    'continue',
    '.continue/config.yaml',
    'name: Local\nversion: 1.0.0\nschema: v1\nmodels:\n  - name: Mine\n    provider: openai\n    model: gpt-5.4\n',
    'after',
    'Continue follows models.0.name = "Mine", which leads past Purser',
  ],
  [
    'opencode',
    '.config/opencode/opencode.json',
    '{ "model": "anthropic/claude-sonnet-5" }',
    'before',
    'OpenCode follows model = "anthropic/claude-sonnet-5", which leads past Purser',
  ],
  [
    'kilo',
    '.config/kilo/kilo.json',
    '{ "agent": { "code": { "model": "kilo/auto" } } }',
    'before',
    'Kilo Code follows agent.code.model = "kilo/auto", which leads past Purser',
  ],
  [
    'openclaw',
    '.openclaw/openclaw.json',
    '{ agents: { list: [{ id: "main", model: { primary: "openai/gpt-5.4" } }] } }',
    'before',
    'OpenClaw follows agents.list.0.model.primary = "openai/gpt-5.4", which leads past Purser',
  ],
  [
    'zed',
    '.config/zed/settings.json',
    '{ "agent": { "default_model": { "provider": "zed.dev", "model": "claude-sonnet-5" } } }',
    'before',
    'Zed follows agent.default_model.provider = "zed.dev", which leads past Purser',
  ],
  [
    'crush',
    '.config/crush/crush.json',
    '{ "models": { "large": { "provider": "anthropic", "model": "x" } } }',
    'before',
    'Crush follows models.large.provider = "anthropic", which leads past Purser',
  ],
  [
    'goose',
    '.config/goose/config.yaml',
    'GOOSE_LEAD_PROVIDER: anthropic\n',
    'before',
    'Goose follows GOOSE_LEAD_PROVIDER = "anthropic", which leads past Purser',
  ],
  [
    'aider',
    '.aider.conf.yml',
    'weak-model: openrouter/x/y\n',
    'before',
    'Aider follows weak-model = "openrouter/x/y", which leads past Purser',
  ],
  [
    'claude-code',
    '.claude/settings.json',
    '{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1" } }',
    'before',
    'Claude Code follows env.CLAUDE_CODE_USE_BEDROCK = "1", which leads past Purser',
  ],
])('%s is not green while its own choice leads past Purser', async (tool, file, text, when, sentence) => {
  if (when === 'before') await machine.write(file, text);
  const { connection } = await client.connections.connect({ tool });
  if (when === 'after') {
    // Somebody puts their own model on top of what Purser wrote.
    const ours = ((await machine.read(file)) ?? '').split('models:\n')[1] ?? '';
    await machine.write(file, text + ours);
  } else expect(connection.past).toMatchObject([{ text: sentence, byHand: expect.stringMatching(/\.$/) }]);
  const listed = (await client.connections.list()).flatMap(({ connections }) => connections);
  expect(listed).toMatchObject([{ id: tool, past: [{ text: sentence }] }]);
  expect(await client.connections.verify({ id: tool, run: false })).toMatchObject({
    ok: false,
    how: null,
    text: expect.stringContaining(sentence),
  });
  expect((await client.connections.doctor({ fix: [], projects: [] })).findings).toContainEqual(
    expect.objectContaining({ tool, text: `${sentence}.`, severity: 'warning' }),
  );
});

it("a choice of Purser's own is none of that, and a key that stands there is not shown", async () => {
  await machine.write('.config/opencode/opencode.json', '{ "model": "purser/gpt-6-sol" }');
  expect((await client.connections.connect({ tool: 'opencode' })).connection.past).toEqual([]);
  const key = ['sk', 'proj', `${'x'.repeat(70)}?${'y'.repeat(40)}`].join('-');
  await machine.write('.config/kilo/kilo.json', JSON.stringify({ model: key }));
  const { connection } = await client.connections.connect({ tool: 'kilo' });
  expect(connection.past).toMatchObject([{ text: 'Kilo Code follows model, which leads past Purser' }]);
});

function namesIn(text: string | undefined): readonly string[] {
  const root = FORMATS.yaml.parse(text ?? '');
  return [...JSON.stringify(root).matchAll(/"name":"([^"]+)","provider"/g)].map(([, name]) => name ?? '');
}
