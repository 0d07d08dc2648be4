import { Option } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { USAGE_GROUPS } from '../../shared/contract/usage-views.ts';
import { PurserError } from '../../shared/errors.ts';
import { requestIdSchema } from '../../shared/ids.ts';
import { formatUsd, parseUsd } from '../../shared/money.ts';
import { action, withGlobals } from '../context.ts';
import { print } from '../screen/output.ts';
import { lines, table } from '../screen/screen-text.ts';

const usageOptions = z.object({ by: z.enum(USAGE_GROUPS) });

/** `purser usage`, `purser usage correct` */
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
}
