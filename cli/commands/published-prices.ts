import { Argument } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import type {
  CurrentPriceView,
  LeftPrice,
  PriceBookView,
  PriceChange,
  PriceCheckView,
  RateView,
  RepriceView,
} from '../../shared/contract/price-views.ts';
import { PurserError } from '../../shared/errors.ts';
import { providerNameSchema } from '../../shared/ids.ts';
import { usdText } from '../../shared/money.ts';
import { action, withGlobals } from '../context.ts';
import { print } from '../screen/output.ts';
import { startOfDay } from '../policy-file/instants.ts';
import { lines, paragraphs, table } from '../screen/screen-text.ts';
import type { ScreenText } from '../screen/screen-text.ts';

const showOptions = z.object({ provider: z.string().optional() });
const repriceOptions = z.object({ since: z.string(), apply: z.boolean().optional() });

const ORIGIN_TEXT = {
  own: 'your own price',
  assumed: 'assumed: the dearest price of this provider, which you allowed',
  free: 'free: it runs on your machine',
  record: 'what Purser knows of this provider',
  library: 'the published prices',
  'models-dev': 'models.dev, since the published prices do not have it',
  none: 'nobody knows it: requests are refused until you set a price',
} as const satisfies Record<CurrentPriceView['origin'], string>;

/** Changes that are named one by one; of more, only how many. */
const MOST_SHOWN = 20;

/**
 * `purser price show | update | auto | reset | reprice`: the prices that are in use, newer ones, and what the past
 * would cost at them
 */
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
          Promise.all([
            gateway.prices.show({ model, ...(provider === undefined ? {} : { provider: checkName(provider) }) }),
            gateway.prices.book(),
          ]),
        );
        print(context, { prices: found, book }, paragraphs(...found.map(describe), describeBook(book)));
      }),
    );
  withGlobals(price.command('update'))
    .description('fetch newer published prices and use them from now on; settled requests stay as they are')
    .action(
      action(async (context) => {
        const update = await context.ask((gateway) => gateway.prices.update());
        const { changes } = update;
        const shown = changes.slice(0, MOST_SHOWN).map(describeChange);
        const rest =
          changes.length > MOST_SHOWN ? [`and ${changes.length - MOST_SHOWN} more; --json lists them all`] : [];
        const left = [
          ...update.leftAlone.map(describeLeft),
          ...(update.secondModels === null ? ['  models.dev could not be reached: what was known of it stays.'] : []),
        ];
        print(
          context,
          update,
          lines(
            `${update.models} published prices are in use now; ${changes.length} of your providers' models changed.`,
            ...shown,
            ...rest,
            ...left,
          ),
        );
      }),
    );
  withGlobals(price.command('auto'))
    .addArgument(new Argument('[switch]', 'left out: what it has found').choices(['on', 'off']))
    .description('look once a day whether the prices of the models in use changed, and tell; it changes none')
    .action(
      action(async (context, command) => {
        const wanted = command.args[0];
        const book = await context.ask((gateway) =>
          wanted === undefined ? gateway.prices.book() : gateway.prices.auto({ on: wanted === 'on' }),
        );
        print(context, book, describeCheck(book.check));
      }),
    );
  withGlobals(price.command('reprice'))
    .description('what settled requests would cost at the prices of today; with --apply, from now on they did')
    .requiredOption('--since <day>', 'such as 2026-11-01')
    .option('--apply', 'change them: requests, charts and caps, on record')
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
  withGlobals(price.command('reset'))
    .description('go back to the published prices that came with Purser')
    .action(
      action(async (context) =>
        print(
          context,
          await context.ask((gateway) => gateway.prices.reset()),
          'The published prices that came with Purser are in use.',
        ),
      ),
    );
}

function describeBook({ fetchedAt, secondFetchedAt }: PriceBookView): string {
  const first =
    fetchedAt === null
      ? 'Published prices: those that came with Purser.'
      : `Published prices: fetched ${new Date(fetchedAt).toISOString()}.`;
  return secondFetchedAt === null ? first : `${first} models.dev: fetched ${new Date(secondFetchedAt).toISOString()}.`;
}

function describeCheck(check: PriceCheckView | null): string | ScreenText {
  if (check === null) return 'This gateway never looks at published prices by itself.';
  const when = check.at === null ? 'It has not looked yet.' : `Last checked ${new Date(check.at).toISOString()}.`;
  const unreached =
    check.unreachable.length === 0 ? '' : ` Could not be reached then: ${check.unreachable.join(', ')}.`;
  return lines(`The daily look at published prices is ${check.on ? 'on' : 'off'}. ${when}${unreached}`, ...check.news);
}

function describeReprice({ applied, examined, leftAlone, changes }: RepriceView): string | ScreenText {
  if (changes.length === 0) return `Nothing would change: ${examined} requests were looked at.`;
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
    `${applied ? 'Done, and on record.' : 'Nothing was changed. Add --apply to change it.'}${left}`,
  );
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

function describeChange({ provider, model, was, now }: PriceChange): string {
  const text = (pair: PriceChange['was']): string =>
    pair === null ? 'no price' : `$${usdText(pair.input)} in, $${usdText(pair.output)} out`;
  return `  ${provider} ${model}: ${text(was)} -> ${text(now)}`;
}

const LEFT_TEXT = {
  'nearly-free': 'would cost less than a tenth of what it did. Set that price yourself if it is true: purser price set',
  unreadable: 'has a price that Purser cannot read.',
  missing: 'is missing.',
} as const satisfies Record<LeftPrice['because'], string>;

function describeLeft({ provider, model, because }: LeftPrice): string {
  return `  Left as it was: ${provider}${model === null ? '' : ` ${model}`} ${LEFT_TEXT[because]}`;
}

function checkName(text: string): z.infer<typeof providerNameSchema> {
  const name = providerNameSchema.safeParse(text);
  if (!name.success)
    throw new PurserError('INVALID_INPUT', name.error.issues[0]?.message ?? 'That is no provider name.');
  return name.data;
}
