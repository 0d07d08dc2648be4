import { expectAnswer } from './books.ts';
import { expect, skipWithout, test } from './fixtures.ts';
import { addServer, PRICE } from './governed-tool.ts';
import { startToolCallingProvider } from './tool-calling-provider.ts';
import { TOOLS } from './tools.ts';
import type { Tool } from './tools.ts';

/** Arguments with which a tool calls without asking, and shows its model every tool at once. */
const UNASKED: Readonly<Record<string, readonly string[]>> = {
  claude: ['--allowedTools', 'mcp__purser'],
  codex: ['--dangerously-bypass-approvals-and-sandbox', '-m', 'gpt-5.5'],
};

for (const tool of TOOLS.filter(({ command }) => Object.hasOwn(UNASKED, command))) {
  for (const keyFrom of ['file', 'command']) {
    test(`${tool.agent}, connected, its key from a ${keyFrom}, calls a governed tool by its entry`, async ({
      personWith,
    }) => {
      skipWithout(tool.command);
      const model = await startToolCallingProvider('answer');
      try {
        const person = await personWith({ ...tool, env: { ...tool.env, ENABLE_TOOL_SEARCH: 'false' } });
        await addServer(person, tool, model);
        const made = await person.purser('connect', tool.id, '--key-from', keyFrom, '--cap', '5/day', '--json');
        expect(made.code, made.stderr).toBe(0);
        expect(JSON.parse(made.stdout)).toMatchObject({ connection: { mcp: 'written' } });
        expectAnswer(await person.promptWith(withFlags(tool, tool.ask('Ask the tool.'))));
        expect(model.results.join('')).toContain('answer done');
        const { requests } = await person.ask((gateway) => gateway.usage.search({ limit: 50 }));
        expect(requests.filter(({ endpoint }) => endpoint === 'tools/call')).toMatchObject([
          { agent: tool.agent, provider: 'tools', model: 'tools/answer', cost: PRICE, outcome: 'served' },
        ]);
        expect((await person.purser('disconnect', tool.id)).code).toBe(0);
        await person.expectOwnFiles();
      } finally {
        await model.stop();
      }
    });
  }
}

/** Claude Code takes whatever stands behind this flag for names of tools. */
function withFlags({ command }: Tool, [first = '', ...rest]: readonly string[]): readonly string[] {
  const flags = UNASKED[command] ?? [];
  return command === 'claude' ? [first, ...rest, ...flags] : [first, ...flags, ...rest];
}
