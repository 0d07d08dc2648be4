import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { USAGE_GROUPS } from '../../shared/contract/usage-views.ts';
import { addMoney, formatUsd, ZERO } from '../../shared/money.ts';
import { revokedText } from '../../shared/revoked-text.ts';
import { action, withGlobals } from '../context.ts';
import { print, table } from '../output.ts';

const usageOptions = z.object({ by: z.enum(USAGE_GROUPS) });

/** `purser usage`, `purser status`, `purser panic`, `purser pause`, `purser resume` */
export function addUsageCommands(program: Command): void {
  withGlobals(program.command('usage'))
    .description('what was spent, settled')
    .addOption(new Option('--by <group>', 'group rows').choices(USAGE_GROUPS).default('agent'))
    .action(
      action(async (context, command) => {
        const { by } = usageOptions.parse(command.opts());
        const usage = await context.ask((gateway) => gateway.usage.summary({ by }));
        const rows = usage.rows.map((row) => [row.group, `$${row.usd}`, String(row.requests), String(row.inputTokens), String(row.outputTokens)]);
        print(context, usage, `${table([by.toUpperCase(), 'SPENT', 'REQUESTS', 'INPUT TOKENS', 'OUTPUT TOKENS'], rows)}\n\nTotal: $${usage.total.usd}`);
      }),
    );
  withGlobals(program.command('status'))
    .description('the gateway that serves this data folder')
    .action(
      action(async (context) => {
        const status = await context.ask((gateway) => gateway.status());
        const agents = await context.ask((gateway) => gateway.agents.list());
        const today = addMoney(ZERO, ...agents.map((agent) => agent.spentToday));
        print(context, status, `Purser ${status.version} serves ${status.url} (process ${status.pid}).\nData: ${status.dataFolder}. Provider keys: ${status.secretStore}. Today: ${formatUsd(today)}`);
      }),
    );
  withGlobals(program.command('panic'))
    .description('revoke every sub-key for good and cut whatever runs, at once')
    .action(
      action(async (context) => {
        const revoked = await context.ask((gateway) => gateway.everything.revoke());
        print(context, revoked, revokedText(revoked));
      }),
    );
  for (const verb of ['pause', 'resume'] as const) {
    withGlobals(program.command(verb))
      .description(verb === 'pause' ? 'pause everything: refuse all requests and cut running ones' : 'resume everything')
      .action(
        action(async (context) => {
          const result = await context.ask((gateway) => gateway.everything[verb]());
          print(context, result, result.everythingPaused ? 'Everything is paused.' : 'Agents may spend again.');
        }),
      );
  }
}
