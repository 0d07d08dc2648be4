import { Argument } from 'commander';
import type { Command } from 'commander';
import type { PriceCheckView } from '../../../shared/contract/price-views.ts';
import { action, withGlobals } from '../../context.ts';
import { print } from '../../screen/output.ts';
import { lines } from '../../screen/screen-text.ts';
import type { ScreenText } from '../../screen/screen-text.ts';
import { addRepriceCommand } from './reprice.ts';
import { addShowCommand } from './show-price.ts';
import { addUpdateCommand } from './update-prices.ts';

/**
 * `purser price show | update | auto | reprice | reset`: the prices that are in use, newer ones, and what the past
 * would cost at them
 */
export function addPublishedPriceCommands(price: Command): void {
  addShowCommand(price);
  addUpdateCommand(price);
  addAutoCommand(price);
  addRepriceCommand(price);
  addResetCommand(price);
}

function addAutoCommand(price: Command): void {
  withGlobals(price.command('auto'))
    .addArgument(new Argument('[switch]', 'without it: show what the last check found').choices(['on', 'off']))
    .description('check once a day whether the prices of the models in use changed, and tell you; changes no price')
    .action(
      action(async (context, command) => {
        const wanted = command.args[0];
        const book = await context.ask((gateway) =>
          wanted === undefined ? gateway.prices.book() : gateway.prices.auto({ on: wanted === 'on' }),
        );
        print(context, book, describeCheck(book.check));
      }),
    );
}

function addResetCommand(price: Command): void {
  withGlobals(price.command('reset'))
    .description('go back to the published prices that came with Purser')
    .action(
      action(async (context) =>
        print(
          context,
          await context.ask((gateway) => gateway.prices.reset()),
          'Using the published prices that came with Purser.',
        ),
      ),
    );
}

function describeCheck(check: PriceCheckView | null): string | ScreenText {
  if (check === null) return 'This gateway never checks published prices by itself.';
  const when = check.at === null ? 'Not checked yet.' : `Last checked ${new Date(check.at).toISOString()}.`;
  const unreached =
    check.unreachable.length === 0 ? '' : ` Could not be reached then: ${check.unreachable.join(', ')}.`;
  return lines(`The daily check of published prices is ${check.on ? 'on' : 'off'}. ${when}${unreached}`, ...check.news);
}
