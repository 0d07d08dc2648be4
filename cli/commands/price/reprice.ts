import type { Command } from 'commander';
import { z } from 'zod';
import type { RepriceView } from '../../../shared/contract/price-views.ts';
import { PurserError } from '../../../shared/errors.ts';
import { usdText } from '../../../shared/money.ts';
import { action, withGlobals } from '../../context.ts';
import { startOfDay } from '../../policy-file/instants.ts';
import { print } from '../../screen/output.ts';
import { lines, table } from '../../screen/screen-text.ts';
import type { ScreenText } from '../../screen/screen-text.ts';

const repriceOptions = z.object({ since: z.string(), apply: z.boolean().optional() });

/** `purser price reprice` */
export function addRepriceCommand(price: Command): void {
  withGlobals(price.command('reprice'))
    .description("what settled requests would cost at today's prices; --apply changes their cost")
    .requiredOption('--since <day>', 'such as 2026-11-01')
    .option('--apply', 'change the cost in requests, charts and caps; the audit log records it')
    .action(
      action(async (context, command) => {
        const { since, apply = false } = repriceOptions.parse(command.opts());
        const view = await context.ask(async (gateway) => {
          const from = startOfDay(since, (await gateway.status()).timeZone);
          if (from === undefined)
            throw new PurserError('INVALID_INPUT', `There is no day ${since}. Write it as 2026-11-01.`);
          return gateway.prices.reprice({ since: from, apply });
        });
        print(context, view, describeReprice(view));
      }),
    );
}

function describeReprice({ applied, examined, leftAlone, changes }: RepriceView): string | ScreenText {
  if (changes.length === 0) return `Nothing would change: ${examined} requests were checked.`;
  const rows = changes.map(({ provider, model, requests, before, after }) => [
    provider,
    model,
    String(requests),
    usdText(before),
    usdText(after),
  ]);
  const left =
    leftAlone === 0
      ? ''
      : ` ${leftAlone} of ${examined} keep their cost: the provider's own figure counts, or no price is known.`;
  return lines(
    table(['PROVIDER', 'MODEL', 'REQUESTS', 'BEFORE', 'AFTER'], rows),
    `${applied ? 'Changed. The audit log records it.' : 'Nothing was changed. Add --apply to change it.'}${left}`,
  );
}
