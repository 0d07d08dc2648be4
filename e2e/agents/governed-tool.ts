import { ownServer } from '../../gateway/mcp/whole-way/testing.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { nanodollarsOf } from '../../shared/money.ts';
import type { Person } from './fixtures.ts';
import type { ToolCallingProvider } from './tool-calling-provider.ts';
import type { Tool } from './tools.ts';

/** What a call costs: as much as a web search, in nano-dollars. */
export const PRICE = nanodollarsOf(20_000_000);

/** Gives the person an MCP server, and the model that calls its tool. */
export async function addServer(person: Person, tool: Tool, model: ToolCallingProvider): Promise<void> {
  await person.ask(async (gateway) => {
    await gateway.providers.remove({ name: providerNameSchema.parse(tool.provider) });
    await gateway.providers.add({
      kind: tool.provider,
      baseUrl: tool.provider === 'openai' ? `${model.url}/v1` : model.url,
      key: 'simulated-provider-key',
      unchecked: true,
      stopsWhenLeft: 'yes',
    });
    const way = ownServer('misbehaving-runner.ts');
    const prices = [{ tools: '*', call: PRICE, unit: null }];
    await gateway.mcp.add({ name: providerNameSchema.parse('tools'), way, prices });
  });
}
