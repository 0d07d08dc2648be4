import type { Command } from 'commander';
import { z } from 'zod';
import type { CurrentPriceView, PriceBookView, RateView } from '../../../shared/contract/price-views.ts';
import { usdText } from '../../../shared/money.ts';
import { action, withGlobals } from '../../context.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { print } from '../../screen/output.ts';
import { lines, paragraphs, table } from '../../screen/screen-text.ts';
import type { ScreenText } from '../../screen/screen-text.ts';
import { rateWords } from './rate-words.ts';

const showOptions = z.object({ provider: z.string().optional() });

const ORIGIN_TEXT = {
  own: 'your own price',
  assumed: 'assumed: the dearest price of its family, as you allowed, until its own is known',
  free: 'free: it runs on your machine',
  record: "Purser's own data on this provider",
  library: 'the published prices',
  'models-dev': 'models.dev, because the published prices do not list it',
  none: 'no known price: requests are refused until you set one',
} as const satisfies Record<CurrentPriceView['origin'], string>;

/** `purser price show` */
export function addShowCommand(price: Command): void {
  withGlobals(price.command('show'))
    .argument('<model>')
    .description('the price of a model now, and its source')
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
      ? 'Published prices: the ones that came with Purser.'
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
    ...(hostPercent === 100 ? [] : [`Its host charges ${hostPercent}% of these rates for tokens.`]),
    ...(reportsCost
      ? ['The provider reports what it charged, and that counts. These rates only bound what a request could cost.']
      : []),
    ...(contextWindow === null ? [] : [`Context window: up to ${contextWindow} tokens.`]),
  ];
  const listed = rates.length === 0 ? [] : [table(['WHAT', 'PRICE', 'WHEN'], rates.map(line))];
  return lines(`${model} at ${provider}: ${ORIGIN_TEXT[origin]}`, ...listed, ...notes);
}

function line({ rate, amount, above }: RateView): readonly string[] {
  const { what, unit } = rateWords(rate);
  const when = above === 0 ? 'always' : `with more than ${above} tokens of input`;
  return [what, `$${usdText(amount)} ${unit}`, when];
}
