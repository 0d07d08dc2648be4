import type { Command } from 'commander';
import { z } from 'zod';
import type { PriceView } from '../../../shared/contract/views.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { usdText } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { action, withGlobals } from '../../context.ts';
import { print } from '../../screen/output.ts';
import { table } from '../../screen/screen-text.ts';
import { addPublishedPriceCommands } from './published-prices.ts';
import { addSetCommand, atProvider } from './set-price.ts';

const allowOptions = z.object({ provider: providerNameSchema });
const removeOptions = z.object({ provider: providerNameSchema.nullable().default(null) });

/**
 * `purser price set | allow | list | remove`: the person's own prices, in USD per million tokens; `show`, `update`,
 * `auto`, `reprice`, `reset`: the published ones
 */
export function addPriceCommands(program: Command): void {
  const price = program
    .command('price')
    .description('your own prices, for models Purser does not know (USD per million tokens), and the published ones');
  addPublishedPriceCommands(price);
  addSetCommand(price);
  addAllowCommand(price);
  addListCommand(price);
  addRemoveCommand(price);
}

function addAllowCommand(price: Command): void {
  withGlobals(price.command('allow'))
    .argument('<model>')
    .description('use a model of unknown price at the dearest price of its family, until its own is known')
    .requiredOption('--provider <name>', 'where it is')
    .action(
      action(async (context, command) => {
        const { provider } = allowOptions.parse(command.opts());
        const allowed = await context.ask((gateway) =>
          gateway.prices.allowUnknown({ model: command.args[0] ?? '', provider }),
        );
        print(
          context,
          allowed,
          `${allowed.model} at ${provider} is counted at the dearest price ` +
            `${allowed.family === null ? 'known there' : `of its family, ${allowed.family}`}, marked as assumed: ` +
            `$${usdText(allowed.input)} in and $${usdText(allowed.output)} out per million tokens. Its own ` +
            `price counts as soon as it is known, for past requests too: purser price update, or purser price set`,
        );
      }),
    );
}

function addListCommand(price: Command): void {
  withGlobals(price.command('list'))
    .description('list your own prices')
    .action(
      action(async (context) => {
        const rows = await context.ask((gateway) => gateway.prices.list());
        const own = (amount: Nanodollars | null): string => (amount === null ? 'as input' : usdText(amount));
        const line = (row: PriceView): readonly string[] => [
          row.model,
          row.provider ?? 'all',
          usdText(row.input),
          usdText(row.output),
          own(row.cacheRead),
          own(row.cacheWrite),
          row.assumed ? 'assumed: the dearest of its family' : 'set by you',
        ];
        print(
          context,
          rows,
          rows.length === 0
            ? 'You have set no prices; the built-in ones apply.'
            : table(['MODEL', 'PROVIDER', 'INPUT', 'OUTPUT', 'CACHE READ', 'CACHE WRITE', 'FROM'], rows.map(line)),
        );
      }),
    );
}

function addRemoveCommand(price: Command): void {
  withGlobals(price.command('remove'))
    .argument('<model>')
    .description('forget your own price of a model')
    .option('--provider <name>', 'the one that is only for this provider')
    .action(
      action(async (context, command) => {
        const { provider } = removeOptions.parse(command.opts());
        const removed = await context.ask((gateway) =>
          gateway.prices.remove({ model: command.args[0] ?? '', provider }),
        );
        print(context, removed, `Removed your price of ${removed.model}${atProvider(removed.provider)}.`);
      }),
    );
}
