import type { Command } from 'commander';
import { z } from 'zod';
import { action, withGlobals } from '../../context.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { VERSION } from '../../product.ts';

const serveOptions = z.object({ agent: z.string() });

/** `purser mcp serve [NAME...] --agent NAME`: for clients that only start commands */
export function addMcpServeCommand(mcp: Command): void {
  withGlobals(mcp.command('serve'))
    .argument('[names...]', 'servers of Purser; none: all that the agent may use')
    .description('serve MCP over standard input and output, for clients that only start commands')
    .requiredOption('--agent <name>', 'the agent whose caps and policies hold')
    .action(
      action(async (context, command) => {
        const { agent } = serveOptions.parse(command.opts());
        const names = command.args.map(readProviderName);
        // Its library is large, and no other command needs it.
        const { relayStdio } = await import('../../mcp/relay-stdio.ts');
        await relayStdio({
          names,
          version: VERSION,
          url: (await context.ask((gateway) => gateway.status())).url,
          token: async () => (await context.ask((gateway) => gateway.keys.token({ agent }))).key,
        });
      }),
    );
}
