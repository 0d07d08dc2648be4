import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { USAGE_GROUPS } from '../../shared/contract/usage-views.ts';
import { PurserError } from '../../shared/errors.ts';
import { requestIdSchema } from '../../shared/ids.ts';
import { addMoney, formatUsd, parseUsd, ZERO } from '../../shared/money.ts';
import { revokedText } from '../../shared/revoked-text.ts';
import { action, withGlobals } from '../context.ts';
import { print, printStop } from '../screen/output.ts';
import { lines, table } from '../screen/screen-text.ts';
import { egressText } from '../screen/egress-text.ts';

const usageOptions = z.object({ by: z.enum(USAGE_GROUPS) });

/** `purser usage`, `purser usage correct`, `purser status`, `purser panic`, `purser pause`, `purser resume` */
export function addUsageCommands(program: Command): void {
  const usage = withGlobals(program.command('usage'))
    .description('what was spent, by finished requests')
    .addOption(new Option('--by <group>', 'group rows').choices(USAGE_GROUPS).default('agent'))
    .action(
      action(async (context, command) => {
        const { by } = usageOptions.parse(command.opts());
        const spent = await context.ask((gateway) => gateway.usage.summary({ by }));
        const rows = spent.rows.map(({ group, usd, requests, inputTokens, outputTokens }) => [
          group,
          `$${usd}`,
          String(requests),
          String(inputTokens),
          String(outputTokens),
        ]);
        const head = [by.toUpperCase(), 'SPENT', 'REQUESTS', 'INPUT TOKENS', 'OUTPUT TOKENS'];
        print(
          context,
          spent,
          rows.length === 0
            ? 'Nothing was spent yet. Requests count here when they finish.'
            : lines(table(head, rows), '', `Total: $${spent.total.usd}`),
        );
      }),
    );
  withGlobals(usage.command('correct'))
    .argument('<request>', 'req_...')
    .argument('<usd>', 'what it really cost, such as 0.0231')
    .description('set what a finished request really cost; the audit log records it')
    .action(
      action(async (context, command) => {
        const [request = '', usd = ''] = command.args;
        const cost = parseUsd(usd);
        if (cost === undefined || cost < 0)
          throw new PurserError('INVALID_INPUT', 'Enter an amount of $0 or more, such as 0.0231.');
        const id = requestIdSchema.safeParse(request);
        if (!id.success)
          throw new PurserError('INVALID_INPUT', `"${request}" is not a request id. The dashboard shows it: req_...`);
        const row = await context.ask((gateway) => gateway.usage.correct({ id: id.data, cost }));
        print(context, row, `${row.id} of ${row.agent} now counts as ${formatUsd(row.cost)}.`);
      }),
    );
  withGlobals(program.command('status'))
    .description('the running Purser: its address, data folder and spending today')
    .action(
      action(async (context) => {
        const status = await context.ask((gateway) => gateway.status());
        const agents = await context.ask((gateway) => gateway.agents.list());
        const today = addMoney(ZERO, ...agents.map((agent) => agent.spentToday));
        const [serves, holds] = [
          `Purser ${status.version} serves ${status.url} (process ${status.pid}).`,
          `Data: ${status.dataFolder}. Provider keys: ${status.secretStore}. Today: ${formatUsd(today)}`,
        ];
        print(context, status, lines(serves, holds, ...egressText(status.wayOut)));
      }),
    );
  withGlobals(program.command('panic'))
    .description('revoke every sub-key for good and cut all running requests, at once')
    .action(
      action(async (context) => {
        const revoked = await context.ask((gateway) => gateway.everything.revoke());
        printStop(context, revoked, revokedText(revoked));
      }),
    );
  for (const verb of ['pause', 'resume'] as const) {
    withGlobals(program.command(verb))
      .description(
        verb === 'pause' ? 'pause everything: refuse all requests and cut running ones' : 'resume everything',
      )
      .action(
        action(async (context) => {
          const result = await context.ask((gateway) => gateway.everything[verb]());
          printStop(context, result, result.everythingPaused ? 'Everything is paused.' : 'Agents may spend again.');
        }),
      );
  }
}
