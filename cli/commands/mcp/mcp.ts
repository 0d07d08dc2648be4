import type { Command } from 'commander';
import { action, withGlobals } from '../../context.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { confirm, withYes } from '../../screen/confirm.ts';
import { print } from '../../screen/output.ts';
import { addMcpAddCommand } from './add-server.ts';
import { addChangesCommands } from './changes.ts';
import { addMcpImportCommand } from './import-servers.ts';
import { addMcpListCommand, stateText } from './list-servers.ts';
import { addMcpLoginCommand } from './login.ts';
import { addMcpPriceCommand } from './price.ts';
import { addMcpServeCommand } from './serve-stdio.ts';

/** `purser mcp add | import | list | price | restart | login | changes | accept | serve | remove` */
export function addMcpCommands(program: Command): void {
  const mcp = program.command('mcp').description('MCP servers: tools under the same caps, policies and record');
  addMcpAddCommand(mcp);
  addMcpImportCommand(mcp);
  addMcpListCommand(mcp);
  addMcpPriceCommand(mcp);
  addRestartCommand(mcp);
  addMcpLoginCommand(mcp);
  addChangesCommands(mcp);
  addMcpServeCommand(mcp);
  addRemoveCommand(mcp);
}

function addRestartCommand(mcp: Command): void {
  withGlobals(mcp.command('restart'))
    .argument('<name>')
    .description('start a server anew and forget that it has failed')
    .action(
      action(async (context, command) => {
        const name = readProviderName(command.args[0]);
        const server = await context.ask((gateway) => gateway.mcp.restart({ name }), `Starting ${name}`);
        print(context, server, server.trouble ?? `${name} is ${stateText(server.state)}.`);
        if (server.trouble !== null) process.exitCode = 1;
      }),
    );
}

function addRemoveCommand(mcp: Command): void {
  withYes(withGlobals(mcp.command('remove')))
    .argument('<name>')
    .description('stop a server, and delete it and its secrets; its calls stay in the ledger')
    .action(
      action(async (context, command) => {
        const name = readProviderName(command.args[0]);
        await confirm(context, command, `Stop the MCP server ${name} and delete its secrets?`);
        const removed = await context.ask((gateway) => gateway.mcp.remove({ name }));
        print(context, removed, `Removed ${name}.`);
      }),
    );
}
