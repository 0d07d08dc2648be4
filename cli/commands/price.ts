import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { nanodollarsSchema } from '../../shared/cap.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import type { PriceView } from '../../shared/contract/views.ts';
import { parseUsd, usdText } from '../../shared/money.ts';
import type { Nanodollars } from '../../shared/money.ts';
import { action, withGlobals } from '../context.ts';
import { print } from '../screen/output.ts';
import { table } from '../screen/screen-text.ts';
import { addPublishedPriceCommands } from './published-prices.ts';

const setOptions = z.object({
  provider: providerNameSchema.nullable().default(null),
  input: nanodollarsSchema,
  output: nanodollarsSchema,
  cacheRead: nanodollarsSchema.nullable().default(null),
  cacheWrite: nanodollarsSchema.nullable().default(null),
});

const allowOptions = z.object({ provider: providerNameSchema });

/**
 * `purser price set | allow | list | remove`: the person's own prices, in USD per million tokens; `show`, `update`,
 * `reset`: the published ones
 */
export function addPriceCommands(program: Command): void {
  const price = program
    .command('price')
    .description('your own prices, for models Purser does not know (USD per million tokens), and the published ones');
  addPublishedPriceCommands(price);
  withGlobals(price.command('set'))
    .argument('<model>')
    .description('set the price of a model; it beats the built-in one')
    .requiredOption('--input <usd>', 'per million input tokens', parsePrice)
    .requiredOption('--output <usd>', 'per million output tokens', parsePrice)
    .option('--provider <name>', 'only there (default: at every provider that has a model of that name)')
    .option('--cache-read <usd>', 'per million tokens read from the cache (default: as input)', parsePrice)
    .option('--cache-write <usd>', 'per million tokens written to the cache (default: as input)', parsePrice)
    .action(
      action(async (context, command) => {
        const model = command.args[0] ?? '';
        const wish = setOptions.parse(command.opts());
        const { set, replaced } = await context.ask(async (gateway) => {
          // What was published for that name, at providers that were perhaps not meant.
          const before = wish.provider === null ? await gateway.prices.show({ model }).catch(() => []) : [];
          const replaced = before
            .filter(({ origin }) => origin === 'library' || origin === 'record')
            .map(({ provider }) => provider);
          return { set: await gateway.prices.set({ model, ...wish }), replaced };
        });
        const warning =
          replaced.length === 0
            ? ''
            : ` It replaces the published price at ${replaced.join(', ')}: caps there hold only if it is right. For ` +
              `one provider: --provider NAME.`;
        print(
          context,
          set,
          `${set.model} now costs $${usdText(set.input)} in and $${usdText(set.output)} out per million ` +
            `tokens${at(set.provider)}.${warning}`,
        );
      }),
    );
  withGlobals(price.command('allow'))
    .argument('<model>')
    .description('use a model that nobody knows the price of, at the dearest price of its provider')
    .requiredOption('--provider <name>', 'where it is')
    .action(
      action(async (context, command) => {
        const { provider } = allowOptions.parse(command.opts());
        const price = await context.ask((gateway) =>
          gateway.prices.allowUnknown({ model: command.args[0] ?? '', provider }),
        );
        print(
          context,
          price,
          `${price.model} at ${provider} is counted at the dearest price known there, marked as assumed: ` +
            `$${usdText(price.input)} in and $${usdText(price.output)} out per million tokens. What it really costs: ` +
            `purser price set`,
        );
      }),
    );
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
          row.assumed ? 'assumed: the dearest there' : 'set by you',
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
  withGlobals(price.command('remove'))
    .argument('<model>')
    .description('forget your own price of a model')
    .option('--provider <name>', 'the one that is only for this provider')
    .action(
      action(async (context, command) => {
        const { provider } = setOptions.pick({ provider: true }).parse(command.opts());
        const removed = await context.ask((gateway) =>
          gateway.prices.remove({ model: command.args[0] ?? '', provider }),
        );
        print(context, removed, `Your price of ${removed.model}${at(removed.provider)} is forgotten.`);
      }),
    );
}

function at(provider: string | null): string {
  return provider === null ? '' : ` at ${provider}`;
}

function parsePrice(text: string): Nanodollars {
  const price = parseUsd(text);
  if (price === undefined) throw new InvalidArgumentError('A price is a decimal number of dollars, such as 1.25.');
  return price;
}
