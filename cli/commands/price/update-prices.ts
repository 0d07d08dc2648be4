import type { Command } from 'commander';
import type { LeftPrice, PriceChange, PriceUpdateView } from '../../../shared/contract/price-views.ts';
import { usdText } from '../../../shared/money.ts';
import { action, withGlobals } from '../../context.ts';
import { print } from '../../screen/output.ts';
import { lines } from '../../screen/screen-text.ts';

/** Changes that are named one by one; of more, only how many. */
const MOST_SHOWN = 20;

/** `purser price update` */
export function addUpdateCommand(price: Command): void {
  withGlobals(price.command('update'))
    .description('fetch newer published prices and use them from now on; settled requests stay as they are')
    .action(
      action(async (context) => {
        const update = await context.ask((gateway) => gateway.prices.update(), 'Fetching published prices');
        const { changes } = update;
        const shown = changes.slice(0, MOST_SHOWN).map(describeChange);
        const rest =
          changes.length > MOST_SHOWN ? [`and ${changes.length - MOST_SHOWN} more; --json lists them all`] : [];
        const left = [
          ...update.leftAlone.map(describeLeft),
          ...(update.secondModels === null
            ? ['  models.dev could not be reached; its last known prices stay in use.']
            : []),
        ];
        print(
          context,
          update,
          lines(
            `${update.models} published prices are in use now; ${changes.length} of your providers' models changed.`,
            ...shown,
            ...rest,
            ...update.corrected.map(describeCorrected),
            ...left,
          ),
        );
      }),
    );
}

function describeChange({ provider, model, was, now }: PriceChange): string {
  const text = (pair: PriceChange['was']): string =>
    pair === null ? 'no price' : `$${usdText(pair.input)} in, $${usdText(pair.output)} out`;
  return `  ${provider} ${model}: ${text(was)} -> ${text(now)}`;
}

function describeCorrected({ provider, model, requests, before, after }: PriceUpdateView['corrected'][number]): string {
  return (
    `  ${provider} ${model}: its price is known now. ${requests} requests at an assumed one cost $${usdText(after)} ` +
    `instead of $${usdText(before)}.`
  );
}

const LEFT_TEXT = {
  'nearly-free': 'would cost less than a tenth of what it did. Set that price yourself if it is true: purser price set',
  unreadable: 'has a price that Purser cannot read.',
  missing: 'is missing.',
} as const satisfies Record<LeftPrice['because'], string>;

function describeLeft({ provider, model, because }: LeftPrice): string {
  return `  Not changed: ${provider}${model === null ? '' : ` ${model}`} ${LEFT_TEXT[because]}`;
}
