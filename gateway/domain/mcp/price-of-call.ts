import type { McpPrice } from '../../../shared/mcp/mcp-views.ts';
import { nanodollarsOf, ZERO } from '../../../shared/money.ts';
import type { Nanodollars } from '../../../shared/money.ts';
import { matchesGlob } from '../policy/glob.ts';

/** Dearer calls are refused: a number in an argument could be anything. In nano-dollars: 100,000 dollars. */
const MOST = 1e14;

/**
 * The price of a call, known before it is made: so much for the call, and so much for each unit that an argument asks
 * for. The first price that is for the tool counts; without one the call costs nothing.
 * @returns undefined for a call whose units are no number, or that would cost more than anybody means
 */
export function priceOfCall(
  prices: readonly McpPrice[],
  tool: string,
  given: Readonly<Record<string, unknown>>,
): Nanodollars | undefined {
  const price = prices.find(({ tools }) => matchesGlob(tools, tool));
  if (!price) return ZERO;
  if (!price.unit) return price.call;
  const units = Object.hasOwn(given, price.unit.argument) ? given[price.unit.argument] : 1;
  if (typeof units !== 'number' || !Number.isFinite(units) || units < 0) return undefined;
  const cost = price.call + Math.ceil(price.unit.price * units);
  return cost <= MOST ? nanodollarsOf(cost) : undefined;
}
