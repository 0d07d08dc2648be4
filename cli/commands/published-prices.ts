import type { Command } from 'commander';
import { z } from 'zod';
import type { CurrentPriceView, PriceChange, RateView } from '../../shared/contract/price-views.ts';
import { PurserError } from '../../shared/errors.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { usdText } from '../../shared/money.ts';
import { action, withGlobals } from '../context.ts';
import { print, table } from '../output.ts';

const showOptions = z.object({ provider: z.string().optional() });

const ORIGIN_TEXT = {
  own: 'your own price',
  free: 'free: it runs on your machine',
  record: 'what Purser knows of this provider',
  library: 'the published prices',
  none: 'nobody knows it: requests are refused until you set a price',
} as const satisfies Record<CurrentPriceView['origin'], string>;

/** Changes that are named one by one; of more, only how many. */
const MOST_SHOWN = 20;

/** `purser price show | update | reset`: the prices that are in use, and newer ones */
export function addPublishedPriceCommands(price: Command): void {
  withGlobals(price.command('show'))
    .argument('<model>')
    .description('which price a request for a model would use now, and where it is from')
    .option('--provider <name>', 'at one provider only')
    .action(
      action(async (context, command) => {
        const { provider } = showOptions.parse(command.opts());
        const model = command.args[0] ?? '';
        const [found, book] = await context.ask((gateway) =>
          Promise.all([gateway.prices.show({ model, ...(provider === undefined ? {} : { provider: checkName(provider) }) }), gateway.prices.book()]),
        );
        const published = book.fetchedAt === null ? 'Published prices: those that came with Purser.' : `Published prices: fetched ${new Date(book.fetchedAt).toISOString()}.`;
        print(context, { prices: found, book }, [...found.map(describe), published].join('\n\n'));
      }),
    );
  withGlobals(price.command('update'))
    .description('fetch newer published prices and use them from now on; settled requests stay as they are')
    .action(
      action(async (context) => {
        const update = await context.ask((gateway) => gateway.prices.update());
        const { changes } = update;
        const shown = changes.slice(0, MOST_SHOWN).map(describeChange);
        const rest = changes.length > MOST_SHOWN ? [`and ${changes.length - MOST_SHOWN} more; --json lists them all`] : [];
        print(context, update, [`${update.models} published prices are in use now; ${changes.length} of your providers' models changed.`, ...shown, ...rest].join('\n'));
      }),
    );
  withGlobals(price.command('reset'))
    .description('go back to the published prices that came with Purser')
    .action(action(async (context) => print(context, await context.ask((gateway) => gateway.prices.reset()), 'The published prices that came with Purser are in use.')));
}

function describe({ provider, model, origin, rates, reportsCost, contextWindow }: CurrentPriceView): string {
  const notes = [
    ...(reportsCost ? ['What the provider says it charged counts; these rates are for what a request could cost.'] : []),
    ...(contextWindow === null ? [] : [`Context window: up to ${contextWindow} tokens.`]),
  ];
  const lines = rates.length === 0 ? '' : `\n${table(['RATE', 'USD', 'WHEN'], rates.map(line))}`;
  return [`${model} at ${provider}: ${ORIGIN_TEXT[origin]}${lines}`, ...notes].join('\n');
}

function line({ rate, amount, above }: RateView): readonly string[] {
  return [rate, usdText(amount), above === 0 ? 'always' : `with more than ${above} tokens of input`];
}

function describeChange({ provider, model, was, now }: PriceChange): string {
  const text = (pair: PriceChange['was']): string => (pair === null ? 'no price' : `$${usdText(pair.input)} in, $${usdText(pair.output)} out`);
  return `  ${provider} ${model}: ${text(was)} -> ${text(now)}`;
}

function checkName(text: string): z.infer<typeof providerNameSchema> {
  const name = providerNameSchema.safeParse(text);
  if (!name.success) throw new PurserError('INVALID_INPUT', name.error.issues[0]?.message ?? 'That is no provider name.');
  return name.data;
}
