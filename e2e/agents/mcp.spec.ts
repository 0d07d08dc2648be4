import { parseCap } from '../../shared/cap.ts';
import { expectAnswer } from './books.ts';
import { expect, skipWithout, test } from './fixtures.ts';
import type { Person } from './fixtures.ts';
import type { Ended } from './run-program.ts';
import { addServer, PRICE } from './governed-tool.ts';
import { startToolCallingProvider } from './tool-calling-provider.ts';
import type { ToolCallingProvider } from './tool-calling-provider.ts';
import { TOOLS } from './tools.ts';
import type { Tool } from './tools.ts';

const AGENT = 'With tools';

/** How each client is told of an MCP server on its command line. */
const FLAGS: Readonly<Record<string, (url: string, key: string) => readonly string[]>> = {
  claude: (url, key) => {
    const purser = { type: 'http', url, headers: { Authorization: `Bearer ${key}` } };
    return [
      '--mcp-config',
      JSON.stringify({ mcpServers: { purser } }),
      '--strict-mcp-config',
      '--allowedTools',
      'mcp__purser',
    ];
  },
  codex: (url, key) => [
    '-c',
    `mcp_servers.purser.url="${url}"`,
    '-c',
    `mcp_servers.purser.http_headers={Authorization="Bearer ${key}"}`,
    '--dangerously-bypass-approvals-and-sandbox',
    '-m',
    'gpt-5.5',
  ],
};

/** Claude Code shows its model the tools of servers only when it looks for them, which ours does not. */
const WITHOUT_SEARCH = { ENABLE_TOOL_SEARCH: 'false' };

for (const tool of TOOLS.filter(({ command }) => Object.hasOwn(FLAGS, command))) {
  test.describe(tool.command, () => {
    let model: ToolCallingProvider;
    test.afterEach(() => model.stop());

    test('calls a governed tool end to end, which stands in the ledger with its price', async ({ personWith }) => {
      skipWithout(tool.command);
      model = await startToolCallingProvider('answer');
      const person = await personWith({ ...tool, env: { ...tool.env, ...WITHOUT_SEARCH } });
      const { ended } = await prompt(person, tool, model);
      expectAnswer(ended);
      expect(model.results.join('')).toContain('answer done');
      const { requests } = await person.ask((gateway) => gateway.usage.search({ limit: 50 }));
      expect(requests.filter(({ endpoint }) => endpoint === 'tools/call')).toMatchObject([
        { agent: AGENT, provider: 'tools', model: 'tools/answer', cost: PRICE, outcome: 'served' },
      ]);
    });

    test('is told why a tool may not be called, and goes on', async ({ personWith }) => {
      skipWithout(tool.command);
      model = await startToolCallingProvider('answer');
      const person = await personWith({ ...tool, env: { ...tool.env, ...WITHOUT_SEARCH } });
      const { ended } = await prompt(person, tool, model, '0.01/day');
      expectAnswer(ended);
      expect(model.results.join('')).toContain('$0.01');
      const { requests } = await person.ask((gateway) => gateway.usage.search({ limit: 50 }));
      expect(requests.filter(({ endpoint }) => endpoint === 'tools/call')).toEqual([]);
    });
  });
}

/** Asks a tool something, whose model then calls `tools/answer`. @param cap of the sub-key that it calls tools with */
async function prompt(
  person: Person,
  tool: Tool,
  model: ToolCallingProvider,
  cap = '5/day',
): Promise<{ readonly ended: Ended }> {
  await addServer(person, tool, model);
  const { key, url } = await person.ask(async (gateway) => {
    await gateway.agents.add({ name: AGENT });
    const caps = [parseCap(cap)].filter((one) => one !== undefined);
    const issued = await gateway.keys.issue({ agent: AGENT, caps });
    return { key: issued.key, url: `${(await gateway.status()).url}/mcp` };
  });
  const flags = FLAGS[tool.command]?.(url, key) ?? [];
  const asked = tool.ask('Ask the tool.');
  const args = [...asked.slice(0, 1), ...(tool.command === 'codex' ? flags : []), ...asked.slice(1)];
  const all = tool.command === 'codex' ? args : [...args, ...flags];
  return { ended: await person.purser('run', '--agent', AGENT, '--cap', '5/total', '--', tool.command, ...all) };
}
