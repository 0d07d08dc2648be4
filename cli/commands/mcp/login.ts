import type { Command } from 'commander';
import { action, withGlobals } from '../../context.ts';
import { handOver } from '../../open/hand-over.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { isTerminal, print, tell } from '../../screen/output.ts';

/** `purser mcp login` */
export function addMcpLoginCommand(mcp: Command): void {
  withGlobals(mcp.command('login'))
    .argument('<name>')
    .description('log in at a server elsewhere, in your browser; the login is kept in the secret store')
    .action(
      action(async (context, command) => {
        const name = readProviderName(command.args[0]);
        await context.ask(async (gateway) => {
          for await (const step of await gateway.mcp.login({ name })) {
            if ('done' in step) continue;
            const { env, platform } = process;
            const { url } = step;
            const opened = isTerminal() && (await handOver({ env, platform, link: () => Promise.resolve(url) }));
            tell(
              context,
              step,
              opened ? `Log in on the page that your browser has opened: ${url}` : `Log in here: ${url}`,
            );
          }
        });
        print(context, { name, done: true }, `Logged in at ${name}.`);
      }),
    );
}
