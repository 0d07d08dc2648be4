import type { Command } from 'commander';
import { PurserError } from '../../../shared/errors.ts';
import { requestIdSchema } from '../../../shared/ids.ts';
import { formatUsd, parseUsd } from '../../../shared/money.ts';
import { action, withGlobals } from '../../context.ts';
import { print } from '../../screen/output.ts';
import { makeUsageCommand } from './show-usage.ts';

/** `purser usage`, `purser usage correct` */
export function addUsageCommands(program: Command): void {
  const usage = makeUsageCommand(withGlobals(program.command('usage')));
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
