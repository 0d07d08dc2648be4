import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import { z } from 'zod';
import { nanodollarsSchema } from '../../../shared/cap.ts';
import type { GatewayClient } from '../../../shared/contract/contract.ts';
import { providerNameSchema } from '../../../shared/ids.ts';
import { parseUsd, usdText } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { action, withGlobals } from '../../context.ts';
import { print } from '../../screen/output.ts';

const setOptions = z.object({
  provider: providerNameSchema.nullable().default(null),
  input: nanodollarsSchema,
  output: nanodollarsSchema,
  cacheRead: nanodollarsSchema.nullable().default(null),
  cacheWrite: nanodollarsSchema.nullable().default(null),
});

/** `purser price set` */
export function addSetCommand(price: Command): void {
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
          // Before it is set: afterwards it is the person's own.
          const replaced = wish.provider === null ? await publishedAt(gateway, model) : [];
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
            `tokens${atProvider(set.provider)}.${warning}`,
        );
      }),
    );
}

/** The providers at which a published price stands for that name, perhaps not meant by whoever sets one everywhere. */
async function publishedAt(gateway: GatewayClient, model: string): Promise<readonly string[]> {
  const before = await gateway.prices.show({ model }).catch(() => []);
  return before.filter(({ origin }) => origin === 'library' || origin === 'record').map(({ provider }) => provider);
}

/** ` at openai`; nothing for a price that holds everywhere. */
export function atProvider(provider: string | null): string {
  return provider === null ? '' : ` at ${provider}`;
}

function parsePrice(text: string): Nanodollars {
  const price = parseUsd(text);
  if (price === undefined) throw new InvalidArgumentError('A price is a decimal number of dollars, such as 1.25.');
  return price;
}
