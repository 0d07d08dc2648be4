import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { McpPrice } from '../../../shared/mcp/mcp-views.ts';
import { parseUsd } from '../../../shared/money.ts';
import { action, withGlobals } from '../../context.ts';
import { readProviderName } from '../../options/provider-name.ts';
import { print } from '../../screen/output.ts';

const FORM = 'A price is TOOLS=USD, such as *=0.01, or with a price by the unit: search=0.01+0.002/pages.';

/** `search=0.01+0.002/pages`: the tools, what a call costs, and what each unit that an argument asks for costs. */
export function collectPrice(text: string, before: readonly McpPrice[] = []): readonly McpPrice[] {
  const [, tools = '', call = '', each, argument] = /^([^=]+)=([^+]+)(?:\+([^/]+)\/(.+))?$/.exec(text) ?? [];
  const price = parseUsd(call);
  const unit = each === undefined ? undefined : parseUsd(each);
  if (tools === '' || price === undefined || price < 0) throw new InvalidArgumentError(FORM);
  if (each !== undefined && (unit === undefined || unit < 0)) throw new InvalidArgumentError(FORM);
  return [
    ...before,
    { tools, call: price, unit: unit !== undefined && argument !== undefined ? { argument, price: unit } : null },
  ];
}

/** `purser mcp price` */
export function addMcpPriceCommand(mcp: Command): void {
  withGlobals(mcp.command('price'))
    .argument('<name>')
    .argument('[prices...]', 'TOOLS=USD, such as *=0.01; the first that is for a tool counts; none: calls are free')
    .description('set what the calls of a server cost, in place of all its prices before')
    .action(
      action(async (context, command) => {
        const name = readProviderName(command.args[0]);
        const prices = command.args.slice(1).reduce<readonly McpPrice[]>((all, text) => collectPrice(text, all), []);
        const server = await context.ask((gateway) => gateway.mcp.setPrices({ name, prices: [...prices] }));
        const said = prices.length === 0 ? 'Calls are free.' : 'The prices hold from the next call on.';
        print(context, server, `${name}: ${said}`);
      }),
    );
}
