import { RATIO_HEAD, ratioCells, ratiosOf } from '../ratios.ts';
import { countBy, table, usd } from '../table.ts';
import type { Left } from './play-left.ts';
import { isBelow, settledOf } from './settled.ts';
import type { Settled } from './settled.ts';

/** Below this, what came says little about how fast more comes. */
const AT_ONCE_MS = 50;
/** The cost of left streams in the ledger, against the bills of their providers. */
export function reportLeft(all: readonly Left[]): string {
  const sections = countBy(all, ({ moment }) => moment).map(
    ([moment, left]) => `### Left ${moment}\n\n${reportMoment(left)}`,
  );
  return sections.join('\n\n');
}

function reportMoment(all: readonly Left[]): string {
  const settled = settledOf(all);
  const below = settled.filter(isBelow);
  const count = (end: Left['end']): number => all.filter((left) => left.end === end).length;
  const lost = all.filter(({ end, row }) => end === 'left' && !row);
  const groups: readonly (readonly [string, readonly Settled[]])[] = [
    ['all', settled],
    ['settled as estimated', settled.filter(({ row }) => row?.certainty !== 'exact')],
    ['its provider stops', settled.filter(({ stops }) => stops === 'yes')],
    ['its provider finishes', settled.filter(({ stops }) => stops === 'no')],
    ['nobody knows', settled.filter(({ stops }) => stops === 'unknown')],
    ['of a hundred tokens or more', settled.filter(({ tokens }) => tokens >= 100)],
    ['without hosted tools', settled.filter(({ hosted }) => !hosted)],
    ...countBy(settled, ({ home }) => home.name),
  ];
  const excess = excessOf(settled);
  return [
    `${all.length} streams: left ${settled.length}, refused ${count('refused')}, at their end ${count('ended')},`,
    `no figures in the recording ${count('unknown')}, left without a row ${lost.length}.`,
    '',
    table(
      ['streams', 'ledger', 'bill', 'x', 'below', ...RATIO_HEAD],
      groups.map(([name, left]) => [name, ...cells(left)]),
    ),
    '',
    table(
      ['cause', 'n', 'ledger', 'bill', 'of the excess', 'below'],
      countBy(settled, causeOf).map(([cause, left]) => [
        cause,
        left.length,
        ...sums(left),
        `${((100 * excessOf(left)) / Math.max(1, excess)).toFixed(1)} %`,
        left.filter(isBelow).length,
      ]),
    ),
    `Rows below the bill: ${below.length}`,
    ...below.map(
      ({ exchange, model, stops, cost, bill, leftAtMs, row }) =>
        `  ${exchange.id}\n      ${model} (stops: ${stops}), left at ${leftAtMs} ms: ledger ${cost} ` +
        `(${row?.basis ?? 'no row'}: ${row?.inputTokens ?? 0} in, ${row?.outputTokens ?? 0} out), bill ${bill}`,
    ),
    `Highest: ${settled
      .toSorted((one, other) => other.cost - other.bill - (one.cost - one.bill))
      .slice(0, 5)
      .map(
        ({ exchange, model, cost, bill }) =>
          `${model} ${usd(cost)} for ${usd(bill)} (${exchange.id.split('/').at(-1) ?? ''})`,
      )
      .join('; ')}`,
  ].join('\n');
}

function cells(left: readonly Settled[]): readonly (string | number)[] {
  const sum = (of: (one: Settled) => number): number => left.reduce((total, one) => total + of(one), 0);
  const ratio = sum(({ cost }) => cost) / sum(({ bill }) => bill);
  return [
    ...sums(left),
    Number.isFinite(ratio) ? ratio.toPrecision(3) : '',
    left.filter(isBelow).length,
    ...ratioCells(ratiosOf(left.flatMap(({ cost, bill }) => (bill > 0 ? [cost / bill] : [])))),
  ];
}

/** How much the ledger says beyond the bills. */
function excessOf(left: readonly Settled[]): number {
  return left.reduce((sum, { cost, bill }) => sum + Math.max(0, cost - bill), 0);
}

function sums(left: readonly Settled[]): readonly [ledger: string, bill: string] {
  return [usd(left.reduce((sum, { cost }) => sum + cost, 0)), usd(left.reduce((sum, { bill }) => sum + bill, 0))];
}

/** Why it may be far from the bill; the first that holds. */
function causeOf({ hosted, stops, hidden, leftAtMs }: Settled): string {
  if (hosted) return 'hosted tools';
  if (stops !== 'yes') return stops === 'no' ? 'its provider finishes' : 'nobody knows whether it finishes';
  if (leftAtMs < AT_ONCE_MS) return 'before or just after the headers';
  return hidden > 0 ? 'reasoning that does not show' : 'visible output';
}
