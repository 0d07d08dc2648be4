import type { McpPrice } from '../../../../shared/mcp/mcp-views.ts';
import { moneyText } from '../../../state/time-and-money/money-text.ts';
import { plainText } from '../../../state/words/plain-text.ts';
import { say } from '../../../strings/say.ts';

/** The prices of a server on one line. */
export function pricesText(prices: readonly McpPrice[]): string {
  return say.mcp.pricesAre(
    prices.map(({ tools, call, unit }) =>
      unit === null
        ? say.mcp.price(plainText(tools), moneyText(call))
        : say.mcp.unitPrice(plainText(tools), moneyText(call), moneyText(unit.price), plainText(unit.argument)),
    ),
  );
}
