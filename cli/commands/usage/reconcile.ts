import type { Command } from 'commander';
import { z } from 'zod';
import { utcDay } from '../../../gateway/domain/reconcile/bill.ts';
import { calendarDaySchema } from '../../../shared/contract/cost-views.ts';
import { PurserError } from '../../../shared/errors.ts';
import { formatUsd } from '../../../shared/money.ts';
import { action, withGlobals } from '../../context.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { confirm, withYes } from '../../screen/confirm.ts';
import { print } from '../../screen/output.ts';
import { paragraphs } from '../../screen/screen-text.ts';
import { billText } from './reconcile-text.ts';

const optionsSchema = z.object({ since: z.string().optional() });
const NO_BILL =
  'No bill can be read yet. OpenAI and Anthropic show it to an admin key: purser provider admin-key openai. ' +
  'OpenRouter shows it to the key that Purser has: purser reconcile openrouter';

/** `purser reconcile`, `purser reconcile settle` */
export function addReconcileCommand(program: Command): void {
  const reconcile = withGlobals(program.command('reconcile'))
    .argument('[provider]', 'one of your providers (default: all whose bill can be read)')
    .description('compare what providers say they charged with what Purser has recorded')
    .option('--since <day>', 'from this UTC day on, such as 2026-11-01 (default: the first of the month)')
    .action(
      action(async (context, command) => {
        const { since } = optionsSchema.parse(command.opts());
        if (since !== undefined) checkDay(since);
        const [name] = command.args;
        const query = {
          ...(name !== undefined && { provider: readProviderName(name) }),
          ...(since !== undefined && { since }),
        };
        const { bills, failures } = await context.ask(
          (gateway) => gateway.reconcile.read(query),
          'Asking for the bill',
        );
        const failed = failures.map(({ sentence }) => sentence);
        const texts = [...bills.map(billText), ...failed];
        print(context, { bills, failures }, texts.length === 0 ? NO_BILL : paragraphs(...texts));
        if (failures.length > 0) process.exitCode = 1;
      }),
    );
  addSettleCommand(reconcile);
}

function addSettleCommand(reconcile: Command): void {
  withYes(withGlobals(reconcile.command('settle')))
    .argument('<provider>', 'one whose bill tells days')
    .argument('<day>', 'a UTC day, such as 2026-11-27')
    .description('lower estimated and assumed requests of a day to what the provider charged for it, on record')
    .action(
      action(async (context, command) => {
        const [name, day = ''] = command.args;
        const provider = readProviderName(name);
        checkDay(day);
        await confirm(context, command, `Lower the estimated and assumed costs of ${day} to the bill of ${provider}?`);
        const settled = await context.ask(
          (gateway) => gateway.reconcile.settle({ provider, day }),
          'Asking for the bill',
        );
        const { requests, before, after } = settled;
        print(
          context,
          settled,
          `${requests} ${requests === 1 ? 'request' : 'requests'} of ${day} counted ${formatUsd(before)}, and count ` +
            `${formatUsd(after)} from now on. The audit log has each of them.`,
        );
      }),
    );
}

function checkDay(day: string): void {
  if (!calendarDaySchema.safeParse(day).success)
    throw new PurserError(
      'INVALID_INPUT',
      `"${day}" is not a day. Write it as YYYY-MM-DD. Today it is ${utcDay(Date.now())} in UTC.`,
    );
}
