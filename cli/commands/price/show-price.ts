import type { Command } from 'commander';
import { z } from 'zod';
import type { CurrentPriceView, PriceBookView, RateView } from '../../../shared/contract/price-views.ts';
import { usdText } from '../../../shared/money.ts';
import { action, withGlobals } from '../../context.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { print } from '../../screen/output.ts';
import { lines, paragraphs, table } from '../../screen/screen-text.ts';
import type { ScreenText } from '../../screen/screen-text.ts';

const showOptions = z.object({ provider: z.string().optional() });

const ORIGIN_TEXT = {
  own: 'your own price',
  assumed: 'assumed: the dearest price of this provider, which you allowed',
  free: 'free: it runs on your machine',
  record: 'what Purser knows of this provider',
  library: 'the published prices',
  'models-dev': 'models.dev, since the published prices do not have it',
  none: 'nobody knows it: requests are refused until you set a price',
} as const satisfies Record<CurrentPriceView['origin'], string>;

/** `purser price show` */
export function addShowCommand(price: Command): void {
  withGlobals(price.command('show'))
    .argument('<model>')
    .description('which price a request for a model would use now, and where it is from')
    .option('--provider <name>', 'at one provider only')
    .action(
      action(async (context, command) => {
        const { provider } = showOptions.parse(command.opts());
        const model = command.args[0] ?? '';
        const [found, book] = await context.ask((gateway) =>
          Promise.all([
            gateway.prices.show({ model, ...(provider === undefined ? {} : { provider: readProviderName(provider) }) }),
            gateway.prices.book(),
          ]),
        );
        print(context, { prices: found, book }, paragraphs(...found.map(describe), describeBook(book)));
      }),
    );
}

function describeBook({ fetchedAt, secondFetchedAt }: PriceBookView): string {
  const first =
    fetchedAt === null
      ? 'Published prices: those that came with Purser.'
      : `Published prices: fetched ${new Date(fetchedAt).toISOString()}.`;
  return secondFetchedAt === null ? first : `${first} models.dev: fetched ${new Date(secondFetchedAt).toISOString()}.`;
}

function describe({
  provider,
  model,
  origin,
  rates,
  hostPercent,
  reportsCost,
  contextWindow,
}: CurrentPriceView): ScreenText {
  const notes = [
    ...(hostPercent === 100 ? [] : [`Tokens cost ${hostPercent}% of these rates at its host.`]),
    ...(reportsCost
      ? ['What the provider says it charged counts; these rates are for what a request could cost.']
      : []),
    ...(contextWindow === null ? [] : [`Context window: up to ${contextWindow} tokens.`]),
  ];
  const listed = rates.length === 0 ? [] : [table(['RATE', 'USD', 'WHEN'], rates.map(line))];
  return lines(`${model} at ${provider}: ${ORIGIN_TEXT[origin]}`, ...listed, ...notes);
}

function line({ rate, amount, above }: RateView): readonly string[] {
  return [rate, usdText(amount), above === 0 ? 'always' : `with more than ${above} tokens of input`];
}
