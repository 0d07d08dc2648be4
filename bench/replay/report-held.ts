import { digList, digText, readJson } from './dig.ts';
import { isStream } from './exchange.ts';
import type { Judged } from './judge.ts';
import { RATIO_HEAD, ratioCells, ratiosOf } from './ratios.ts';
import { countBy, table, usd } from './table.ts';

/** How much was held, against what it cost in the end. */
export function reportHeld(all: readonly Judged[]): string {
  const exact = all.filter(({ row }) => row?.certainty === 'exact' && row.cost > 0);
  const groups: readonly (readonly [name: string, judged: readonly Judged[]])[] = [
    ['all', exact],
    ['streams with tools (agent-shaped)', exact.filter(isAgentShaped)],
    ['streams', exact.filter(({ exchange }) => isStream(exchange))],
    ['plain', exact.filter(({ exchange }) => !isStream(exchange))],
    ...countBy(exact, ({ home }) => home.name),
  ];
  const below = exact.filter(({ row, held }) => held < (row?.cost ?? 0));
  return [
    table(
      ['held / cost', ...RATIO_HEAD, 'held, median', 'held, p95'],
      groups.map(([name, judged]) => [
        name,
        ...ratioCells(ratiosOf(judged.map(({ row, held }) => held / (row?.cost ?? 1)))),
        ...heldCells(judged),
      ]),
    ),
    `Held less than it cost in the end: ${below.length}`,
    ...below.map(({ exchange, held, row }) => `  ${exchange.id}: held ${held}, cost ${row?.cost ?? 0}`),
  ].join('\n');
}

/** A stream of a request with functions of the tool's own: what coding agents send. */
function isAgentShaped({ exchange }: Judged): boolean {
  const tools = digList(readJson(exchange.request.toString()), 'tools');
  return isStream(exchange) && tools.some((tool) => ['function', 'custom', undefined].includes(digText(tool, 'type')));
}

function heldCells(judged: readonly Judged[]): readonly string[] {
  const { median, p95 } = ratiosOf(judged.map(({ held }) => held));
  return [median, p95].map((amount) => (Number.isNaN(amount) ? '' : usd(amount)));
}
