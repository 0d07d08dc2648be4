import type { McpPrice } from '../../../../shared/mcp/mcp-views.ts';
import { usdText } from '../../../../shared/money.ts';
import { readMoney } from '../../../state/time-and-money/money-text.ts';
import { say } from '../../../strings/say.ts';

/** A price as it stands in the form: everything as typed. */
export interface PriceLine {
  /** Tells the lines of one form apart. */
  readonly id: number;
  readonly tools: string;
  readonly call: string;
  readonly argument: string;
  readonly unit: string;
}

/** The form for prices; without any there is one empty line to begin with. */
export function linesOf(prices: readonly McpPrice[]): readonly PriceLine[] {
  if (prices.length === 0) return [emptyLine([])];
  return prices.map(({ tools, call, unit }, id) => ({
    id,
    tools,
    call: usdText(call),
    argument: unit?.argument ?? '',
    unit: unit === null ? '' : usdText(unit.price),
  }));
}

export function emptyLine(lines: readonly PriceLine[]): PriceLine {
  return { id: Math.max(-1, ...lines.map(({ id }) => id)) + 1, tools: '', call: '', argument: '', unit: '' };
}

/** Reads the form. An empty line says nothing. */
export function readPrices(
  lines: readonly PriceLine[],
): { readonly prices: McpPrice[] } | { readonly problem: string } {
  const prices: McpPrice[] = [];
  for (const [index, line] of lines.entries()) {
    const [tools, argument] = [line.tools.trim(), line.argument.trim()];
    if (tools + argument + line.call.trim() + line.unit.trim() === '') continue;
    if (tools === '') return { problem: say.mcp.noPriceTools(index + 1) };
    const call = readMoney(line.call.trim() === '' && line.unit.trim() !== '' ? '0' : line.call);
    if (call === undefined || call < 0) return { problem: say.mcp.noPriceAmount(index + 1) };
    if ((argument === '') !== (line.unit.trim() === '')) return { problem: say.mcp.noPriceUnit(index + 1) };
    const unit = argument === '' ? undefined : readMoney(line.unit);
    if (argument !== '' && (unit === undefined || unit < 0)) return { problem: say.mcp.noPriceAmount(index + 1) };
    prices.push({ tools, call, unit: unit === undefined ? null : { argument, price: unit } });
  }
  return { prices };
}
